import type { TextReader } from './body-reader.ts';
import { jsonList } from './json-list.ts';

/** JSON Lines, and NDJSON: a value a line. Source: jsonlines.org, and the NDJSON specification 1.0. */
export const readJsonLines: TextReader = (text, source) => jsonList(text.split('\n'), '\n', source);
