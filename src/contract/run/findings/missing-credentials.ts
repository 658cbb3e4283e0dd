import type { Contract, SecurityScheme } from '../../contract.ts';
import type { Exchange } from '../../exchange.ts';
import type { Finding } from '../../finding.ts';
import {
  isUsed,
  missingCredential,
  requirementOf,
} from '../../judge/checks/request-conformance/credentials.ts';
import { declaredCredentials } from '../../judge/declared-credentials.ts';
import { toFinding } from '../../judge/finding-from-draft.ts';
import { fingerprintOnce } from '../../judge/fingerprint.ts';
import type { Judgement } from '../../judge/judge.ts';
import type { FileCredentials, LenientUse, MissingCredential } from '../../report.ts';
import { findingOf } from '../contracts.ts';
import { moved } from '../totals.ts';

export interface CredentialCollector {
  /** Takes up a judged exchange, and gives those of its findings that wait for the end of the run. */
  add(exchange: Exchange, judgement: Judgement): readonly Finding[];
  /** What was added, in the order of the files. */
  result(): readonly FileCredentials[];
}

const NONE: readonly Finding[] = [];

/**
 * Gathers of which recordings the requests carry credentials. A recorder removes one from all requests or from none, so that
 * a request without is a fault only beside one that has it; which may come later in the file, or be read by another thread.
 */
export function collectCredentials(
  contract: Contract,
  isStrict: boolean,
  name?: string | undefined,
): CredentialCollector {
  const schemes = schemesOf(contract);
  const ofContract = name === undefined ? {} : { contract: name };
  const files = new Map<string, OpenFile>();
  return {
    add: (exchange, { context, once, elsewhere }) => {
      if (isStrict || exchange.recorded !== true || elsewhere !== undefined || schemes.length === 0)
        return NONE;
      const { file: path } = exchange.recording;
      const file = files.get(path) ?? { kept: new Set(), missing: new Map() };
      files.set(path, file);
      for (const scheme of schemes) {
        if (!file.kept.has(scheme.scheme) && isUsed(scheme, exchange.request)) file.kept.add(scheme.scheme);
      }
      if (context === undefined || once === undefined) return NONE;
      const { operation } = context.match;
      const fingerprint = fingerprintOnce(requirementOf(operation.security));
      const removed = [...once].find((finding) => finding.fingerprint === fingerprint);
      const draft = removed && missingCredential(context);
      if (removed === undefined || draft === undefined) return NONE;
      const unused = operation.security.flat().filter((scheme) => !isUsed(scheme, exchange.request));
      const open = toFinding(
        'request-conformance',
        draft,
        exchange,
        operation,
        declaredCredentials(contract),
        contract.file,
      );
      addMissing(file.missing, {
        schemes: [...new Set(unused.map(({ scheme }) => scheme))],
        removed: structuredClone(findingOf(name, removed)),
        open: structuredClone(findingOf(name, open)),
        times: 1,
      });
      return [removed, open];
    },
    result: () =>
      [...files]
        .map(([file, { kept, missing }]) => ({
          file,
          ...ofContract,
          kept: [...kept],
          missing: [...missing.values()],
        }))
        .filter(({ kept, missing }) => kept.length + missing.length > 0),
  };
}

export interface CredentialMerger {
  /** Adds the next files, or parts of files; the first exchange of the part is number `firstIndex` of its file. */
  add(files: readonly FileCredentials[], firstIndex?: number): void;
  /** All that was added, as one part. */
  result(): readonly FileCredentials[];
  /** A warning for each requirement, and an error for each operation that a recording shows to be open. */
  told(): readonly Finding[];
  /** Those of the told that were let pass: only the end of a file tells which. */
  passed(): readonly LenientUse[];
}

export function mergeCredentials(): CredentialMerger {
  const files = new Map<string, OpenFile & { readonly of: Pick<FileCredentials, 'file' | 'contract'> }>();
  const merger: CredentialMerger = {
    add: (parts, firstIndex = 0) => {
      for (const { kept, missing, ...of } of parts) {
        const key = `${of.file}\n${of.contract ?? ''}`;
        const file = files.get(key) ?? { of, kept: new Set(), missing: new Map() };
        files.set(key, file);
        for (const scheme of kept) file.kept.add(scheme);
        for (const each of missing) {
          const { removed, open } = each;
          addMissing(file.missing, {
            ...each,
            removed: moved(removed, firstIndex),
            open: moved(open, firstIndex),
          });
        }
      }
    },
    result: () =>
      [...files.values()].map(({ of, kept, missing }) => ({
        ...of,
        kept: [...kept],
        missing: [...missing.values()],
      })),
    told: () => {
      const told: Finding[] = [];
      const removals = new Map<string, number>();
      for (const { kept, missing } of files.values()) {
        for (const { schemes, removed, open, times } of missing.values()) {
          if (schemes.some((scheme) => kept.has(scheme))) {
            told.push(times > 1 ? { ...open, unlisted: times - 1 } : open);
            continue;
          }
          const key = `${removed.fingerprint} ${removed.contract ?? ''}`;
          const before = removals.get(key);
          if (before === undefined) removals.set(key, told.push({ ...removed, times }) - 1);
          else {
            const first = told[before] as Finding;
            told[before] = { ...first, times: (first.times ?? 0) + times };
          }
        }
      }
      return told;
    },
    passed: () =>
      merger
        .told()
        .flatMap(({ times, spec, recording }) =>
          times === undefined ? [] : { rule: 'missing-credential', times, ...(spec && { spec }), recording },
        ),
  };
  return merger;
}

interface OpenFile {
  readonly kept: Set<string>;
  readonly missing: Map<string, MissingCredential>;
}

function addMissing(all: OpenFile['missing'], more: MissingCredential): void {
  const key = [more.open.fingerprint, ...more.schemes].join(' ');
  const before = all.get(key);
  all.set(key, before === undefined ? more : { ...before, times: before.times + more.times });
}

function schemesOf({ operations }: Contract): SecurityScheme[] {
  return [
    ...new Map(
      operations.flatMap(({ security }) => security.flat()).map((each) => [each.scheme, each]),
    ).values(),
  ];
}
