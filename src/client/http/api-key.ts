import { ConfigurationError, isControlFlow } from '../errors.ts';
import { readEnvironment } from '../runtime.ts';

/** The key itself, or a function that gives it, at once or later: called once for each call of the client. */
export type ApiKey = string | (() => string | Promise<string>);

const PRINTABLE_ASCII = /^[!-~]+$/;

/**
 * The key, trimmed, and fit to be sent. Checked here, because `fetch` quotes the whole value in its own complaint;
 * none of the messages below does.
 */
export function checkApiKey(value: unknown): string {
  const key = typeof value === 'string' ? value.trim() : '';
  if (key === '') throw new ConfigurationError('There is no API key. Pass `apiKey`, or set EXA_API_KEY.');
  if (PRINTABLE_ASCII.test(key)) return key;
  throw new ConfigurationError(
    'The API key holds characters that no key has, such as a space or a line break. Copy it again.',
  );
}

/** Gives the checked key, from `apiKey`, else from `EXA_API_KEY` as it is at that moment. */
export function keySource(apiKey: ApiKey | undefined): () => string | Promise<string> {
  let given: unknown;
  let checked = '';
  return () => {
    if (typeof apiKey === 'function') return askForKey(apiKey);
    const value = apiKey ?? readEnvironment('EXA_API_KEY');
    if (value !== given || checked === '') {
      checked = checkApiKey(value);
      given = value;
    }
    return checked;
  };
}

async function askForKey(ask: () => string | Promise<string>): Promise<string> {
  let value: unknown;
  try {
    value = await ask();
  } catch (cause) {
    if (isControlFlow(cause)) throw cause;
    throw new ConfigurationError('The function given as `apiKey` failed: see the cause.', { cause });
  }
  return checkApiKey(value);
}
