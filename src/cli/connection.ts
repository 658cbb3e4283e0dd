import { readFile } from 'node:fs/promises';
import { checkApiKey } from '../client/api-key.ts';
import { printable } from '../contract/recording-support/printable.ts';
import type { ClientOptions } from '../index.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The options of every command that talks to the API. */
export const CONNECTION_OPTIONS = {
  'base-url': { type: 'string' },
  'api-key-file': { type: 'string' },
} as const;

export const CONNECTION_HELP = `  --base-url URL        another server than https://api.exa.ai/websets
  --api-key-file FILE   read the key there instead of from EXA_API_KEY; a key is never taken as an argument
`;

export interface ConnectionValues {
  readonly 'base-url'?: string | undefined;
  readonly 'api-key-file'?: string | undefined;
}

/**
 * Which server to talk to, and with which key.
 *
 * @throws UsageError or ConfigurationError, without the key in it, before anything is sent
 */
export async function connectionOf(
  values: ConnectionValues,
  env: Terminal['env'],
): Promise<Pick<ClientOptions, 'baseUrl'> & { readonly apiKey: string }> {
  return { apiKey: await keyOf(values['api-key-file'], env), baseUrl: values['base-url'] };
}

async function keyOf(file: string | undefined, env: Terminal['env']): Promise<string> {
  const key = file === undefined ? env['EXA_API_KEY'] : await keyIn(file);
  if (key !== undefined && key.trim() !== '') return checkApiKey(key);
  if (file !== undefined) throw new UsageError(`${printable(file)} holds no key`);
  throw new UsageError('there is no API key: set EXA_API_KEY, or pass --api-key-file FILE');
}

async function keyIn(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`the key can't be read from ${printable(file)} (${code ?? 'no reason given'})`);
  }
}
