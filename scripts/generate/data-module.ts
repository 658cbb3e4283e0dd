import { HEADER } from './header.ts';
import { literalType } from './literal-type.ts';

/** A module that exports one piece of plain data. */
export function dataModule(name: string, value: unknown): string {
  return `${HEADER}export const ${name} = ${JSON.stringify(value, null, 2)};\n`;
}

/** Its types, to the letter: a path or status that is not in the fragment does not compile. */
export function dataTypes(name: string, value: unknown): string {
  return `${HEADER}export declare const ${name}: ${literalType(value)};\n`;
}
