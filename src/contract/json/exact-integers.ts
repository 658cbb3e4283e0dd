import type { JSONPath } from 'jsonc-parser';
import { scanJson } from './scan.ts';

/**
 * A parsed value with each integer that a double does not hold as the bigint that its text says. Of JSON that was parsed
 * from the text; another value where there is such an integer, and the same where there is none.
 */
export function withExactIntegers(text: string, value: unknown): unknown {
  const found: [path: JSONPath, integer: bigint][] = [];
  scanJson(text, ({ value: number, start, end, path }) => {
    if (typeof number !== 'number' || Number.isSafeInteger(number)) return;
    const token = text.slice(start, end);
    if (/^-?\d{16,}$/.test(token)) found.push([path(), BigInt(token)]);
  });
  if (found.length === 0) return value;
  const root = { '': copyOf(value) };
  for (const [path, integer] of found) put(root, ['', ...path], integer);
  return root[''];
}

/** Of a value that may hold what JSON has not, and nests no deeper than is allowed. */
function copyOf(value: unknown): unknown {
  if (!isHolder(value)) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copyOf(part)]));
}

/** A path in a text may name a key that its object has twice: the last is the one that was kept. */
function put(root: object, path: JSONPath, integer: bigint): void {
  const last = path.at(-1) as string | number;
  let holder: unknown = root;
  for (const name of path.slice(0, -1)) holder = isHolder(holder) ? holder[name] : undefined;
  if (isHolder(holder) && typeof holder[last] === 'number') holder[last] = integer;
}

function isHolder(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whether a value holds an integer as a bigint. */
export function holdsBigInt(value: unknown): boolean {
  if (typeof value === 'bigint') return true;
  return isHolder(value) && Object.values(value).some(holdsBigInt);
}
