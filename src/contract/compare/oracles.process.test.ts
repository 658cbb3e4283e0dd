import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Comparison, compare } from './comparison.ts';
import type { Difference } from './difference.ts';
import { descriptionOf, type Editable } from './mutated.test-support.ts';
import { oasdiff, redoclyDiff, type Verdicts } from './oracles.test-support.ts';

jest.setTimeout(30_000);

const query = (o: Editable, index: number): Editable => o.parameters[index].schema;
const sent = (o: Editable): Editable => o.requestBody.content['application/json'].schema;
const answer = (o: Editable): Editable => o.responses[200];
const body = (o: Editable): Editable => answer(o).content['application/json'].schema;
const of = (o: Editable): Editable => body(o).properties;

type Mutation = readonly [
  name: string,
  edit: (operation: Editable) => void,
  /** `rule: impact` of what we find. */
  ours: string,
  redocly: string,
  oasdiff: string,
];

// Each line is one change; the last two columns are what `redocly diff` 2.77 and `oasdiff changelog` 1.15 call it, `-` for
// nothing. Both were run on the pair of descriptions that the tests write, so that a new version of them shows.
// biome-ignore format: a table
const MUTATIONS: readonly Mutation[] = [
  ['deprecated', (o) => { o.deprecated = true; }, 'deprecated-changed: warning', 'patch', 'INFO'],
  ['other server', (o) => { o.servers = [{ url: 'https://other.example.com/v1' }]; }, 'servers-changed: breaking', 'minor', '-'],
  ['no bearer any more', (o) => { o.security.pop(); }, 'security-changed: breaking', 'major', 'INFO'],
  ['basic as well', (o) => { o.security.push({ basic: [] }); }, 'security-changed: info', 'minor', 'INFO'],
  ['key and bearer together', (o) => { o.security = [{ apiKey: [], bearer: [] }]; }, 'security-changed: breaking', 'major', 'INFO'],
  ['query parameter removed', (o) => { o.parameters.splice(1, 1); }, 'parameter-removed: warning', 'major', 'WARN'],
  ['optional parameter added', (o) => { o.parameters.push({ name: 'q', in: 'query', schema: { type: 'string' } }); }, 'parameter-added: info', 'minor', 'INFO'],
  ['required parameter added', (o) => { o.parameters.push({ name: 'q', in: 'query', required: true, schema: { type: 'string' } }); }, 'parameter-added: breaking', 'major', 'ERR'],
  ['parameter became required', (o) => { o.parameters[1].required = true; }, 'parameter-required-changed: breaking', 'major', 'ERR'],
  ['parameter type', (o) => { query(o, 1).type = 'string'; }, 'type-changed: breaking', 'major', 'INFO'],
  ['parameter maximum lowered', (o) => { query(o, 1).maximum = 50; }, 'bounds-changed: breaking', 'major', 'ERR'],
  ['parameter maximum raised', (o) => { query(o, 1).maximum = 500; }, 'bounds-changed: info', 'patch', 'INFO'],
  ['parameter enum dropped a value', (o) => { query(o, 2).enum = ['asc']; }, 'enum-changed: breaking', 'major', 'ERR'],
  ['parameter enum grew', (o) => { query(o, 2).enum.push('none'); }, 'enum-changed: info', 'patch', 'INFO'],
  ['parameter default', (o) => { query(o, 2).default = 'desc'; }, 'default-changed: breaking', 'patch', 'ERR'],
  ['parameter style', (o) => { o.parameters[1].style = 'spaceDelimited'; o.parameters[1].explode = false; }, 'parameter-serialization-changed: breaking', 'major', '-'],
  ['request body removed', (o) => { delete o.requestBody; }, 'request-body-removed: warning', 'major', 'ERR'],
  ['request body became required', (o) => { o.requestBody.required = true; }, 'request-body-required-changed: breaking', 'major', 'ERR'],
  ['request media type replaced', (o) => { o.requestBody.content = { 'application/xml': o.requestBody.content['application/json'] }; }, 'media-type-removed: breaking', 'major', 'ERR'],
  ['request property became required', (o) => { sent(o).required.push('note'); }, 'required-changed: breaking', 'major', 'ERR'],
  ['request property became optional', (o) => { sent(o).required = []; }, 'required-changed: info', 'patch', 'INFO'],
  ['request property removed', (o) => { delete sent(o).properties.note; }, 'property-removed: warning', 'patch', 'WARN'],
  ['request property added', (o) => { sent(o).properties.more = { type: 'string' }; }, 'property-added: info', 'minor', 'INFO'],
  ['required request property added', (o) => { sent(o).properties.more = { type: 'string' }; sent(o).required.push('more'); }, 'required-changed: breaking', 'major', 'ERR'],
  ['request property type', (o) => { sent(o).properties.note.type = 'integer'; }, 'type-changed: breaking', 'major', 'ERR'],
  ['request enum dropped a value', (o) => { sent(o).properties.kind.enum = ['a']; }, 'enum-changed: breaking', 'major', 'ERR'],
  ['request enum grew', (o) => { sent(o).properties.kind.enum.push('c'); }, 'enum-changed: info', 'patch', 'INFO'],
  ['request maxLength lowered', (o) => { sent(o).properties.name.maxLength = 5; }, 'bounds-changed: breaking', 'major', 'ERR'],
  ['request pattern added', (o) => { sent(o).properties.name.pattern = '^a'; }, 'bounds-changed: breaking', 'major', 'ERR'],
  ['request maxItems lowered', (o) => { sent(o).properties.tags.maxItems = 1; }, 'bounds-changed: breaking', 'major', '-'],
  ['request items type', (o) => { sent(o).properties.tags.items.type = 'integer'; }, 'type-changed: breaking', 'major', 'ERR'],
  ['request property became read-only', (o) => { sent(o).properties.note.readOnly = true; }, 'read-only-changed: breaking', 'patch', 'INFO'],
  ['request closed', (o) => { sent(o).additionalProperties = false; }, 'additional-properties-changed: breaking', 'major', '-'],
  ['success removed', (o) => { o.responses[201] = o.responses[200]; delete o.responses[200]; }, 'response-removed: breaking', 'major', 'ERR'],
  ['success added', (o) => { o.responses[202] = { description: 'Later' }; }, 'response-added: breaking', 'minor', 'INFO'],
  ['error removed', (o) => { delete o.responses[404]; }, 'response-removed: info', 'major', 'INFO'],
  ['error added', (o) => { o.responses[409] = { description: 'Conflict' }; }, 'response-added: warning', 'minor', 'INFO'],
  ['header became optional', (o) => { answer(o).headers['X-Id'].required = false; }, 'header-required-changed: breaking', 'patch', 'ERR'],
  ['header became required', (o) => { answer(o).headers['X-Count'].required = true; }, 'header-required-changed: info', 'patch', '-'],
  ['required header removed', (o) => { delete answer(o).headers['X-Id']; }, 'header-removed: breaking', 'major', 'ERR'],
  ['optional header removed', (o) => { delete answer(o).headers['X-Count']; }, 'header-removed: info', 'major', 'WARN'],
  ['header added', (o) => { answer(o).headers['X-New'] = { schema: { type: 'string' } }; }, 'header-added: info', 'minor', '-'],
  ['header type', (o) => { answer(o).headers['X-Count'].schema.type = 'string'; }, 'type-changed: breaking', 'major', '-'],
  ['response media type replaced', (o) => { answer(o).content = { 'text/plain': answer(o).content['application/json'] }; }, 'media-type-removed: breaking', 'major', 'ERR'],
  ['response media type added', (o) => { answer(o).content['text/csv'] = {}; }, 'media-type-added: warning', 'minor', 'INFO'],
  ['required property removed', (o) => { delete of(o).id; body(o).required.shift(); }, 'property-removed: breaking', 'major', 'ERR'],
  ['optional property removed', (o) => { delete of(o).count; }, 'property-removed: warning', 'major', 'WARN'],
  ['property added', (o) => { of(o).more = { type: 'string' }; }, 'property-added: info', 'minor', 'INFO'],
  ['property added where closed', (o) => { of(o).closed.properties.b = { type: 'string' }; }, 'property-added: breaking', 'minor', 'INFO'],
  ['property became optional', (o) => { body(o).required.shift(); }, 'required-changed: breaking', 'major', 'ERR'],
  ['property became required', (o) => { body(o).required.push('count'); }, 'required-changed: info', 'patch', 'INFO'],
  ['property type', (o) => { of(o).id.type = 'integer'; delete of(o).id.maxLength; }, 'type-changed: breaking', 'major', 'ERR'],
  ['integer became number', (o) => { of(o).count.type = 'number'; }, 'type-changed: breaking', 'major', 'ERR'],
  ['null let in', (o) => { of(o).id.type = ['string', 'null']; }, 'type-changed: breaking', 'major', 'ERR'],
  ['null let in by anyOf', (o) => { of(o).status = { anyOf: [of(o).status, { type: 'null' }] }; }, 'type-changed: breaking', 'major', 'ERR'],
  ['null refused', (o) => { of(o).title.type = 'string'; }, 'type-changed: info', 'patch', '-'],
  ['nullable without a meaning', (o) => { of(o).title = { type: 'string', nullable: true }; }, 'nullable-means-nothing: warning', 'patch', 'ERR'],
  ['type left out', (o) => { delete of(o).title.type; }, 'type-changed: breaking', 'major', 'ERR'],
  ['enum grew', (o) => { of(o).status.enum.push('failed'); }, 'enum-changed: breaking', 'major', 'WARN'],
  ['enum dropped a value', (o) => { of(o).status.enum.splice(1, 1); }, 'enum-changed: warning', 'patch', 'INFO'],
  ['enum dropped', (o) => { delete of(o).status.enum; }, 'enum-changed: breaking', 'major', 'INFO'],
  ['const changed', (o) => { of(o).object.const = 'other'; }, 'const-changed: breaking', 'major', 'ERR'],
  ['const dropped', (o) => { delete of(o).object.const; }, 'const-changed: breaking', 'major', 'ERR'],
  ['format dropped', (o) => { delete of(o).at.format; }, 'format-changed: breaking', 'major', 'ERR'],
  ['format changed', (o) => { of(o).at.format = 'date'; }, 'format-changed: breaking', 'major', '-'],
  ['minimum dropped', (o) => { delete of(o).count.minimum; }, 'bounds-changed: breaking', 'major', '-'],
  ['maxLength raised', (o) => { of(o).id.maxLength = 300; }, 'bounds-changed: breaking', 'major', 'ERR'],
  ['property became write-only', (o) => { of(o).count.writeOnly = true; }, 'write-only-changed: breaking', 'patch', 'INFO'],
  ['property became read-only', (o) => { of(o).count.readOnly = true; }, 'read-only-changed: info', 'patch', 'INFO'],
  ['schema opened', (o) => { delete of(o).closed.additionalProperties; }, 'additional-properties-changed: breaking', 'major', '-'],
  ['schema closed', (o) => { body(o).additionalProperties = false; }, 'additional-properties-changed: info', 'patch', '-'],
  ['map values of another type', (o) => { of(o).metadata.additionalProperties.type = 'integer'; }, 'type-changed: breaking', 'major', 'ERR'],
  ['map values free', (o) => { of(o).metadata.additionalProperties = true; }, 'additional-properties-changed: breaking', 'major', '-'],
  ['nested property type', (o) => { of(o).options.items.properties.label.type = 'integer'; }, 'type-changed: breaking', 'major', 'ERR'],
  ['items no longer described', (o) => { delete of(o).options.items; }, 'items-changed: breaking', 'major', '-'],
  ['oneOf member added', (o) => { of(o).choice.oneOf.push({ type: 'object', properties: { eel: { type: 'string' } } }); }, 'union-member-added: breaking', 'major', 'ERR'],
  ['oneOf member removed', (o) => { of(o).choice.oneOf.pop(); }, 'union-member-removed: info', 'patch', 'INFO'],
  ['oneOf member changed', (o) => { of(o).choice.oneOf[0].properties.cat.type = 'integer'; }, 'type-changed: breaking', 'major', 'ERR'],
  ['allOf that requires less', (o) => { const [first, ...rest] = body(o).required; const whole = body(o); whole.required = rest; answer(o).content['application/json'].schema = { allOf: [whole, { description: first }] }; }, 'required-changed: breaking', 'major', 'ERR'],
  ['not added', (o) => { of(o).id.not = { pattern: '^x' }; }, 'other-keywords-changed: warning', 'minor', '-'],
];

let folder = '';
let found: readonly Difference[] = [];
let redocly: Verdicts;
let peers: Verdicts;
let unchanged: Comparison;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compare-'));
  const [base, revision] = [join(folder, 'base.json'), join(folder, 'revision.json')];
  await writeFile(base, JSON.stringify(descriptionOf(MUTATIONS.map(() => () => {}))));
  await writeFile(revision, JSON.stringify(descriptionOf(MUTATIONS.map(([, edit]) => edit))));
  unchanged = await compare(base, { api: base });
  found = (await compare(revision, { api: base })).differences;
  [redocly, peers] = await Promise.all([redoclyDiff(base, revision), oasdiff(base, revision)]);
});
afterAll(() => rm(folder, { recursive: true }));

const foundIn = (id: string) => found.filter(({ operationId }) => operationId === id);

describe('a description that was changed in one thing', () => {
  it('is told to differ in nothing where it was not changed', () => {
    expect(unchanged.differences).toEqual([]);
  });

  it.each(MUTATIONS.map(([name, , ours], index) => ({ name, ours, id: `m${index}` })))(
    '$name: $ours',
    ({ id, ours }) => {
      const rules = foundIn(id).map(({ rule, impact }) => `${rule}: ${impact}`);
      expect(rules.join(', ')).toContain(ours);
    },
  );

  it('is told in words, with the value of either side', () => {
    const lines = MUTATIONS.flatMap(([name], index) =>
      foundIn(`m${index}`).map(
        ({ rule, at, message, ours, upstream }) =>
          `${name} | ${[rule, at].join(' ').trim()} | ${message} | ${ours?.value} -> ${upstream?.value}`,
      ),
    );
    expect(lines).toMatchSnapshot();
  });

  it('is judged by the peers as the table says', () => {
    const said = MUTATIONS.map(([name], index) => [
      name,
      redocly.get(`m${index}`) ?? '-',
      peers.get(`m${index}`) ?? '-',
    ]);
    expect(said).toEqual(MUTATIONS.map(([name, , , major, error]) => [name, major, error]));
  });

  it('is found by us wherever a peer calls it breaking', () => {
    const missed = MUTATIONS.filter(
      ([, , , major, error], index) =>
        (major === 'major' || error === 'ERR') && foundIn(`m${index}`).length === 0,
    );
    expect(missed).toEqual([]);
  });

  it('breaks wherever a peer says so, but for the milder cases that are told why', () => {
    const milder = MUTATIONS.filter(
      ([, , ours, major, error]) => (major === 'major' || error === 'ERR') && !ours.endsWith('breaking'),
    );
    expect(milder.map(([name]) => name)).toEqual(Object.keys(MILDER));
  });

  it('breaks where neither peer says so, in the cases that are told why', () => {
    const stricter = MUTATIONS.filter(
      ([, , ours, major, error]) => major !== 'major' && error !== 'ERR' && ours.endsWith('breaking'),
    );
    expect(stricter.map(([name]) => name)).toEqual(Object.keys(STRICTER));
  });
});

/** A peer says breaking, and we don't. */
const MILDER = {
  'query parameter removed':
    'It is still sent, and servers pass over what they do not know: oasdiff warns too.',
  'request body removed': 'Ours is optional, and a client need not send it.',
  'error removed': 'A client that is ready for an error more than comes is not broken: oasdiff says INFO.',
  'optional header removed': 'A header that may be missing is missing.',
  'optional property removed':
    'A property that may be missing is missing; a warning, for somebody may have read it.',
  'nullable without a meaning':
    'That null is refused breaks no reader. What is meant is unknown, and that is the warning.',
};

/** We say breaking, and neither peer does. */
const STRICTER = {
  'other server': 'The client calls an address that is not published any more.',
  'request property became read-only': 'What the client sends must not be sent any more.',
  'success added': 'A client has no reading for another success: the engine refuses an undocumented status.',
  'property added where closed': 'Our own schema refuses others than its own properties.',
  'property became write-only': 'It is never answered any more.',
};
