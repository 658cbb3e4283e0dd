import { posix } from 'node:path';
import type { Finding, SpecPlace } from '../../finding.ts';
import { printable } from '../../printable.ts';
import { isOfWaiver } from '../../waivers/apply.ts';
import { cutOff } from './fold.ts';

/** The lines of the files of a description, by the name that places give them; a file that can't be read is absent. */
export type Sources = ReadonlyMap<string, readonly string[]>;

/** A place in the caller's folder that a tool can open. */
export interface FilePlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** Lines of the description around a place, each printable, cut where it is very long. */
export interface CodeFrame {
  /** Number of the first line, counted from 1. */
  readonly from: number;
  readonly lines: readonly string[];
  /** Index into `lines`. */
  readonly marked: number;
  /** Where in the marked line, as it is shown, the place is: counted from 1. It is always in the part that is shown. */
  readonly column: number;
}

const LINES_BEFORE = 2;
const LINES_AFTER = 3;
const LONGEST_LINE = 160;

export function placeText({ file, line, column }: SpecPlace): string {
  return `${file}:${line}:${column}`;
}

/**
 * The place in the description, as a path from the current folder; undefined where the finding has none, or where the
 * description is not the caller's own (in a package, or above the folder): no tool could open it there.
 */
export function placeInDescription(finding: Finding, descriptionFolder: string): FilePlace | undefined {
  const { spec } = finding;
  if (spec === undefined) return undefined;
  const file = isOfWaiver(finding)
    ? spec.file
    : posix.join(descriptionFolder.replaceAll('\\', '/'), spec.file);
  const foreign = /(?:^|\/)(?:\.\.|node_modules)(?:\/|$)/.test(file);
  return foreign ? undefined : { file, line: spec.line, column: spec.column };
}

/** Where to point at: the description, else the recording. */
export function placeOfFinding(finding: Finding, descriptionFolder: string): FilePlace {
  return placeInDescription(finding, descriptionFolder) ?? { file: posix.normalize(finding.recording.file) };
}

/**
 * The lines around a place; undefined where the file or the line is not at hand.
 *
 * @param longest how many columns a line may take
 */
export function codeFrame(
  sources: Sources,
  { file, line, column }: SpecPlace,
  longest: number = LONGEST_LINE,
): CodeFrame | undefined {
  const lines = sources.get(file);
  if (lines === undefined || line < 1 || line > lines.length) return undefined;
  const first = Math.max(1, line - LINES_BEFORE);
  const marked = line - first;
  const shown = lines.slice(first - 1, line + LINES_AFTER);
  const at = Math.max(1, column) - 1;
  // What is printable may be longer than what stands there: the column is that of what is shown.
  // Further to the right the place would be cut off, or out of sight: the line is shown from a little before it.
  const far = Math.floor((longest * 5) / 8);
  const left = plain(shown[marked]?.slice(Math.max(0, at - far), at) ?? '');
  const before = at > far || left.length > far ? `…${left.slice(-Math.floor(longest / 4))}` : left;
  const after = plain(shown[marked]?.slice(at, at + longest) ?? '');
  return {
    from: first,
    lines: shown.map((text, index) =>
      cutOff(index === marked ? before + after : plain(text.slice(0, 2 * longest)), longest),
    ),
    marked,
    column: before.length + 1,
  };
}

function plain(text: string): string {
  return printable(text.replaceAll('\t', '  '));
}
