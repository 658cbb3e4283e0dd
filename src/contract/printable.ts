/** Control, format (bidi overrides among them) and line-separating characters, and lone surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Text that stays on one line and can't steer a terminal: a file name may hold a newline or an escape code.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    if (character === '\t') return '\\t';
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
}

const MOST = 80;

/** A value as one short line of JSON, safe to print: control characters are escaped, long values cut. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  return shorten(previewJson(value, MOST));
}

/** Text on one line that can't steer a terminal, cut to a length that a table bears. */
export function shorten(text: string): string {
  const safe = printable(text);
  return safe.length <= MOST ? safe : `${safe.slice(0, MOST - 1)}…`;
}

/**
 * The first characters of a value's JSON, about `most` of them: what is cut off is never written, so that a body of
 * many megabytes, or of a hundred thousand levels, costs no more than a small one.
 */
export function previewJson(value: unknown, most: number): string {
  const parts: string[] = [];
  let left = most;
  const write = (text: string): void => {
    parts.push(text);
    left -= text.length;
  };
  const visit = (current: unknown): void => {
    if (typeof current === 'string') write(JSON.stringify(current.slice(0, left + 1)));
    else if (typeof current !== 'object' || current === null) write(plain(current));
    else if (Array.isArray(current)) {
      write('[');
      for (let index = 0; index < current.length && left > 0; index++) {
        if (index > 0) write(',');
        visit(current[index]);
      }
      write(']');
    } else {
      let separator = '{';
      for (const name in current) {
        if (left <= 0) break;
        write(separator);
        visit(name);
        write(':');
        visit((current as Record<string, unknown>)[name]);
        separator = ',';
      }
      write(separator === '{' ? '{}' : '}');
    }
  };
  visit(value);
  return parts.join('');
}

function plain(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'symbol') return value.description ?? '';
  return JSON.stringify(value) ?? String(value);
}
