const MOST = 80;

/** A value as one short line of JSON, safe to print: control characters are escaped, long values cut. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(typeof value === 'string' ? value.slice(0, MOST + 1) : value) ?? String(value);
  return shorten(text);
}

export function shorten(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes of a hostile recording must not reach a terminal
  const safe = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, escaped);
  return safe.length <= MOST ? safe : `${safe.slice(0, MOST - 1)}…`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
