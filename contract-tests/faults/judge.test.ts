import { describe, expect, it } from '@jest/globals';
import { TimeoutError } from 'exa-enrichments';
import type { Want } from './fault.ts';
import { type Evidence, judge } from './judge.ts';

const error = new TimeoutError('late', {
  phase: 'body',
  timeoutMs: 1000,
  attempts: 1,
  mayHaveSucceeded: true,
});
const want: Want = {
  outcome: 'timeout body',
  attempts: 1,
  may: true,
  ms: [1000, 2000],
  fields: { timeoutMs: 1000 },
};
const evidence: Evidence = {
  settled: { error },
  requests: 1,
  ms: 1010,
  said: 'Failed to cancel',
  key: 'a-secret-indeed',
  busy: 0,
  listeners: 0,
  elsewhere: 0,
  also: undefined,
};

describe('the judge of faults', () => {
  it('has nothing to say where all is as wanted', () => {
    expect(judge(want, evidence)).toEqual([]);
  });

  it.each<[given: string, evidence: Partial<Evidence>, complaint: RegExp]>([
    [
      'success',
      { settled: { value: { status: 'pending' } } },
      /outcome: wanted "timeout body", got "ok pending"/,
    ],
    [
      'an error of somebody else',
      { settled: { error: new TypeError('x') } },
      /not an error of ours: TypeError: x/,
    ],
    ['a request too many', { requests: 2 }, /requests: wanted 1, got 2/],
    ['a call that took too long', { ms: 2001 }, /took 2001 ms/],
    ['a call that did not wait', { ms: 999 }, /took 999 ms/],
    ['the key in an error or a log', { said: 'x-api-key: a-secret-indeed' }, /the key was told/],
    ['the start of the key', { said: 'x-api-key: a-secret-in' }, /the key was told/],
    ['a body that is still read', { busy: 1 }, /answers still read/],
    ['a listener left behind', { listeners: 1 }, /listeners left/],
    ['a connection to another server', { elsewhere: 1 }, /another server/],
    ['what only this fault asks for', { also: 'grew by 200 MiB' }, /grew by 200 MiB/],
  ])('notices %s', (_, changes, complaint) => {
    expect(judge(want, { ...evidence, ...changes }).join('\n')).toMatch(complaint);
  });

  it.each<[given: string, want: Partial<Want>, complaint: RegExp]>([
    ['attempts', { attempts: 3, requests: 1 }, /attempts: wanted 3, got 1/],
    ['whether it may have succeeded', { may: false }, /mayHaveSucceeded: wanted false, got true/],
    ['the message', { says: /certificate/ }, /says nothing of \/certificate\/: late/],
    ['other fields', { fields: { timeoutMs: 5 } }, /timeoutMs: wanted 5, got 1000/],
  ])('compares %s', (_, changes, complaint) => {
    expect(judge({ ...want, ...changes }, evidence).join('\n')).toMatch(complaint);
  });
});
