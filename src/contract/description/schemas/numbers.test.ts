import { describe, expect, it } from '@jest/globals';
import { describing, toldOf } from '../compile.test-support.ts';

describe('a number of format', () => {
  it.each([
    ['int32', '2147483647', true],
    ['int32', '2147483648', false],
    ['int64', '9007199254740991', true],
    ['int64', '-9223372036854774784', true],
    ['int64', '1e300', false],
    ['int64', '-1e19', false],
    ['int64', '1.5', false],
    ['float', '3.4e38', true],
    ['float', '1e39', false],
    ['double', '1.7e308', true],
    ['double', '1e400', false],
  ])('%s: %s fits: %j', async (format, number, fits) => {
    const contract = await describing({ type: 'number', format });
    expect(contract.limitations).toEqual([]);
    const told = toldOf(contract, number);
    expect(told.includes('response-schema-conformance ')).toBe(!fits);
  });
});
