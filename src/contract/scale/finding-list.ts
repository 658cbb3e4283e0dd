import { timesOf } from '../count-findings.ts';
import type { Finding, Severity } from '../finding.ts';
import type { Summary } from '../report.ts';

/** Equal findings listed one by one; a report of more has nothing to add. */
export const MOST_EQUAL = 50;

/** Different findings listed, of each severity: whoever has more has one cause, not a thousand. */
const MOST_KINDS = 1_000;

/** What a list holds of a run's findings: memory stays bounded however many there are, and no finding goes uncounted. */
export interface ListedFindings {
  /** In the order of the run. The last one of its kind tells in `unlisted` how many equal ones came after it. */
  readonly findings: readonly Finding[];
  /** Findings of kinds that are not listed at all; absent is none. */
  readonly unlisted?: Summary['unlisted'];
}

/** Equal findings that are not given one by one, for the first of them were. */
export interface Repeated {
  readonly severity: Severity;
  readonly fingerprint: string;
  readonly times: number;
}

export interface FindingList {
  /** Adds a finding, with the equal ones that it stands for. */
  add(finding: Finding): void;
  /** Counts more findings of a kind that was added before. */
  addRepeated(repeated: Repeated): void;
  /** Adds what another list did not list. */
  addUnlisted(unlisted: Summary['unlisted']): void;
  listed(): ListedFindings;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

interface Kind {
  listed: number;
  /** Place of the last one in the list. */
  last: number;
  unlisted: number;
}

/** Lists findings by the order in which they come: the first ones of each kind, and the first kinds. */
export function findingList(mostKinds: number = MOST_KINDS): FindingList {
  const findings: Finding[] = [];
  const kinds = new Map<string, Kind>();
  const kindsOf: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const unlisted: Record<Severity, number> = { error: 0, warning: 0, info: 0 };

  return {
    add: (finding) => {
      const { severity, fingerprint } = finding;
      const name = severity + fingerprint;
      let kind = kinds.get(name);
      if (kind === undefined) {
        if (kindsOf[severity] >= mostKinds) {
          unlisted[severity] += timesOf(finding);
          return;
        }
        kindsOf[severity] += 1;
        kind = { listed: 0, last: 0, unlisted: 0 };
        kinds.set(name, kind);
      }
      if (kind.listed === MOST_EQUAL) {
        kind.unlisted += timesOf(finding);
        return;
      }
      kind.listed += 1;
      kind.last = findings.push(finding) - 1;
      kind.unlisted += timesOf(finding) - 1;
    },
    addRepeated: ({ severity, fingerprint, times }) => {
      const kind = kinds.get(severity + fingerprint);
      if (kind === undefined) unlisted[severity] += times;
      else kind.unlisted += times;
    },
    addUnlisted: (more) => {
      for (const severity of SEVERITIES) unlisted[severity] += more?.[severity] ?? 0;
    },
    listed: () => {
      const result = findings.map(withoutUnlisted);
      for (const { last, unlisted: more } of kinds.values()) {
        if (more > 0) result[last] = { ...(result[last] as Finding), unlisted: more };
      }
      const hasUnlisted = unlisted.error + unlisted.warning + unlisted.info > 0;
      return { findings: result, ...(hasUnlisted && { unlisted: { ...unlisted } }) };
    },
  };
}

function withoutUnlisted(finding: Finding): Finding {
  if (finding.unlisted === undefined) return finding;
  const { unlisted: _, ...rest } = finding;
  return rest;
}
