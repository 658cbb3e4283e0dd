/** Control, format and line-separating characters and lone surrogates: they can steer the terminal pasted into. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * One word for a POSIX shell, whatever the text holds: nothing in it is expanded or run. A text that can't be printed is
 * quoted as `$'…'` (bash, zsh, ksh), byte by byte where it must be.
 */
export function shellQuote(text: string): string {
  if (/^[\w@%+:,./-]+$/.test(text) && !text.startsWith('-')) return text;
  if (!UNPRINTABLE.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = [...text].map((character) => {
    if (character === "'" || character === '\\') return `\\${character}`;
    if (character === '\n') return '\\n';
    return UNPRINTABLE.test(character) ? octalBytes(character) : character;
  });
  return `$'${escaped.join('')}'`;
}

/** Three digits each: unlike `\x`, an octal escape can't swallow the characters after it. */
function octalBytes(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('');
}
