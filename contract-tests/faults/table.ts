import type { Result } from './fault.ts';

const COLUMNS = ['fault', 'the client', 'attempts', 'requests', 'may have succeeded', 'ms'] as const;

/** A readable table of what the client did: a line for each fault, and what was wrong below it. */
export function tableOf(families: readonly (readonly [name: string, results: readonly Result[]])[]): string {
  const widths = families
    .flatMap(([, results]) => results.map(cells))
    .reduce<number[]>(
      (max, row) => row.map((cell, at) => Math.max(cell.length, max[at] ?? 0)),
      COLUMNS.map((name) => name.length),
    );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return families
    .filter(([, results]) => results.length > 0)
    .flatMap(([family, results]) => [
      '',
      `  ${line([family, ...COLUMNS.slice(1)])}`,
      ...results.flatMap((row) => [
        `${row.complaints.length === 0 ? '✓' : '✗'} ${line(cells(row))}`,
        ...row.complaints.map((complaint) => `    ${complaint}`),
      ]),
    ])
    .join('\n');
}

function cells({ fault, outcome, attempts, may, requests, ms }: Result): string[] {
  const yesOrNo = may === undefined ? '' : may ? 'yes' : 'no';
  return [fault, outcome, String(attempts ?? ''), String(requests), yesOrNo, String(Math.round(ms))];
}
