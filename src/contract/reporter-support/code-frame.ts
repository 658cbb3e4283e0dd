import type { SpecPlace } from '../finding.ts';
import { printable } from '../printable.ts';
import type { Sources } from './report-context.ts';

/** Lines of the description around a place. */
export interface CodeFrame {
  readonly lines: readonly FrameLine[];
  /** Of the marked place, counted from 1. */
  readonly column: number;
}

export interface FrameLine {
  readonly number: number;
  /** Printable, cut where it is very long. */
  readonly text: string;
  readonly marked: boolean;
}

const BEFORE = 2;
const AFTER = 3;
const LONGEST_LINE = 160;

/** The lines around a place; undefined where the file or the line is not at hand. */
export function codeFrame(sources: Sources, place: SpecPlace): CodeFrame | undefined {
  const lines = sources.get(place.file);
  if (lines === undefined || place.line < 1 || place.line > lines.length) return undefined;
  const from = Math.max(1, place.line - BEFORE);
  const shown = lines.slice(from - 1, place.line + AFTER);
  return {
    lines: shown.map((line, index) => ({
      number: from + index,
      text: printable(line.replaceAll('\t', '  ')).slice(0, LONGEST_LINE),
      marked: from + index === place.line,
    })),
    column: place.column,
  };
}
