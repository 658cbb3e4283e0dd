import type { Finding, Severity } from './finding.ts';

/** Equal findings, told once. */
export interface FindingGroup {
  readonly first: Finding;
  readonly count: number;
  /** How many recordings show it. */
  readonly files: number;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Groups by fingerprint; what was waived comes last, errors first, else in the order met. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.fingerprint} ${finding.waivedBy ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()]
    .map((group) => ({
      first: group[0] as Finding,
      count: group.length,
      files: new Set(group.map(({ recording }) => recording.file)).size,
    }))
    .sort((a, b) => rank(a.first) - rank(b.first));
}

function rank({ severity, waivedBy }: Finding): number {
  return ORDER[severity] + (waivedBy === undefined ? 0 : 3);
}
