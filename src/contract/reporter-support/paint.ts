import { styleText } from 'node:util';

type Style = 'blue' | 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow';

/** Puts a text between the codes by which a terminal shows a style, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** @param color whether there are colours: who asks has looked at the terminal, and at `NO_COLOR` */
export function createPaint(color: boolean): Paint {
  // Node would look at this process's own output, which need not be where the text goes.
  return color ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text;
}
