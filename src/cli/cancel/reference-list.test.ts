import { describe, expect, it } from '@jest/globals';
import { parseRef } from './reference-list.ts';

describe('a line with a reference', () => {
  it.each([
    ['{"webset":"w","enrichment":"e"}', { webset: 'w', enrichment: 'e' }],
    ['  {"enrichment":"e","note":{"a":1},"webset":"x/ü?#"}  ', { webset: 'x/ü?#', enrichment: 'e' }],
  ])('is read: %s', (text, ref) => {
    expect(parseRef(text)).toEqual(ref);
  });

  it.each([
    ['{"webset":"w",', 'is not JSON: each line has to be {"webset": "...", "enrichment": "..."}'],
    ['webset,enrichment', 'is not JSON: each line has to be {"webset": "...", "enrichment": "..."}'],
    ['null', 'is not an object: each line has to be {"webset": "...", "enrichment": "..."}'],
    ['["w","e"]', 'is not an object: each line has to be {"webset": "...", "enrichment": "..."}'],
    ['{"enrichment":"e"}', 'has no "webset"'],
    ['{"webset":"w","enrichmentId":"e"}', 'has no "enrichment"'],
    ['{"webset":"w","enrichment":null}', 'has no string as "enrichment"'],
    ['{"webset":1,"enrichment":"e"}', 'has no string as "webset"'],
    ['{"webset":"w","enrichment":"a","enrichment":"b"}', 'has "enrichment" twice'],
    [
      '{"webset":"w","enrichment":""}',
      "can't be used: the enrichment id is empty. Pass it as the API gave it.",
    ],
    [
      '{"webset":"..","enrichment":"e"}',
      'can\'t be used: the webset id is "..", which would address something else. Pass it as the API gave it.',
    ],
    [
      '{"webset":"\\ud800","enrichment":"e"}',
      "can't be used: the webset id holds half a surrogate pair. Pass it as the API gave it.",
    ],
  ])('is refused: %s', (text, reason) => {
    expect(parseRef(text)).toEqual({ reason });
  });
});
