import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Difference, HEADINGS, readFidelity, renderFidelity } from './fidelity.ts';

const { sources, differences } = readFidelity();
const bundle: unknown = JSON.parse(
  readFileSync(new URL('../generated/openapi.json', import.meta.url), 'utf8'),
);

function at(pointer: string): unknown {
  const keys = pointer.split('/').slice(1);
  return keys.reduce<unknown>((node, key) => {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    return typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined;
  }, bundle);
}

const difference = (over: Partial<Difference>): Difference => ({
  id: 'F1',
  kind: 'differs',
  about: 'a',
  where: [],
  publications: [],
  published: 'b',
  observed: 'c',
  fragment: 'd',
  evidence: 'e',
  ...over,
});

describe('openapi/fidelity.yaml', () => {
  it('numbers its rows without a gap', () => {
    expect(differences.map(({ id }) => id)).toEqual(differences.map((_, index) => `F${index + 1}`));
  });

  it.each(differences)('$id says all of what it has to, as text', (row) => {
    const { where, explains, publications, ...texts } = row;
    expect(Object.keys(HEADINGS)).toContain(row.kind);
    expect(Object.keys(texts)).toEqual([
      'id',
      'kind',
      'about',
      'published',
      'observed',
      'fragment',
      'evidence',
    ]);
    for (const text of Object.values(texts)) expect(text).toMatch(/\S/);
  });

  it.each(differences)('$id names the publications that it is of', ({ publications, explains = [] }) => {
    const ids = sources.map(({ id }) => id);
    const titled = sources.filter(({ title }) => title !== undefined).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([...publications]));
    for (const entry of explains)
      expect(titled).toEqual(expect.arrayContaining([...(entry.publications ?? [])]));
  });

  it.each(differences.filter(({ where }) => where.length > 0))(
    '$id points into the fragment',
    ({ where }) => {
      for (const pointer of where)
        expect({ pointer, found: at(pointer) !== undefined }).toEqual({ pointer, found: true });
    },
  );

  it.each(differences.filter(({ kind }) => kind !== 'unknown'))('$id names its sources', ({ evidence }) => {
    expect(sources.map(({ id }) => id).filter((id) => evidence.includes(id))).not.toEqual([]);
  });
});

describe('docs/fidelity.md', () => {
  it('is in step with openapi/fidelity.yaml: run `npm run docs:fidelity` where it is not', () => {
    const page = readFileSync(new URL('../docs/fidelity.md', import.meta.url), 'utf8');
    expect(page).toBe(renderFidelity({ sources, differences }));
  });

  it('groups the rows by kind, and leaves out a kind that has none', () => {
    const page = renderFidelity({
      sources: [],
      differences: [difference({ id: 'F1', kind: 'unknown' }), difference({ id: 'F2' })],
    });
    expect(page.match(/^## .*|^\| F.*/gm)).toEqual([
      `## ${HEADINGS.differs}`,
      '| F2 | a | b | c | d | e |',
      `## ${HEADINGS.unknown}`,
      '| F1 | a | b | c | d | e |',
      '## Evidence',
    ]);
  });

  it('keeps a bar or a line break in a text from breaking the table', () => {
    const page = renderFidelity({ sources: [], differences: [difference({ published: 'x | y\nz\n' })] });
    expect(page).toContain('| F1 | a | x \\| y z | c | d | e |');
  });

  it('says which publication says so', () => {
    const page = renderFidelity({
      sources: [],
      differences: [difference({ publications: ['file', 'pages'] })],
    });
    expect(page).toContain('| F1 | a | *file, pages*: b | c | d | e |');
  });
});
