import { describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract/contract.ts';
import { targetOf } from './proxy-target.ts';
import { serversOf } from './verify-passing.ts';

/** A description with operations at these base paths. */
const at = (...basePaths: readonly string[]): Pick<Contract, 'operations'> => ({
  operations: basePaths.map(
    (basePath) =>
      ({ servers: [{ host: 'api.example.com', basePath }] }) as unknown as Contract['operations'][number],
  ),
});

describe('the target as a server of a description', () => {
  it.each<[string, string, ReturnType<typeof at>, string[]]>([
    ['at the documented base path', 'https://a.test', at('/v1', '/v1'), ['https://a.test/v1']],
    ['at each of several', 'https://a.test/', at('/v1', ''), ['https://a.test/v1', 'https://a.test']],
    ['at its own, whatever is documented', 'https://a.test/v2', at('/v1'), ['https://a.test/v2']],
    ['at its root where none is known', 'https://a.test', at('/{}/x'), ['https://a.test']],
  ])('stands %s', (_, target, contract, want) => {
    expect(serversOf(contract, targetOf(target))).toEqual(want);
  });
});
