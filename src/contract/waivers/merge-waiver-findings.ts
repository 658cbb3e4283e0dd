import type { Finding } from '../finding.ts';

const CHECKS: ReadonlySet<string> = new Set(['unused-waiver', 'expired-waiver']);

/** Begins what is said of a waiver that covers nothing in a run. */
export const COVERS_NOTHING = 'No finding has this fingerprint';

/** Whether a finding is about a waiver, and not about an exchange. */
export function isOfWaiver({ check }: Finding): boolean {
  return CHECKS.has(check);
}

/** Whether a finding says that a waiver covers nothing. */
export function coversNothing(finding: Finding): boolean {
  return isOfWaiver(finding) && finding.message.startsWith(COVERS_NOTHING);
}

/**
 * What is to be said of the waivers of a run, from what each of its shards had to say: a waiver is unused where it is so in
 * all of them; what else is wrong with one is wrong wherever it is met.
 */
export function mergeWaiverFindings(shards: readonly (readonly Finding[])[]): Finding[] {
  const said = new Map<string, Finding[]>();
  for (const finding of shards.flat()) {
    const waiver = `${finding.recording.file} ${finding.recording.index}`;
    const others = said.get(waiver);
    if (others === undefined) said.set(waiver, [finding]);
    else others.push(finding);
  }
  const merged = [...said.values()].flatMap((findings): Finding[] => {
    const met = findings.find((finding) => !coversNothing(finding));
    if (met !== undefined) return [met];
    return findings.length === shards.length ? findings.slice(0, 1) : [];
  });
  return merged.sort((a, b) => a.recording.index - b.recording.index);
}
