import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { bundledContract } from '../bundled-contract.ts';
import { verifyExchanges } from '../contract-run.ts';
import { junitReport } from './junit.ts';
import { aRun, aWaiver, DIFFERENCES, HOSTILE_DIFFERENCES, KEY } from './shared/run.test-support.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML strictly: throws where it is not well-formed. */
function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    (open.at(-1) as Element).text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return root.children[0] as Element;
}

describe('the JUnit report', () => {
  it('has a suite for each recording, and a case for each check that found something', async () => {
    const { report } = await aRun(DIFFERENCES);
    const root = parseXml(junitReport(report));
    expect(root.attributes).toMatchObject({ tests: '5', failures: '2', errors: '0', skipped: '0' });
    const shown = root.children.map(({ attributes, children }) => [
      attributes['name'],
      children.map((one) => [one.attributes['name']?.slice(0, 32), one.children[0]?.name]),
    ]);
    expect(shown).toEqual([
      [
        'one.json',
        [
          ['#1 response-schema-conformance P', 'failure'],
          ['1 exchange without finding', undefined],
        ],
      ],
      [
        'two.json',
        [
          ['#0 response-schema-conformance P', 'failure'],
          ['#1 undocumented-property POST ht', 'system-out'],
          ['#2 undocumented-operation POST h', 'system-out'],
        ],
      ],
    ]);
    const failure = root.children[0]?.children[0]?.children[0];
    expect(failure?.attributes).toEqual({
      type: 'response-schema-conformance',
      message: '/status is not one of the documented values.',
    });
    expect(failure?.text).toContain('Did you mean "canceled"?\nreceived: "cancelled"\ndocumented: "pending"');
  });

  it('takes warnings for failures where they fail the run, and what was waived for skipped', async () => {
    const { report } = await aRun(DIFFERENCES, { waive: ([first = '']) => [aWaiver(first)] });
    const root = parseXml(junitReport(report, { failOn: 'warning' }));
    expect(root.attributes).toMatchObject({ failures: '2', skipped: '2' });
    expect(root.children[0]?.children[0]?.children[0]).toMatchObject({
      name: 'skipped',
      attributes: { message: 'waived by ada: /status is not one of the documented values.' },
    });
  });

  it('tells several findings of one check about one exchange as one failure', async () => {
    const { report } = await aRun([{ body: {} }]);
    const [suite] = parseXml(junitReport(report)).children;
    expect(suite?.children).toHaveLength(1);
    expect(suite?.children[0]?.children[0]?.text.match(/^error: /gm)?.length).toBe(11);
  });

  it('passes where all is well, and fails where nothing was verified', async () => {
    const clean = parseXml(junitReport((await aRun([{}])).report));
    expect(clean.attributes).toMatchObject({ tests: '1', failures: '0' });
    const nothing = parseXml(junitReport(await verifyExchanges(bundledContract, [])));
    expect(nothing.attributes).toMatchObject({ tests: '1', failures: '1' });
  });

  it('is well-formed whatever was recorded, and shows no key', async () => {
    const xml = junitReport((await aRun(HOSTILE_DIFFERENCES)).report);
    const root = parseXml(xml);
    expect(root.children[0]?.attributes['name']).toContain('</script><script>alert(1)</script>');
    expect(root.children[0]?.attributes['name']).toContain('\\u{0}\\u{8}\\u{1b}[31m\\u{202e}\\u{fffe}');
    expect(xml).not.toContain(KEY);
  });
});
