import { countOf } from '../../count-findings.ts';
import type { Finding, Severity } from '../../finding.ts';
import type { Summary, UnlistedKinds } from '../../report.ts';

/** Equal findings listed one by one; a report of more has nothing to add. */
const MOST_EQUAL = 50;

/** Different findings listed, of each severity: whoever has more has one cause, not a thousand. */
const MOST_KINDS = 1_000;

/** Of so many kinds that are not listed, of each severity, it is known which they are: memory stays bounded. */
const MOST_UNLISTED_KINDS = 10_000;

/** What a list holds of a run's findings: memory stays bounded however many there are, and no finding goes uncounted. */
export interface ListedFindings {
  /** In the order of the run. The last one of its kind tells in `unlisted` how many equal ones came after it. */
  readonly findings: readonly Finding[];
  /** Findings of kinds that are not listed at all; absent is none. */
  readonly unlisted?: Summary['unlisted'];
  /** Which kinds those are, the first of them: another list may have room for one. Absent is none. */
  readonly unlistedKinds?: UnlistedKinds;
}

/** Lists findings by the order in which they come: the first ones of each kind, and the first kinds. */
export interface FindingList {
  /** Adds a finding, with the equal ones that it stands for. */
  add(finding: Finding): void;
  /** Adds what another list did not list; of the kinds that it knows, those that are listed here count for them. */
  addUnlisted(unlisted: Summary['unlisted'], kinds?: UnlistedKinds): void;
  listed(): ListedFindings;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

interface Kind {
  listed: number;
  /** Place of the last one in the list. */
  last: number;
  unlisted: number;
}

export function findingList(mostKinds: number = MOST_KINDS): FindingList {
  const findings: Finding[] = [];
  const kinds = new Map<string, Kind>();
  const kindsOf: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const unlisted: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const unlistedKinds: Record<Severity, Map<string, number>> = {
    error: new Map(),
    warning: new Map(),
    info: new Map(),
  };

  const count = (severity: Severity, own: string, times: number): void => {
    unlisted[severity] += times;
    const counts = unlistedKinds[severity];
    const before = counts.get(own);
    if (before !== undefined || counts.size < MOST_UNLISTED_KINDS) counts.set(own, (before ?? 0) + times);
  };

  /** Places of those that are told once: there are but a few, so that each is listed. */
  const toldOnce = new Map<string, number>();

  const addOnce = (finding: Finding, times: number): void => {
    const name = finding.severity + finding.fingerprint;
    const place = toldOnce.get(name);
    if (place === undefined) toldOnce.set(name, findings.push(structuredClone(finding)) - 1);
    else {
      const first = findings[place] as Finding;
      findings[place] = { ...first, times: (first.times ?? 0) + times };
    }
  };

  return {
    add: (finding) => {
      const { severity, times, fingerprint: own } = finding;
      if (times !== undefined) {
        addOnce(finding, times);
        return;
      }
      const name = severity + own;
      let kind = kinds.get(name);
      if (kind === undefined) {
        if (kindsOf[severity] >= mostKinds) {
          count(severity, own, countOf(finding));
          return;
        }
        kindsOf[severity] += 1;
        kind = { listed: 0, last: 0, unlisted: 0 };
        kinds.set(name, kind);
      }
      // Where some were counted already, one that is listed after them would tell that they came after it.
      if (kind.listed === MOST_EQUAL || kind.unlisted > 0) {
        kind.unlisted += countOf(finding);
        return;
      }
      kind.listed += 1;
      kind.unlisted += countOf(finding) - 1;
      // Copied: a text of a finding may be a slice of the recording, and would hold on to a large part of it.
      kind.last = findings.push(structuredClone(withoutUnlisted(finding))) - 1;
    },
    addUnlisted: (more, known) => {
      for (const severity of SEVERITIES) {
        let rest = more?.[severity] ?? 0;
        for (const [own, times] of Object.entries(known?.[severity] ?? {})) {
          const kind = kinds.get(severity + own);
          if (kind === undefined) count(severity, own, times);
          else kind.unlisted += times;
          rest -= times;
        }
        unlisted[severity] += Math.max(0, rest);
      }
    },
    listed: () => {
      const result = [...findings];
      for (const { last, unlisted: more } of kinds.values()) {
        if (more > 0) result[last] = { ...(result[last] as Finding), unlisted: more };
      }
      if (unlisted.error + unlisted.warning + unlisted.info === 0) return { findings: result };
      const { error, warning, info } = unlistedKinds;
      return {
        findings: result,
        unlisted: { ...unlisted },
        unlistedKinds: {
          error: Object.fromEntries(error),
          warning: Object.fromEntries(warning),
          info: Object.fromEntries(info),
        },
      };
    },
  };
}

function withoutUnlisted(finding: Finding): Finding {
  if (finding.unlisted === undefined) return finding;
  const { unlisted: _, ...rest } = finding;
  return rest;
}
