import { readFile } from 'node:fs/promises';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { CHECK_IDS, type SpecPlace } from '../finding.ts';
import { fileError, isRecordingError } from '../recordings/recording-error.ts';
import { NEVER_WAIVED, UNFINISHED, type Waiver, WaiverError } from './waiver.ts';

const REQUIRED = ['fingerprint', 'reason', 'owner', 'expires'] as const;
const KNOWN: ReadonlySet<string> = new Set([...REQUIRED, 'check', 'note']);

export interface ParseWaiversOptions {
  /** Whether a `TODO` that nobody filled in is an error. Default `refuse`: without a reason nothing was accepted. */
  readonly unfinished?: 'refuse' | 'allow';
}

/** The text of a file of waivers. @throws WaiverError */
export async function readWaiverFile(file: string, missing: 'refuse' | 'empty' = 'refuse'): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && missing === 'empty') return '';
    const known = fileError(file, error);
    throw new WaiverError(file, isRecordingError(known) ? known.reason : `can't be read (${error})`, {
      cause: error,
    });
  }
}

/**
 * Reads the text of a file of waivers: a YAML list, each with fingerprint, reason, owner and expires.
 *
 * @throws WaiverError with `file:line:column` at the first thing that is not as it should be
 */
export function parseWaivers(file: string, text: string, options: ParseWaiversOptions = {}): Waiver[] {
  const lines = new LineCounter();
  // Every scalar a string: a fingerprint of digits alone is no number, and a day no point in time.
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const fail = (offset: number, reason: string): never => {
    const { line, col } = lines.linePos(offset);
    throw new WaiverError(`${file}:${line}:${col}`, reason);
  };
  const [broken] = document.errors;
  if (broken !== undefined)
    fail(broken.pos[0], `broken YAML: ${broken.code.toLowerCase().replaceAll('_', ' ')}`);
  const list = document.contents;
  if (list === null || (isScalar(list) && list.value === '')) return [];
  if (!isSeq(list)) return fail(list.range?.[0] ?? 0, 'is not a list of waivers');
  const waivers = list.items.map((item, index) => {
    const offset = (isNode(item) && item.range?.[0]) || 0;
    if (!isMap(item)) return fail(offset, 'a waiver is a map of fingerprint, reason, owner and expires');
    const { line, col: column } = lines.linePos(offset);
    return readWaiver(item, { file, line, column, pointer: `/${index}` }, offset, fail);
  });
  refuseRepeated(waivers);
  if (options.unfinished !== 'allow') for (const waiver of waivers) refuseUnfinished(waiver);
  return waivers;
}

type Fail = (offset: number, reason: string) => never;

function readWaiver(item: YAMLMap, place: SpecPlace, offset: number, fail: Fail): Waiver {
  const texts = new Map<string, { readonly text: string; readonly offset: number }>();
  for (const { key, value } of item.items) {
    const at = (isScalar(key) && key.range?.[0]) || offset;
    const name = isScalar(key) ? String(key.value) : '';
    if (!KNOWN.has(name)) fail(at, `${name === '' ? 'this' : name} is no member of a waiver`);
    if (!isScalar(value) || typeof value.value !== 'string' || value.value.trim() === '')
      return fail(at, `${name} is not a text`);
    texts.set(name, { text: value.value.trim(), offset: value.range?.[0] ?? at });
  }
  const member = (name: (typeof REQUIRED)[number], isValid: RegExp, what: string): string => {
    const found = texts.get(name) ?? fail(offset, `the waiver has no ${name}`);
    return isValid.test(found.text) ? found.text : fail(found.offset, `${name} is not ${what}`);
  };
  const expires = member('expires', /^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD');
  if (!isDay(expires)) fail(texts.get('expires')?.offset ?? offset, `expires is not a day: ${expires}`);
  const check = texts.get('check');
  const id = CHECK_IDS.find((known) => known === check?.text);
  if (check !== undefined && id === undefined) fail(check.offset, `there is no check ${check.text}`);
  if (check !== undefined && id !== undefined && NEVER_WAIVED.has(id))
    fail(check.offset, `${id} can't be waived`);
  const note = texts.get('note')?.text;
  return {
    fingerprint: member('fingerprint', /^[\da-f]{16}$/, 'the 16 hexadecimal digits of a finding'),
    reason: member('reason', /./, 'a text'),
    owner: member('owner', /./, 'a text'),
    expires,
    ...(id !== undefined && { check: id }),
    ...(note !== undefined && { note }),
    place,
  };
}

function refuseRepeated(waivers: readonly Waiver[]): void {
  const first = new Map<string, Waiver>();
  for (const waiver of waivers) {
    const other = first.get(waiver.fingerprint);
    if (other !== undefined)
      throw new WaiverError(placeText(waiver), `the fingerprint stands in line ${other.place.line} already`);
    first.set(waiver.fingerprint, waiver);
  }
}

function refuseUnfinished(waiver: Waiver): void {
  for (const name of ['reason', 'owner'] as const) {
    if (waiver[name] === UNFINISHED)
      throw new WaiverError(
        placeText(waiver),
        `${name} is still ${UNFINISHED}: a waiver needs someone who accepts`,
      );
  }
}

function placeText({ place }: Waiver): string {
  return `${place.file}:${place.line}:${place.column}`;
}

function isDay(text: string): boolean {
  const time = Date.parse(text);
  // Date.parse moves 30 February into March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
