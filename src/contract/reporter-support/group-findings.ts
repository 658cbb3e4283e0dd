import { countOf } from '../count-findings.ts';
import type { Finding, Severity } from '../finding.ts';

/** Equal findings, told once. */
export interface FindingGroup {
  readonly first: Finding;
  /** Of what is told once: of the exchanges that have it. */
  readonly count: number;
  /** How many recordings show it; 0 where that is not known, for not all of the findings are listed. */
  readonly files: number;
  /**
   * What was received, each value once with how often, in the order met: it is no part of what makes findings equal. Where
   * not all of the findings are listed it is what the listed ones received, once each.
   */
  readonly received: readonly ReceivedValue[];
  /** The first that any of them has. */
  readonly suggestion?: string;
}

export interface ReceivedValue {
  readonly text: string;
  readonly count: number;
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
  return [...groups.values()].map(groupOf).sort((a, b) => rank(a.first) - rank(b.first));
}

function groupOf(findings: readonly Finding[]): FindingGroup {
  const counts = new Map<string, number>();
  for (const { received } of findings) {
    if (received !== undefined) counts.set(received, (counts.get(received) ?? 0) + 1);
  }
  const count = findings.reduce((sum, finding) => sum + (finding.times ?? countOf(finding)), 0);
  const isWhole = count === findings.length;
  const suggestion = findings.find((finding) => finding.suggestion !== undefined)?.suggestion;
  return {
    first: findings[0] as Finding,
    count,
    files: isWhole ? new Set(findings.map(({ recording }) => recording.file)).size : 0,
    received: [...counts].map(([text, times]) => ({ text, count: isWhole ? times : 1 })),
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** Several received values on one line, the first few of them. */
export function receivedText(received: readonly ReceivedValue[], most = 3): string | undefined {
  if (received.length === 0) return undefined;
  const shown = received.slice(0, most).map(({ text, count }) => (count > 1 ? `${text} ×${count}` : text));
  // How often the only one was received is what the group says already.
  if (received.length === 1) return received[0]?.text;
  const rest = received.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function rank({ severity, waivedBy }: Finding): number {
  return ORDER[severity] + (waivedBy === undefined ? 0 : 3);
}
