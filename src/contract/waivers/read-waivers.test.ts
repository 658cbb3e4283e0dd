import { describe, expect, it } from '@jest/globals';
import { type ParseWaiversOptions, parseWaivers } from './read-waivers.ts';

const GOOD = `# What we live with.
- fingerprint: 1234567890123456
  reason: The fix is promised for spring.
  owner: ada
  expires: 2027-03-31
- fingerprint: "0123456789abcdef"
  reason: Nobody reads it.
  owner: ben
  expires: 2027-01-01
  check: undocumented-property
  note: 'a remark: with a colon'
`;

function refusal(text: string, options?: ParseWaiversOptions): string {
  try {
    parseWaivers('w.yaml', text, options);
  } catch (error) {
    return String(error);
  }
  return 'no error';
}

describe('a file of waivers', () => {
  it('is read as texts: digits are no number, a day is no point in time', () => {
    const [first, second] = parseWaivers('w.yaml', GOOD);
    expect(first).toEqual({
      fingerprint: '1234567890123456',
      reason: 'The fix is promised for spring.',
      owner: 'ada',
      expires: '2027-03-31',
      place: { file: 'w.yaml', line: 2, column: 3, pointer: '/0' },
    });
    expect(second).toMatchObject({ check: 'undocumented-property', note: 'a remark: with a colon' });
  });

  it.each(['', '# nothing yet\n', '[]\n'])('may be empty: %j', (text) => {
    expect(parseWaivers('w.yaml', text)).toEqual([]);
  });

  it.each([
    ['fingerprint: x\n', 'w.yaml:1:1: is not a list of waivers'],
    ['- just a text\n', 'w.yaml:1:3: a waiver is a map of fingerprint, reason, owner and expires'],
    [GOOD.replace('  owner: ada\n', ''), 'w.yaml:2:3: the waiver has no owner'],
    [GOOD.replace('owner: ada', 'owner:'), 'w.yaml:4:3: owner is not a text'],
    [GOOD.replace('owner: ada', 'owner: [ada]'), 'w.yaml:4:3: owner is not a text'],
    [GOOD.replace('owner: ada', 'owned: ada'), 'w.yaml:4:3: owned is no member of a waiver'],
    [GOOD.replace('2027-03-31', 'soon'), 'w.yaml:5:12: expires is not a day as YYYY-MM-DD'],
    [GOOD.replace('2027-03-31', '2027-02-30'), 'w.yaml:5:12: expires is not a day: 2027-02-30'],
    [
      GOOD.replace('1234567890123456', '123'),
      'w.yaml:2:16: fingerprint is not the 16 hexadecimal digits of a finding',
    ],
    [GOOD.replace('undocumented-property', 'typo'), 'w.yaml:10:10: there is no check typo'],
    [GOOD.replace('undocumented-property', 'check-crashed'), "w.yaml:10:10: check-crashed can't be waived"],
    [
      GOOD.replace('1234567890123456', '0123456789abcdef'),
      'w.yaml:6:3: the fingerprint stands in line 2 already',
    ],
    [
      GOOD.replace('The fix is promised for spring.', 'TODO'),
      'w.yaml:2:3: reason is still TODO: a waiver needs someone who accepts',
    ],
    ['- fingerprint: "open\n', 'w.yaml:2:1: broken YAML: missing char'],
    ['- a: 1\n  a: 2\n', 'w.yaml:2:3: broken YAML: duplicate key'],
    ['- owner: *nobody\n', 'w.yaml:1:3: owner is not a text'],
  ])('is refused with its place: %j', (text, want) => {
    expect(refusal(text)).toBe(`WaiverError: ${want}`);
  });

  it('may be unfinished while it is being updated', () => {
    expect(refusal(GOOD.replace('owner: ada', 'owner: TODO'), { unfinished: 'allow' })).toBe('no error');
  });
});
