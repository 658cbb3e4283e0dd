import { describe, expect, it } from '@jest/globals';
import { targetsOf } from './targets.ts';

describe('where reports go', () => {
  it.each<[string[], string | undefined, [string, string | undefined][]]>([
    [[], undefined, [['pretty', undefined]]],
    [[], 'a.txt', [['pretty', 'a.txt']]],
    [['json'], undefined, [['json', undefined]]],
    [['json'], 'a.json', [['json', 'a.json']]],
    [
      ['pretty', 'html=out/a=b.html', 'junit=j.xml'],
      undefined,
      [
        ['pretty', undefined],
        ['html', 'out/a=b.html'],
        ['junit', 'j.xml'],
      ],
    ],
    [
      ['markdown', 'sarif=s.sarif'],
      'm.md',
      [
        ['markdown', 'm.md'],
        ['sarif', 's.sarif'],
      ],
    ],
  ])('%j with --output %j', (formats, output, want) => {
    expect(targetsOf(formats, output).map(({ format, file }) => [format, file])).toEqual(want);
  });

  it.each<[string[], string | undefined, string]>([
    [
      ['xml'],
      undefined,
      '--format must be one of pretty, json, junit, sarif, github, markdown, html, not "xml"',
    ],
    [['html='], undefined, '--format html= needs a file'],
    [
      ['html', 'json'],
      undefined,
      'html and json would both go to stdout: give one a file, as in --format json=FILE',
    ],
    [['html', 'json=a'], 'a', 'html and json would both go to a: give one a file, as in --format json=FILE'],
    [['html=a'], 'b', '--output is for a format without a file, and each has one'],
  ])('refuses %j with --output %j', (formats, output, message) => {
    expect(() => targetsOf(formats, output)).toThrow(message);
  });
});
