import { CHECK_IDS, type Finding } from '../../finding.ts';
import { type FindingGroup, receivedText } from '../../reporter-support/group-findings.ts';
import { type FilePlace, placeInDescription } from '../../reporter-support/place-of-finding.ts';
import type { ReportContext } from '../../reporter-support/report-context.ts';
import { fileUri } from './file-uri.ts';

/** What a result needs to know beside its finding. */
export type ResultContext = Pick<ReportContext, 'descriptionFolder' | 'sources' | 'waivers'>;

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

export function sarifResult(group: FindingGroup, context: ResultContext): object {
  const { first, count } = group;
  const place = placeInDescription(first, context.descriptionFolder);
  const recording = { file: first.recording.file };
  const { spec } = first;
  return {
    ruleId: first.check,
    ruleIndex: CHECK_IDS.indexOf(first.check),
    level: LEVELS[first.severity],
    message: { text: messageOf(group) },
    locations: [
      {
        physicalLocation: physicalLocation(place ?? recording, lineOf(first, context)),
        ...(spec && { logicalLocations: [{ fullyQualifiedName: `${spec.file}#${spec.pointer}` }] }),
      },
    ],
    relatedLocations: [
      {
        id: 1,
        physicalLocation: physicalLocation(recording, undefined),
        message: { text: `Exchange ${first.recording.index} of the recording.` },
      },
    ],
    partialFingerprints: { 'exaEnrichments/v1': first.fingerprint },
    occurrenceCount: count,
    // An empty list says that it is not suppressed; no list would say that nobody knows.
    suppressions: suppressionsOf(first, context),
    properties: {
      ...(first.operationId !== undefined && { operationId: first.operationId }),
      method: first.method,
      url: first.url,
      status: first.status,
      target: first.target,
      ...(first.dataPath !== undefined && { dataPath: first.dataPath }),
      recording: first.recording,
    },
  };
}

function messageOf({ first: { message, documented }, suggestion, ...group }: FindingGroup): string {
  const received = receivedText(group.received);
  return [
    `${message}${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`}`,
    ...(received === undefined ? [] : [`Received: ${received}`]),
    ...(documented === undefined ? [] : [`Documented: ${documented}`]),
  ].join('\n');
}

function physicalLocation({ file, line, column }: FilePlace, text: string | undefined): object {
  return {
    artifactLocation: { uri: fileUri(file) },
    ...(line !== undefined && {
      region: {
        startLine: line,
        startColumn: column,
        ...(text !== undefined && { snippet: { text } }),
      },
    }),
  };
}

function lineOf({ spec }: Finding, { sources }: ResultContext): string | undefined {
  return spec && sources.get(spec.file)?.[spec.line - 1];
}

function suppressionsOf({ waivedBy, fingerprint }: Finding, { waivers }: ResultContext): object[] {
  if (waivedBy === undefined) return [];
  const waiver = waivers.get(fingerprint);
  const why = waiver === undefined ? '' : ` until ${waiver.expires}: ${waiver.reason}`;
  return [{ kind: 'external', status: 'accepted', justification: `Waived by ${waivedBy}${why}` }];
}
