import { relative } from 'node:path';
import type { DeclaredCredentials } from '../../secrets/credential-names.ts';
import { redactorOf } from '../../secrets/exchange-redactor.ts';
import { createRecorder } from '../coverage/recorder.ts';
import { showExchange } from '../coverage/show-exchange.ts';
import type { Exchange } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import { allDeclaredCredentials, declaredCredentials } from '../judge/declared-credentials.ts';
import { createEngine } from '../judge/engine.ts';
import { createJudge, type Judgement, type VerifyExchangeOptions } from '../judge/judge.ts';
import { pathOf } from '../judge/values/request-parts.ts';
import type { FileCredentials, UnreadRecording } from '../report.ts';
import { collectEvidence } from '../reporters/shared/evidence.ts';
import { collectRecordings, type RecordingTally } from '../reporters/shared/recordings.ts';
import { findingOf, pointsOf, type RunContract } from './contracts.ts';
import { findingList } from './findings/finding-list.ts';
import { collectCredentials } from './findings/missing-credentials.ts';
import { type RecordedKeys, recordedCredentials } from './findings/recorded-credentials.ts';
import { hostList, lenientList, noExchanges, type Totals } from './totals.ts';
import { type Whose, whoseExchange } from './whose.ts';

/**
 * What a contract run found in some of its exchanges: plain data, that a thread can send to another. The parts of a run,
 * put together in order, make its report.
 */
export interface RunPart extends Totals {
  /** How many exchanges came, those that are left out of everything among them. */
  readonly read: number;
  /** Of each contract, by coverage point: 0 where no exchange showed it. */
  readonly shown: readonly Uint8Array[];
  /** What the requests of each file tell of credentials. */
  readonly credentials: readonly FileCredentials[];
  /** By file, in the order read. */
  readonly recordings: ReadonlyMap<string, RecordingTally>;
}

export const NOTHING_FOUND: RunPart = {
  read: 0,
  ...noExchanges(),
  contracts: [],
  listed: { findings: [] },
  elsewhere: [],
  lenient: [],
  unread: [],
  passedOver: [],
  shown: [],
  credentials: [],
  evidence: new Map(),
  recordings: new Map(),
};

export interface CollectOptions extends VerifyExchangeOptions {
  /** Whether to keep what the exchanges of findings looked like, for reporters that show it. */
  readonly evidence?: boolean;
  /** Whether the exchanges stand on disk, where a real key is a finding. */
  readonly recorded?: boolean;
  /** Milliseconds since the epoch, by which signed links have expired. Default: the system's clock. */
  readonly now?: number;
}

const NO_KEYS: RecordedKeys = { findings: [], lenient: [] };
const NO_FINDINGS: readonly Finding[] = [];

export interface PartCollector {
  /** Verifies an exchange, and gives its findings. */
  add(exchange: Exchange): readonly Finding[];
  /** Notes what could not be read. */
  unread(recording: UnreadRecording): void;
  /** What was found so far. */
  result(): RunPart;
}

/** Which of the contracts judges an exchange, and whether it counts as its own. */
interface Assignment {
  readonly place: number;
  readonly isOwn: boolean;
  /** It may be that of others as well. */
  readonly isUndecided?: boolean;
}

export function collectPart(
  contracts: readonly RunContract[],
  { evidence: keepsEvidence = false, recorded = false, now = Date.now(), ...options }: CollectOptions,
): PartCollector {
  const isStrict = options.strict ?? false;
  const all = contracts.map(({ contract }) => contract);
  const keysBy = (declared: DeclaredCredentials): ReturnType<typeof recordedCredentials> | undefined =>
    recorded ? recordedCredentials(declared, isStrict, now) : undefined;
  const isOne = contracts.length === 1;
  const sides = contracts.map(({ contract, name, servers }) => {
    const recorder = createRecorder(pointsOf(contract));
    const engine = createEngine(contract, recorder);
    return {
      engine,
      servers,
      recorder,
      judge: createJudge(engine, { ...options, servers: [...(options.servers ?? []), ...servers] }),
      keysIn: keysBy(declaredCredentials(contract)),
      credentials: collectCredentials(contract, isStrict, isOne ? undefined : name),
      counts: noExchanges(),
    };
  });
  const keysOfNobody = isOne ? sides[0]?.keysIn : keysBy(allDeclaredCredentials(all));
  const whose = isOne ? undefined : whoseExchange(sides, options);
  const total = noExchanges();
  let read = 0;
  const list = findingList();
  const hosts = hostList();
  const uses = lenientList();
  const unread = new Map<string, UnreadRecording>();
  const evidence = collectEvidence(all);
  const recordings = collectRecordings();

  const add = (exchange: Exchange, { place, isOwn, isUndecided }: Assignment): readonly Finding[] => {
    const { judge, keysIn, credentials, recorder, counts } = sides[place] as (typeof sides)[number];
    const judgement = judge(exchange, isUndecided);
    const { context, findings: judged, once, lenient, elsewhere, ignored } = judgement;
    if (ignored) return judged;
    const { findings: keys, lenient: passed } =
      (isOwn ? keysIn : keysOfNobody)?.(exchange, elsewhere) ?? NO_KEYS;
    const waiting = credentials.add(exchange, judgement);
    const settled = waiting.length === 0 ? judged : judged.filter((each) => !waiting.includes(each));
    count(total, judgement);
    if (isOwn && !isOne) count(counts, judgement);
    if (context !== undefined) showExchange(recorder, context, settled);
    if (elsewhere !== undefined) hosts.add({ ...elsewhere, exchanges: 1 });
    if (lenient !== undefined) uses.count(lenient, exchange.recording);
    uses.count(passed, exchange.recording);
    const name = isOwn && !isOne ? contracts[place]?.name : undefined;
    const ours = (all: readonly Finding[]): readonly Finding[] =>
      name === undefined ? all : all.map((finding) => findingOf(name, finding));
    for (const finding of settled)
      list.add(findingOf(name, once?.has(finding) ? { ...finding, times: 1 } : finding));
    // Of a host that is not judged, keys are told once, however many there are.
    for (const finding of keys)
      list.add(findingOf(name, elsewhere === undefined ? finding : { ...finding, times: 1 }));
    if (keepsEvidence) evidence.add(exchange, ours([...settled, ...keys, ...waiting]));
    recordings.add(exchange);
    return ours(keys.length === 0 ? judged : [...judged, ...keys]);
  };

  const own: Assignment = { place: 0, isOwn: true };
  return {
    add: (exchange) => {
      read += 1;
      if (whose === undefined || exchange.notJudged !== undefined) return add(exchange, own);
      const { places, is } = whose(exchange);
      if (is !== 'several') {
        const place = places[0] as number;
        return add(exchange, { place, isOwn: is === 'one', isUndecided: is === 'undecided' });
      }
      const { file } = exchange.recording;
      if (!unread.has(file))
        unread.set(file, { file, reason: claimedBySeveral(exchange, contracts, places) });
      total.exchanges += 1;
      recordings.add(exchange);
      return NO_FINDINGS;
    },
    unread: (recording) => {
      unread.set(recording.file, recording);
    },
    result: () => ({
      read,
      ...total,
      bodies: { ...total.bodies },
      contracts: isOne ? [] : sides.map(({ counts }) => ({ ...counts, bodies: { ...counts.bodies } })),
      listed: list.listed(),
      elsewhere: hosts.result(),
      lenient: uses.result(),
      unread: [...unread.values()],
      passedOver: [],
      shown: sides.map(({ recorder }) => recorder.shown.slice()),
      credentials: sides.flatMap(({ credentials }) => credentials.result()),
      evidence: evidence.result(),
      recordings: recordings.tallies,
    }),
  };
}

function count(counts: ReturnType<typeof noExchanges>, { context, verified, body }: Judgement): void {
  counts.exchanges += 1;
  if (verified) counts.verified += 1;
  if (verified && body !== undefined) counts.bodies.documented += 1;
  if (verified && body === 'kept') counts.bodies.kept += 1;
  if (context === undefined) counts.undocumented += 1;
}

/** With its file, by which a server is named for it. */
function nameOf({ contract: { files = [] }, name }: RunContract): string {
  const [file] = files;
  return file === undefined ? name : `${name} (${relative('', file)})`;
}

/** Why an exchange can't be judged that more than one contract has the best claim to. */
export function claimedBySeveral(
  exchange: Exchange,
  contracts: readonly RunContract[],
  places: Whose['places'],
): string {
  const { request, recording } = exchange;
  const names = places.map((place) => nameOf(contracts[place] as RunContract)).join(' and ');
  const declared = allDeclaredCredentials(places.flatMap((place) => contracts[place]?.contract ?? []));
  const path = redactorOf(exchange, declared)(pathOf(request.url));
  return `exchange #${recording.index}, ${request.method} ${path}, is described by ${names}, under the same base path: name a server for the one that it is of, or take the operation out of the other`;
}
