import { describe, expect, it } from '@jest/globals';
import { jsonLine } from './json-line.ts';

describe('a line of JSON', () => {
  it('is harmless on a terminal, and the same value for a program', () => {
    const value = { text: 'a\u001b[2J\u009b2J\u007f\u202e\u2028\nü😀' };
    const line = jsonLine(value);
    expect(JSON.parse(line)).toEqual(value);
    expect(line).toBe('{"text":"a\\u001b[2J\\u009b2J\\u007f\\u202e\\u2028\\nü😀"}\n');
  });
});
