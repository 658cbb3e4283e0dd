import { oneOf } from '../arguments.ts';
import { UsageError } from '../cli-errors.ts';

export const FORMATS = ['pretty', 'json', 'junit', 'sarif', 'github', 'markdown', 'html'] as const;

export type Format = (typeof FORMATS)[number];

/** A report to write. */
export interface Target {
  readonly format: Format;
  /** Undefined: to stdout. */
  readonly file: string | undefined;
}

/**
 * What `--format FORMAT[=FILE]`, given any number of times, and `--output FILE` ask for. One format may go without a file:
 * it goes to `--output`, else to stdout.
 *
 * @throws UsageError where two reports would go to one place
 */
export function targetsOf(formats: readonly string[], output: string | undefined): Target[] {
  const targets = (formats.length === 0 ? ['pretty'] : formats).map((text): Target => {
    const at = text.indexOf('=');
    const format = oneOf('format', at < 0 ? text : text.slice(0, at), FORMATS);
    const file = at < 0 ? output : text.slice(at + 1);
    if (file === '') throw new UsageError(`--format ${format}= needs a file`);
    return { format, file };
  });
  const taken = new Map<string | undefined, Format>();
  for (const { format, file } of targets) {
    const other = taken.get(file);
    if (other !== undefined)
      throw new UsageError(
        `${other} and ${format} would both go to ${file ?? 'stdout'}: give one a file, as in --format ${format}=FILE`,
      );
    taken.set(file, format);
  }
  if (output !== undefined && !taken.has(output))
    throw new UsageError('--output is for a format without a file, and each has one');
  return targets;
}
