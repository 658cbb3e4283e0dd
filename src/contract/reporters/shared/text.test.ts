import { describe, expect, it } from '@jest/globals';
import { jsonText } from './text.ts';

describe('jsonText', () => {
  it('escapes what could reorder or hide text, and means the same', () => {
    const value = { 'a\u202e': 'b\u2066c\u2028d\u200fe\u009bf\u{e0001}é😀' };
    const text = jsonText(value);
    expect(text).toBe('{\n  "a\\u202e": "b\\u2066c\\u2028d\\u200fe\\u009bf\\udb40\\udc01é😀"\n}\n');
    expect(JSON.parse(text)).toEqual(value);
  });
});
