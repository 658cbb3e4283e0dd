import { type JSONPath, type JSONVisitor, visit } from 'jsonc-parser';
import { escapeSegment } from './pointer.ts';

/** A place in JSON text: the name of a member, or a value, of which an object or a list is its opening bracket. */
export interface JsonToken {
  readonly kind: 'name' | 'value';
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** The name, or the value where it is a string, a number or a literal. */
  readonly value: unknown;
  /** Its object had the name before. */
  readonly isRepeated: boolean;
  /** Where the member or the value is in what the text says. To be asked before the next token. */
  readonly path: () => JSONPath;
  /** The same as a JSON Pointer. */
  readonly pointer: () => string;
}

interface Holder {
  readonly pointer: string;
  readonly names: Set<string>;
}

/**
 * Where things stand in a text, for what JSON.parse does not tell. The text must be JSON (JSON.parse has accepted it).
 *
 * @throws RangeError where it nests several thousand levels deep, for the parser recurses
 */
export function scanJson(text: string, see: (token: JsonToken) => void): void {
  const holders: Holder[] = [];
  const tell = (
    kind: JsonToken['kind'],
    value: unknown,
    start: number,
    length: number,
    path: () => JSONPath,
    isRepeated = false,
  ): void => {
    const pointer = (): string => below(holders.at(-1), path().at(-1));
    see({ kind, value, start, end: start + length, isRepeated, path, pointer });
  };
  const begin: JSONVisitor['onArrayBegin'] = (start, length, _line, _column, path) => {
    tell('value', undefined, start, length, path);
    holders.push({ pointer: below(holders.at(-1), path().at(-1)), names: new Set() });
  };
  const end = (): void => {
    holders.pop();
  };
  const visitor: JSONVisitor = {
    onObjectBegin: begin,
    onArrayBegin: begin,
    onObjectEnd: end,
    onArrayEnd: end,
    onObjectProperty: (name, start, length, _line, _column, holder) => {
      const { names } = holders.at(-1) as Holder;
      tell('name', name, start, length, () => [...holder(), name], names.has(name));
      names.add(name);
    },
    onLiteralValue: (value, start, length, _line, _column, path) => tell('value', value, start, length, path),
  };
  try {
    visit(text, visitor);
  } catch (error) {
    throw error instanceof RangeError ? new RangeError('the JSON nests too deeply to be read') : error;
  }
}

/** Made from the holder's, for a large text has as many names as it has lines. */
function below(holder: Holder | undefined, segment: string | number | undefined): string {
  if (holder === undefined || segment === undefined) return '';
  return `${holder.pointer}/${typeof segment === 'number' ? segment : escapeSegment(segment)}`;
}
