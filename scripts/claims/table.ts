/** Something that has to hold on every runtime, and whether it did. */
export interface Claim {
  readonly name: string;
  readonly ok: boolean;
  /** What happened. */
  readonly detail: string;
  readonly ms: number;
}

/** Tries one claim: `work` resolves with what happened, or rejects where it should have been otherwise. */
export async function claim(name: string, work: () => Promise<string>): Promise<Claim> {
  const started = Date.now();
  try {
    return { name, ok: true, detail: await work(), ms: Date.now() - started };
  } catch (error) {
    return { name, ok: false, detail: String(error), ms: Date.now() - started };
  }
}

/** What came of one place where the claims were tried. */
export interface Row {
  readonly name: string;
  readonly version: string;
  /** Why it can't be had here, if it can't. */
  readonly absent?: string;
  readonly claims: readonly Claim[];
}

/** Prints the table. Exits with 1 where a claim did not hold, and with 3 where none was tried: that shows nothing. */
export function report(rows: readonly Row[]): void {
  console.log(tableOf(rows));
  if (rows.every(({ absent }) => absent !== undefined)) process.exitCode = 3;
  if (rows.some((row) => wrong(row).length > 0)) process.exitCode = 1;
}

/** A line for each row, and below it what did not hold. */
function tableOf(rows: readonly Row[]): string {
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
