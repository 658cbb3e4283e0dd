import { resolve } from 'node:path';
import { DescriptionError } from '../description/description-error.ts';
import { type Description, loadDescription } from '../description/load/description.ts';

export interface Published {
  readonly description: Description;
  /** What a file of it is called for people: one that was fetched has a URL. */
  rename(file: string): string;
}

/**
 * Loads a published description from a file, or from a URL. A fetched one has to be whole: what it refers to in other
 * files is not fetched. Throws DescriptionError.
 */
export async function loadPublished(
  from: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
  allowRefs?: readonly string[],
): Promise<Published> {
  const url = descriptionUrl(from);
  if (url === undefined)
    return { description: await loadDescription(from, { allowRefs }), rename: (file) => file };
  const text = await fetchDescription(url, fetch);
  // A path that no file has, in a folder of its own: it is but a name to load the text by.
  const folder = resolve('/fetched');
  const name = shown(url).replace(/[^\w.-]+/g, '-');
  const path = resolve(folder, name);
  const read = async (file: string): Promise<string> => {
    if (file !== path) throw new Error('what a fetched description refers to is not fetched');
    return text;
  };
  return {
    description: await loadDescription(path, { relativeTo: folder, readText: read }),
    rename: (file) => (file === name ? shown(url) : file),
  };
}

export interface FetchLimits {
  /** In milliseconds, for the whole answer. */
  readonly timeout: number;
  /** In bytes, decoded. */
  readonly most: number;
}

const FETCH_LIMITS: FetchLimits = { timeout: 30_000, most: 20_000_000 };

/** A URL that a description may be fetched from: https, or http on loopback; undefined for anything else. */
function descriptionUrl(text: string): URL | undefined {
  if (!/^[a-z][a-z\d+.-]+:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isLoopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback)) return url;
  throw new DescriptionError(shown(url), 'is not fetched: only https, or http on loopback');
}

/** The URL with nothing in it that may be a secret. */
function shown({ origin, pathname, protocol, host }: URL): string {
  return `${origin === 'null' ? `${protocol}//${host}` : origin}${pathname}`;
}

/** Fetches a description as text. No redirect is followed, for it would lead where nobody asked for. Throws DescriptionError. */
export async function fetchDescription(
  url: URL,
  fetch: typeof globalThis.fetch,
  { timeout, most }: FetchLimits = FETCH_LIMITS,
): Promise<string> {
  const fail = (reason: string, cause?: unknown): never => {
    throw new DescriptionError(shown(url), reason, { cause });
  };
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, { signal, redirect: 'manual', headers: { accept: ACCEPT } });
    const target = response.headers.get('location');
    if (response.status >= 300 && response.status < 400)
      return fail(`redirects to ${target}: give that URL, if it is right`);
    if (!response.ok || response.body === null) return fail(`can't be fetched: status ${response.status}`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) return fail(`is larger than ${most} bytes`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
  } catch (error) {
    if (error instanceof DescriptionError) throw error;
    if (signal.aborted) return fail(`can't be fetched: no answer within ${timeout / 1000} s`, error);
    const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
    return fail(`can't be fetched (${cause?.code ?? cause?.message ?? message})`, error);
  }
}

const ACCEPT = 'application/json, application/yaml, text/yaml, */*;q=0.1';
