import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Body, Exchange, HeaderMap } from '../../contract/exchange.ts';
import { printable } from '../../contract/printable.ts';
import { keptRequestHeaders, keptResponseHeaders } from '../../contract/recordings/index.ts';
import { createPaint } from '../../contract/reporters/shared/paint.ts';
import { UsageError } from '../cli-errors.ts';
import { type Terminal, wantsColor } from '../terminal.ts';
import { storedExchanges } from './keep-recording.ts';
import type { Finish } from './make-recording.ts';

/** Reads the stored recording, to hold a new one against it. @throws UsageError if there is none */
export async function prepareCheck(output: string, { out, err, env }: Terminal): Promise<Finish> {
  const stored = await storedExchanges(output);
  const name = printable(output);
  if (stored === undefined) throw new UsageError(`${name}: does not exist, and so can't be checked`);
  return async ({ exchanges }) => {
    const difference = compareRecordings(name, stored, exchanges, wantsColor(out, env));
    if (difference === undefined)
      err.write(`As stored in ${name}; ids, dates and free texts were not compared.\n`);
    else out.write(difference);
    return difference === undefined;
  };
}

/** What differs between a stored recording and a new one of the same thing, as a unified diff; undefined if nothing. */
export function compareRecordings(
  file: string,
  stored: Iterable<Exchange>,
  fresh: Iterable<Exchange>,
  color: boolean,
): string | undefined {
  const [before, after] = [normalise(stored), normalise(fresh)];
  if (before === after) return undefined;
  const patch = createTwoFilesPatch(
    `${file} (stored)`,
    `${file} (now)`,
    before,
    after,
    undefined,
    undefined,
    {
      headerOptions: FILE_HEADERS_ONLY,
    },
  );
  const paint = createPaint(color);
  const painted = (line: string): string => {
    if (line.startsWith('-')) return paint('red', line);
    if (line.startsWith('+')) return paint('green', line);
    return line.startsWith('@@') ? paint('cyan', line) : line;
  };
  return patch
    .split('\n')
    .map((line) => painted(printable(line)))
    .join('\n');
}

/** Headers that differ from one answer to the next; that they are there is compared, their values are not. */
const VOLATILE_HEADERS: ReadonlySet<string> = new Set([
  'cf-ray',
  'date',
  'etag',
  'last-modified',
  'ratelimit-remaining',
  'ratelimit-reset',
  'x-request-id',
]);

/** Members that hold what somebody wrote about one enrichment, or an id. */
const VOLATILE_MEMBERS: Readonly<Record<string, string>> = {
  description: '<text>',
  id: '<id>',
  instructions: '<text>',
  label: '<text>',
  requestId: '<id>',
  title: '<text>',
  websetId: '<id>',
};

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * Exchanges as text for comparing two recordings of the same thing: ids, dates and free texts become names for what they
 * are, null stays null, and of answers that repeat the first is kept, for how often one polls is chance.
 */
function normalise(exchanges: Iterable<Exchange>): string {
  const blocks: string[] = [];
  for (const exchange of exchanges) {
    const block = blockOf(exchange);
    if (block !== blocks.at(-1)) blocks.push(block);
  }
  return blocks.join('\n');
}

function blockOf({ request, response }: Exchange): string {
  return [
    `${request.method} ${addressOf(request.url)}`,
    ...headerLines(keptRequestHeaders(request.headers)),
    ...bodyLines(request.body),
    String(response.status),
    ...headerLines(keptResponseHeaders(response.headers)),
    ...bodyLines(response.body),
    '',
  ].join('\n');
}

/** The ids in the path, told by the segments before them. */
function addressOf(url: string): string {
  return url.replace(/\/(websets\/v0\/websets|enrichments)\/[^/?#]+/g, '/$1/<id>');
}

function headerLines(headers: HeaderMap): readonly string[] {
  return Object.entries(headers).flatMap(([name, values]) =>
    values.map((value) => `  ${name}: ${VOLATILE_HEADERS.has(name) ? '<volatile>' : value}`),
  );
}

function bodyLines(body: Body): readonly string[] {
  if (body === undefined) return [];
  const text = typeof body === 'string' ? body : `${body.length} bytes`;
  return (prettyJson(text) ?? text).split('\n').map((line) => `  ${line}`);
}

function prettyJson(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text, replaced), null, 2);
  } catch {
    return undefined;
  }
}

function replaced(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (Object.hasOwn(VOLATILE_MEMBERS, name)) return VOLATILE_MEMBERS[name];
  if (DATE.test(value)) return '<date>';
  // The path of a service error quotes the ids.
  return name === 'path' ? value.replace(/\/(websets|enrichments)\/[^/]+/g, '/$1/<id>') : value;
}
