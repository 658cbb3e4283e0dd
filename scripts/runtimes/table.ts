import type { Row } from './try-runtime.ts';

/** A line for each runtime, and below it what did not hold. */
export function tableOf(rows: readonly Row[]): string {
  const width = Math.max(...rows.map((row) => title(row).length));
  return rows
    .flatMap((row) => [`${mark(row)} ${title(row).padEnd(width)}  ${summary(row)}`, ...wrong(row)])
    .join('\n');
}

function title({ name, version }: Row): string {
  return `${name} ${version}`.trim();
}

function mark(row: Row): string {
  if (row.absent !== undefined) return '-';
  return wrong(row).length === 0 ? '✓' : '✗';
}

function summary({ absent, claims }: Row): string {
  if (absent !== undefined) return `not available here: ${absent}`;
  const held = claims.filter(({ ok }) => ok);
  const ms = claims.reduce((sum, claim) => sum + claim.ms, 0);
  return `${held.length} of ${claims.length} in ${ms} ms: ${held.map(({ name }) => name).join(', ')}`;
}

function wrong({ claims }: Row): string[] {
  return claims.filter(({ ok }) => !ok).map(({ name, detail }) => `    ${name}: ${detail}`);
}
