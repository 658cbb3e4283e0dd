import type { RecordingPlace } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import { parsePlace } from '../finding.ts';
import { LENIENT_RULES, type Lenient, type LenientRule } from '../judge/lenient.ts';
import type { ElsewhereHost, LenientUse, PassedOverFile, Summary, UnreadRecording } from '../report.ts';
import { type Evidence, keepEvidence } from '../reporters/shared/evidence.ts';
import { findingList, type ListedFindings } from './findings/finding-list.ts';

/** How many exchanges there are, and what became of them. */
type ExchangeCounts = Pick<Summary, 'exchanges' | 'verified' | 'undocumented' | 'bodies'>;

interface Counting {
  exchanges: number;
  verified: number;
  undocumented: number;
  readonly bodies: { documented: number; kept: number };
}

/** Counts that are to be added to. */
export function noExchanges(): Counting {
  return { exchanges: 0, verified: 0, undocumented: 0, bodies: { documented: 0, kept: 0 } };
}

function addCounts(to: Counting, { exchanges, verified, undocumented, bodies }: ExchangeCounts): void {
  to.exchanges += exchanges;
  to.verified += verified;
  to.undocumented += undocumented;
  to.bodies.documented += bodies.documented;
  to.bodies.kept += bodies.kept;
}

/** What parts of a run, and reports, have in common and can be added up: plain data of bounded size. */
export interface Totals extends ExchangeCounts {
  /** Of several contracts the exchanges of each, in the order given; none where there is one. */
  readonly contracts: readonly ExchangeCounts[];
  readonly listed: ListedFindings;
  /** In the order met. */
  readonly elsewhere: readonly ElsewhereHost[];
  /** In the order of the rules. */
  readonly lenient: readonly LenientUse[];
  readonly unread: readonly UnreadRecording[];
  readonly passedOver: readonly PassedOverFile[];
  /** By fingerprint, in the order met. */
  readonly evidence: ReadonlyMap<string, Evidence>;
}

/** What of the files that paths stand for is not judged. */
export type UnjudgedFiles = Pick<Totals, 'unread' | 'passedOver'>;

export interface TotalsAdder {
  /** Adds what comes next. Where it is of a segment of a file, its first exchange is number `firstIndex` of that file. */
  add(totals: Totals, firstIndex?: number): void;
  /** Adds a finding that only the whole run shows. */
  tell(finding: Finding): void;
  /** Adds what was let pass, where only the whole run shows it. */
  pass(use: LenientUse): void;
  /** Adds what was not even begun. */
  addUnjudged(files: UnjudgedFiles): void;
  result(): Totals;
}

export function addTotals(): TotalsAdder {
  const counts = noExchanges();
  const contracts: Counting[] = [];
  const list = findingList();
  const hosts = hostList();
  const uses = lenientList();
  const unread = new Map<string, UnreadRecording>();
  const passedOver = new Map<string, PassedOverFile>();
  const evidence = new Map<string, Evidence>();
  const addUnjudged = (files: UnjudgedFiles): void => {
    for (const one of files.unread) if (!unread.has(one.file)) unread.set(one.file, one);
    for (const one of files.passedOver) if (!passedOver.has(one.file)) passedOver.set(one.file, one);
  };
  return {
    addUnjudged,
    add: (totals, firstIndex = 0) => {
      addCounts(counts, totals);
      for (const [place, own] of totals.contracts.entries()) {
        contracts[place] ??= noExchanges();
        addCounts(contracts[place], own);
      }
      for (const finding of totals.listed.findings) list.add(moved(finding, firstIndex));
      list.addUnlisted(totals.listed.unlisted, totals.listed.unlistedKinds);
      for (const host of totals.elsewhere) hosts.add(host);
      for (const use of totals.lenient) uses.add(moved(use, firstIndex));
      addUnjudged(totals);
      keepEvidence(evidence, totals.evidence);
    },
    tell: list.add,
    pass: uses.add,
    result: () => ({
      ...counts,
      bodies: { ...counts.bodies },
      contracts: contracts.map((own) => ({ ...own, bodies: { ...own.bodies } })),
      listed: list.listed(),
      elsewhere: hosts.result(),
      lenient: uses.result(),
      unread: [...unread.values()],
      passedOver: [...passedOver.values()],
      evidence,
    }),
  };
}

/** What was found in an exchange of a segment, where the first exchange of that is number `by` of its file. */
export function moved<T extends Finding | LenientUse>(one: T, by: number): T {
  if (by === 0) return one;
  const { file, index } = one.recording;
  return { ...one, recording: { file, index: index + by } };
}

/** Hosts that are told by name: memory stays bounded however many there are. */
const MOST_HOSTS = 1_000;
const OTHER_HOSTS = '(others)';

export interface HostList {
  add(host: ElsewhereHost): void;
  result(): ElsewhereHost[];
}

export function hostList(): HostList {
  const hosts = new Map<string, ElsewhereHost>();
  return {
    add: ({ host, exchanges, basePath }) => {
      const name = hosts.has(host) || hosts.size < MOST_HOSTS ? host : OTHER_HOSTS;
      const known = hosts.get(name);
      const base = name === OTHER_HOSTS ? undefined : (known?.basePath ?? basePath);
      hosts.set(name, {
        host: name,
        exchanges: (known?.exchanges ?? 0) + exchanges,
        ...(base !== undefined && { basePath: base }),
      });
    },
    result: () => [...hosts.values()],
  };
}

export interface LenientList {
  add(use: LenientUse): void;
  /** Counts what was let pass of an exchange. */
  count(passed: readonly Lenient[], recording: RecordingPlace): void;
  result(): LenientUse[];
}

export function lenientList(): LenientList {
  const uses = new Map<LenientRule, LenientUse>();
  const add = (use: LenientUse): void => {
    const known = uses.get(use.rule);
    uses.set(use.rule, known === undefined ? use : { ...known, times: known.times + use.times });
  };
  return {
    add,
    count: (passed, recording) => {
      for (const { rule, spec } of passed)
        add({ rule, times: 1, ...(spec !== undefined && { spec: parsePlace(spec) }), recording });
    },
    result: () => LENIENT_RULES.flatMap((rule) => uses.get(rule) ?? []),
  };
}
