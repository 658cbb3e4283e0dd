import { readFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import type { Claim } from '../claims/table.ts';

/** What jest and vitest write with `--json`, as far as it matters here. */
interface Results {
  readonly testResults: readonly {
    /** Why the file could not be run, if it could not. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly duration?: number | null;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/**
 * The claims of a run.
 *
 * @throws Error where there are none: a run that tried nothing shows nothing.
 */
export async function readClaims(file: string): Promise<Claim[]> {
  const { testResults } = JSON.parse(await readFile(file, 'utf8')) as Results;
  const claims = testResults.flatMap(({ message, assertionResults }) =>
    assertionResults.length === 0
      ? [{ name: 'the tests load', ok: false, detail: brief(message), ms: 0 }]
      : assertionResults
          .filter(({ status }) => status !== 'pending' && status !== 'skipped')
          .map(({ title, status, duration, failureMessages }) => ({
            name: title,
            ok: status === 'passed',
            detail: brief(failureMessages.join('\n')),
            ms: Math.round(duration ?? 0),
          })),
  );
  if (claims.length === 0) throw new Error('no test was run');
  return claims;
}

/** A failure without colours and stack, and no longer than can be read in a table. */
function brief(text: string): string {
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trim());
  const telling = lines.filter((line) => line !== '' && !line.startsWith('at '));
  return telling.slice(0, 12).join(' | ').slice(0, 600);
}
