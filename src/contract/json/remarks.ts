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

const NONE: readonly JsonRemark[] = [];

/** At most one remark of each kind: the first. The text is valid JSON; only where it might be odd is it scanned. */
export function remarksOn(text: string, { keys, oddNumber }: JsonCensus): readonly JsonRemark[] {
  const maySurrogate = mayBeOdd(text);
  if (!oddNumber && !maySurrogate && !mayHoldMoreKeys(text, keys)) return NONE;
  const first = new Map<JsonRemark['kind'], JsonRemark>();
  scanJson(text, ({ start, end, value, pointer, isRepeated }) => {
    const remark = (kind: JsonRemark['kind']): void => {
      if (!first.has(kind)) first.set(kind, { kind, path: pointer() });
    };
    if (isRepeated) remark('duplicate-key');
    if (typeof value === 'number' && oddNumber && isAltered(text.slice(start, end))) remark('altered-number');
    if (typeof value === 'string' && maySurrogate && !isWellFormed(value)) remark('lone-surrogate');
  });
  return [...first.values()];
}

/** The JSON Pointer of the first object key that occurs twice in the same object, or undefined. The text is valid JSON. */
export function duplicateKey(text: string): string | undefined {
  let first: string | undefined;
  scanJson(text, ({ isRepeated, pointer }) => {
    if (isRepeated) first ??= pointer();
  });
  return first;
}

const HALF_A_PAIR = /\\u[dD][89a-fA-F]/;

/** Whether a text escapes what may be half a surrogate pair. */
function mayBeOdd(text: string): boolean {
  return text.includes('\\') && HALF_A_PAIR.test(text);
}

/**
 * Whether valid JSON text might hold more members than `keys`, the number that JSON.parse kept. A member has one colon,
 * which follows a quote or white space, so no more such colons than keys means no duplicate: exact, and a tenth of
 * the time of a scan. Colons in strings only make it say "might".
 */
export function mayHoldMoreKeys(text: string, keys: number): boolean {
  let left = keys;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if ((before === 0x22 || before <= 0x20) && --left < 0) return true;
  }
  return false;
}

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

interface RemarkDraft {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly dataPath: string;
  readonly received: string;
  readonly documented: string;
}

/** Sources: RFC 8259, sections 4, 6 and 8.2: names should be unique; numbers beyond a double and half surrogates are unpredictable. */
const SAID: Readonly<Record<JsonRemark['kind'], Omit<RemarkDraft, 'dataPath'>>> = {
  'duplicate-key': {
    severity: 'error',
    message: 'The body has the same key twice in one object; parsers differ in which one they keep.',
    received: 'a duplicate key',
    documented: 'each key once',
  },
  'altered-number': {
    severity: 'warning',
    message: 'The body has a number that a double can not hold; most parsers read another one.',
    received: 'a number beyond double precision',
    documented: 'numbers that every parser reads alike',
  },
  'lone-surrogate': {
    severity: 'info',
    message: 'The body has half a surrogate pair in a string; no UTF-8 text can carry it.',
    received: 'a lone surrogate',
    documented: 'Unicode text',
  },
};

export function describeRemark({ kind, path }: JsonRemark): RemarkDraft {
  return { ...SAID[kind], dataPath: path };
}
