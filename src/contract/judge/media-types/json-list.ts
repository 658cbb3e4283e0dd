import { readJson } from '../../json/read-json.ts';
import type { BodyRead, BodySource } from './body-reader.ts';

/** The JSON list of texts that are JSON each: what is blank is none. They stay on their lines, of which findings tell. */
export function jsonList(texts: readonly string[], between: string, source: BodySource): BodyRead {
  let list = '';
  let isFilled = false;
  let line = 1;
  for (const [index, text] of texts.entries()) {
    if (index > 0) list += between;
    if (text.trim() !== '') {
      const read = readJson(text);
      if (read.kind === 'malformed' && !source.isScrubbedJson(text))
        return { kind: 'malformed', reason: placed(read.reason, line) };
      list += isFilled ? ',' : '[';
      isFilled = true;
    }
    list += text;
    line += (text + between).split('\n').length - 1;
  }
  return { kind: 'json', text: isFilled ? `${list}]` : '[]' };
}

function placed(reason: string, firstLine: number): string {
  return reason
    .replace(/\bline (\d+)/, (_, line: string) => `line ${firstLine + Number(line) - 1}`)
    .replace(': it ends', ` at line ${firstLine}, column 1: it ends`);
}
