import type { Shard } from '../../contract/run/plan.ts';
import { UsageError } from '../cli-errors.ts';

const MOST_SHARDS = 1_000;

/** A variable in which a scheduler tells a job its place. */
interface Counter {
  readonly name: string;
  /** The number of the first job. */
  readonly first: 0 | 1;
  /** A variable that is set where this scheduler runs, if others have a variable of the same name. */
  readonly where?: string;
}

/**
 * Sources: kubernetes.io, "Job: Completion mode"; docs.gitlab.com, "Predefined CI/CD variables"; devcenter.heroku.com,
 * "Heroku CI parallel test runs"; circleci.com, "Built-in environment variables"; buildkite.com, "Environment variables";
 * docs.semaphoreci.com, "Environment variables". GitHub Actions has none: its matrix is written as `--shard 2/4`.
 */
const COUNTERS: readonly Counter[] = [
  { name: 'JOB_COMPLETION_INDEX', first: 0 },
  { name: 'CI_NODE_INDEX', first: 1, where: 'GITLAB_CI' },
  { name: 'CI_NODE_INDEX', first: 0, where: 'HEROKU_TEST_RUN_ID' },
  { name: 'CIRCLE_NODE_INDEX', first: 0 },
  { name: 'BUILDKITE_PARALLEL_JOB', first: 0 },
  { name: 'SEMAPHORE_JOB_INDEX', first: 1 },
];

/**
 * The value of `--shard`: `2/3`, or `auto/3` for the place that the scheduler tells in the environment.
 *
 * @throws UsageError
 */
export function shardOf(text: string, env: NodeJS.ProcessEnv = process.env): Shard {
  const [, place, count] = /^(\d{1,4}|auto)\/(\d{1,4})$/.exec(text) ?? [];
  const of = Number(count);
  const index = place === 'auto' && of > 0 ? placeIn(env, text, of) : Number(place);
  if (index >= 1 && index <= of && of <= MOST_SHARDS) return { index, of };
  throw new UsageError(`--shard must be as 2/3, the second of three, or auto/3, not ${JSON.stringify(text)}`);
}

function placeIn(env: NodeJS.ProcessEnv, option: string, of: number): number {
  const told = COUNTERS.filter(
    ({ name, where }) => (env[name] ?? '') !== '' && (where === undefined || (env[where] ?? '') !== ''),
  );
  const [counter] = told;
  if (counter === undefined) throw new UsageError(unknownPlace(env, option));
  const { name, first } = counter;
  const others = told.filter((other) => other.name !== name);
  if (others.length > 0)
    throw new UsageError(
      `--shard ${option}: ${[name, ...others.map((other) => other.name)].join(' and ')} are set; say which share, as 2/${of}`,
    );
  const value = env[name] ?? '';
  const index = /^\d{1,4}$/.test(value) ? Number(value) - first + 1 : 0;
  if (index >= 1 && index <= of) return index;
  throw new UsageError(
    `--shard ${option}: ${name} is ${JSON.stringify(value)}, which counts from ${first} to ${of - 1 + first}`,
  );
}

function unknownPlace(env: NodeJS.ProcessEnv, option: string): string {
  if ((env['CI_NODE_INDEX'] ?? '') !== '')
    return `--shard ${option}: CI_NODE_INDEX counts from 1 at GitLab and from 0 at Heroku, and this is neither; say which share`;
  const names = [...new Set(COUNTERS.map(({ name }) => name))];
  return `--shard ${option} needs one of ${names.join(', ')}; none is set`;
}
