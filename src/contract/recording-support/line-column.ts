/** The place of a character as `line:column`, both counted from 1. `firstLine` is the number of the first line. */
export function lineColumn(text: string, offset: number, firstLine = 1): string {
  let line = firstLine;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return `${line}:${offset - start + 1}`;
}
