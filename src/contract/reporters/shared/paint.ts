import { styleText } from 'node:util';
import type { Severity } from '../../finding.ts';

type Style = 'blue' | 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow';

/** Puts a text between the codes by which a terminal shows a style, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** @param color whether there are colours: who asks has looked at the terminal, and at `NO_COLOR` */
export function createPaint(color: boolean): Paint {
  // Node would look at this process's own output, which need not be where the text goes.
  return color ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text;
}

const COLORS = { error: 'red', breaking: 'red', warning: 'yellow', info: 'blue' } as const;

/** How bad something is, as the label that a line begins with. */
export function paintLabel(level: Severity | 'breaking', paint: Paint): string {
  return paint(COLORS[level], paint('bold', level));
}
