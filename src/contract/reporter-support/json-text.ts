/** What reorders or hides the text that it stands in, or ends a line in it: JSON may hold it as it is. */
const STEERING = /[\u007f-\u009f]|[\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value as JSON that shows every character: what could reorder the text on a screen is escaped, and means the same. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(STEERING, (character) =>
    Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join(''),
  );
  return `${text}\n`;
}

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
