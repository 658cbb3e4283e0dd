import type { Finding, Severity } from '../finding.ts';
import { MOST_EQUAL, type Repeated } from './finding-list.ts';

/** The findings of some exchanges, for a list that takes such parts in their order. */
export interface FoundInPart {
  readonly findings: readonly Finding[];
  readonly repeated: readonly Repeated[];
}

export interface PartFindings {
  add(finding: Finding): void;
  /** How many findings wait to be taken one by one. */
  readonly length: number;
  /** What was added since the last time. */
  take(): FoundInPart;
}

/** So many kinds are remembered from one part to the next: memory stays bounded however many there are. */
const MOST_KNOWN = 4_096;

interface Kind {
  readonly severity: Severity;
  readonly fingerprint: string;
  given: number;
  repeated: number;
}

/**
 * Gathers findings, part by part, and gives of equal ones no more than a list can hold: a recording whose exchanges are
 * all wrong in the same way must not fill the memory of whoever puts the parts together.
 */
export function partFindings(): PartFindings {
  const kinds = new Map<string, Kind>();
  let findings: Finding[] = [];

  return {
    get length() {
      return findings.length;
    },
    add: (finding) => {
      const { severity, fingerprint } = finding;
      const name = severity + fingerprint;
      let kind = kinds.get(name);
      if (kind === undefined) {
        kind = { severity, fingerprint, given: 0, repeated: 0 };
        kinds.set(name, kind);
      }
      if (kind.given === MOST_EQUAL) kind.repeated += 1;
      else {
        kind.given += 1;
        // Copied: a text of a finding may be a slice of the recording, and would hold on to a large part of it.
        findings.push(structuredClone(finding));
      }
    },
    take: () => {
      const repeated: Repeated[] = [];
      for (const kind of kinds.values()) {
        const { severity, fingerprint, repeated: times } = kind;
        if (times > 0) repeated.push({ severity, fingerprint, times });
        kind.repeated = 0;
      }
      const taken = { findings, repeated };
      findings = [];
      if (kinds.size > MOST_KNOWN) kinds.clear();
      return taken;
    },
  };
}
