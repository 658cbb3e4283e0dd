import { mayHoldMoreKeys } from './duplicate-key.ts';
import { scanJson } from './scan.ts';

/** What is odd about JSON that parses: what one parser makes of it, another does not. */
export interface JsonRemark {
  readonly kind: 'duplicate-key' | 'altered-number' | 'lone-surrogate';
  /** JSON Pointer. */
  readonly path: string;
}

/** What a walk over the parsed value saw. */
export interface JsonCensus {
  readonly keys: number;
  /** A number was met that is infinite, or a whole one that a double may have altered. */
  readonly oddNumber: boolean;
}

const HALF_A_PAIR = /\\u[dD][89a-fA-F]/;

/** Whether a text escapes what may be half a surrogate pair. */
function mayBeOdd(text: string): boolean {
  return text.includes('\\') && HALF_A_PAIR.test(text);
}

/** At most one remark of each kind: the first. The text is valid JSON; only where it might be odd is it scanned. */
export function remarksOn(text: string, { keys, oddNumber }: JsonCensus): readonly JsonRemark[] {
  const maySurrogate = mayBeOdd(text);
  if (!oddNumber && !maySurrogate && !mayHoldMoreKeys(text, keys)) return NONE;
  const first = new Map<JsonRemark['kind'], JsonRemark>();
  for (const { kind, start, end, pointer, repeated } of scanJson(text)) {
    const remark = (what: JsonRemark['kind']): void => {
      if (!first.has(what)) first.set(what, { kind: what, path: pointer });
    };
    if (repeated) remark('duplicate-key');
    if (kind === 'number' && oddNumber && isAltered(text.slice(start, end))) remark('altered-number');
    const isText = kind === 'string' || kind === 'key';
    if (isText && maySurrogate && !isWellFormed(JSON.parse(text.slice(start, end)) as string))
      remark('lone-surrogate');
  }
  return [...first.values()];
}

const NONE: readonly JsonRemark[] = [];

/** What neither a double nor 64 bits hold. */
function isAltered(token: string): boolean {
  const value = Number(token);
  if (!Number.isFinite(value)) return true;
  // Up to 64 bits integers are kept as they are, by many parsers and here.
  return /^-?\d{19,}$/.test(token) && (BigInt(token) < -(2n ** 63n) || BigInt(token) >= 2n ** 64n);
}

/** No half of a surrogate pair without the other. */
export function isWellFormed(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}
