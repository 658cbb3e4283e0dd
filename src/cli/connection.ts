import { open } from 'node:fs/promises';
import { checkApiKey } from '../client/http/api-key.ts';
import { printable } from '../contract/printable.ts';
import type { ClientOptions } from '../index.ts';
import { UsageError, unreadable } from './cli-errors.ts';
import type { Terminal } from './terminal.ts';

/** The options of every command that talks to the API. */
export const CONNECTION_OPTIONS = {
  'base-url': { type: 'string', value: 'URL', help: 'another server than https://api.exa.ai/websets' },
  'api-key-file': {
    type: 'string',
    value: 'FILE',
    help: 'read the key there instead of from EXA_API_KEY; a key is never taken as an argument',
  },
} as const;

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
  terminal: Pick<Terminal, 'env' | 'err'>,
): Promise<Pick<ClientOptions, 'baseUrl'> & { readonly apiKey: string }> {
  return { apiKey: await keyOf(values['api-key-file'], terminal), baseUrl: values['base-url'] };
}

async function keyOf(file: string | undefined, { env, err }: Pick<Terminal, 'env' | 'err'>): Promise<string> {
  const key = file === undefined ? env['EXA_API_KEY'] : await keyIn(file, err);
  if (key !== undefined && key.trim() !== '') return checkApiKey(key);
  if (file !== undefined) throw new UsageError(`${printable(file)} holds no key`);
  throw new UsageError('there is no API key: set EXA_API_KEY, or pass --api-key-file FILE');
}

/** A line of a shell or of a `.env` file. A key in base64 may end in equals signs, too. */
const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?[a-z_]\w*[ \t]*=[ \t]*[^=\s]/im;

/** What the bits of a file's mode let its group and everybody else do. */
const OTHERS = 0o077;

async function keyIn(file: string, err: Terminal['err']): Promise<string> {
  const { text, isOpenToOthers } = await readKeyFile(file);
  if (ASSIGNMENT.test(text)) {
    throw new UsageError(
      `${printable(file)} holds NAME=value, as a shell reads it, and not a key alone: write only the key into it, or let the shell read it and set EXA_API_KEY`,
    );
  }
  if (isOpenToOthers) {
    err.write(`Warning: others on this machine may read the key in ${printable(file)}: chmod 600 it.\n`);
  }
  return text;
}

/** A pipe has no reader but this one, and Windows keeps other lists than bits. */
async function readKeyFile(
  file: string,
): Promise<{ readonly text: string; readonly isOpenToOthers: boolean }> {
  try {
    const handle = await open(file);
    try {
      const stats = await handle.stat();
      const isOpenToOthers = stats.isFile() && (stats.mode & OTHERS) !== 0 && process.platform !== 'win32';
      return { text: await handle.readFile('utf8'), isOpenToOthers };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(file, error);
  }
}
