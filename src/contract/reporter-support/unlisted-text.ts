import type { Summary } from '../report.ts';

/** Says how many findings are of kinds that the report does not list at all; undefined where it lists all kinds. */
export function unlistedText({ unlisted }: Summary): string | undefined {
  if (unlisted === undefined) return undefined;
  const { error, warning, info } = unlisted;
  return `And ${error} errors, ${warning} warnings and ${info} info of further kinds that are only counted.`;
}
