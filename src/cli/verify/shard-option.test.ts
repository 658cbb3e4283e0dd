import { describe, expect, it } from '@jest/globals';
import { shardOf } from './shard-option.ts';

describe('--shard', () => {
  it.each([
    ['1/1', {}, { index: 1, of: 1 }],
    ['3/12', { JOB_COMPLETION_INDEX: '7' }, { index: 3, of: 12 }],
    ['auto/4', { JOB_COMPLETION_INDEX: '0' }, { index: 1, of: 4 }],
    ['auto/4', { JOB_COMPLETION_INDEX: '3' }, { index: 4, of: 4 }],
    ['auto/4', { CI_NODE_INDEX: '1', GITLAB_CI: 'true' }, { index: 1, of: 4 }],
    ['auto/4', { CI_NODE_INDEX: '4', GITLAB_CI: 'true' }, { index: 4, of: 4 }],
    ['auto/4', { CI_NODE_INDEX: '0', HEROKU_TEST_RUN_ID: 'x' }, { index: 1, of: 4 }],
    ['auto/4', { CIRCLE_NODE_INDEX: '0' }, { index: 1, of: 4 }],
    ['auto/4', { BUILDKITE_PARALLEL_JOB: '2' }, { index: 3, of: 4 }],
    ['auto/4', { SEMAPHORE_JOB_INDEX: '4', JOB_COMPLETION_INDEX: '' }, { index: 4, of: 4 }],
  ])('%s with %j', (text, env, shard) => {
    expect(shardOf(text, env)).toEqual(shard);
  });

  it.each([
    ['', {}, 'must be as 2/3'],
    ['0/3', {}, 'must be as 2/3'],
    ['4/3', {}, 'must be as 2/3'],
    ['1', {}, 'must be as 2/3'],
    ['1/0', {}, 'must be as 2/3'],
    ['1/2/3', {}, 'must be as 2/3'],
    ['a/b', {}, 'must be as 2/3'],
    ['auto', {}, 'must be as 2/3'],
    ['1/1001', {}, 'must be as 2/3'],
    ['auto/0', { JOB_COMPLETION_INDEX: '0' }, 'must be as 2/3'],
    ['auto/1001', { JOB_COMPLETION_INDEX: '0' }, 'must be as 2/3'],
    ['auto/4', {}, 'needs one of JOB_COMPLETION_INDEX'],
    ['auto/4', { CI_NODE_INDEX: '1' }, 'from 1 at GitLab and from 0 at Heroku'],
    ['auto/4', { JOB_COMPLETION_INDEX: '4' }, 'is "4", which counts from 0 to 3'],
    ['auto/4', { CI_NODE_INDEX: '0', GITLAB_CI: 'true' }, 'is "0", which counts from 1 to 4'],
    ['auto/4', { JOB_COMPLETION_INDEX: '1e1' }, 'is "1e1"'],
    [
      'auto/4',
      { JOB_COMPLETION_INDEX: '1', CIRCLE_NODE_INDEX: '1' },
      'JOB_COMPLETION_INDEX and CIRCLE_NODE_INDEX',
    ],
  ])('%j with %j is refused', (text, env, reason) => {
    expect(() => shardOf(text, env)).toThrow(reason);
  });
});
