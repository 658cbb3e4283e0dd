import { isAbsolute, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHECK_IDS, type CheckId, type Finding } from '../finding.ts';
import type { Report } from '../report.ts';
import type { ReportContext } from './shared/context.ts';
import { outcomeOf, runNotes } from './shared/outcome.ts';
import { type FindingGroup, groupFindings, receivedText } from './shared/outline.ts';
import { type FilePlace, placeInDescription, placeText } from './shared/places.ts';
import { jsonText, meantText, sideLines } from './shared/text.ts';

export type SarifContext = Pick<
  ReportContext,
  'descriptionFolder' | 'sources' | 'waivers' | 'toolVersion' | 'createdAt' | 'minCoverage'
>;

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** What each check claims, in a sentence that holds when nothing is wrong. */
const CLAIMS: Readonly<Record<CheckId, string>> = {
  'undocumented-operation': 'Every call is of an operation that the description has.',
  'status-code-conformance': 'A response has a status that is documented for its operation.',
  'content-type-conformance': 'A response has a media type that is documented for its status.',
  'response-headers-conformance': 'Required headers are there, and documented ones have documented values.',
  'response-schema-conformance': 'The body of a response is what its schema says.',
  'malformed-body': 'The body of a JSON response is JSON that every parser reads alike.',
  'undocumented-property': 'The body of a response has no property that no schema names.',
  'undocumented-parameter': 'A request has no parameter that the description does not have.',
  'request-conformance': 'A request has the parameters, the credentials and the body that are documented.',
  'check-crashed': 'Every check could run.',
  'recorded-credential': 'No recording holds what looks like a real key.',
  'outdated-recording': 'No recording is older than it may be.',
  'expired-waiver': 'No waiver is past its last day.',
  'unused-waiver': 'Every waiver covers a finding.',
};

const WARNINGS: ReadonlySet<CheckId> = new Set<CheckId>([
  'undocumented-operation',
  'undocumented-property',
  'undocumented-parameter',
  'outdated-recording',
  'expired-waiver',
  'unused-waiver',
]);

/** Every check, whether it found something or not: a viewer lists what was looked for. */
const RULES = CHECK_IDS.map((id) => ({
  id,
  name: id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
  shortDescription: { text: CLAIMS[id] },
  defaultConfiguration: { level: WARNINGS.has(id) ? 'warning' : 'error' },
}));

/**
 * A SARIF 2.1.0 log: one result for equal findings, placed in the description, with its fingerprint; what was waived is
 * there with a suppression. Source: OASIS, "Static Analysis Results Interchange Format 2.1.0".
 */
export function sarifReport(report: Report, context: SarifContext): string {
  const { title, version, sha256 } = report.contract;
  const limitations = report.limitations.map(({ what, spec }) => `Not judged: ${what} (${placeText(spec)})`);
  const notes = runNotes(report, context);
  const errors = notes.filter(({ level }) => level === 'error').map(({ text }) => text);
  const others = notes.filter(({ level }) => level === 'note').map(({ text }) => text);
  const outcome = outcomeOf(report);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'exa-enrichments', semanticVersion: context.toolVersion, rules: RULES },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: outcome !== 'nothing-verified' && outcome !== 'not-all-read',
            endTimeUtc: context.createdAt.toISOString(),
            ...(errors.length > 0 && { toolExecutionNotifications: notifications('error', errors) }),
            toolConfigurationNotifications: notifications('note', [...limitations, ...others]),
          },
        ],
        results: groupFindings(report.findings).map((group) => resultOf(group, context)),
        properties: {
          contract: { title, version, sha256 },
          ...(report.contracts && { contracts: report.contracts }),
          summary: report.summary,
        },
      },
    ],
  };
  return jsonText(log);
}

function notifications(level: 'error' | 'note', texts: readonly string[]): object[] {
  return texts.map((text) => ({ level, message: { text } }));
}

function resultOf(
  { first, count, exchanges, suggestion, received }: FindingGroup,
  context: SarifContext,
): object {
  const { spec, message, documented, contract, operationId, method, url, status, target, dataPath } = first;
  const recording = { file: first.recording.file };
  const place = placeInDescription(first, context.descriptionFolder) ?? recording;
  const line = spec && context.sources.get(spec.file)?.[spec.line - 1];
  const text = [`${message}${meantText(suggestion)}`, ...sideLines(receivedText(received), documented)];
  return {
    ruleId: first.check,
    ruleIndex: CHECK_IDS.indexOf(first.check),
    level: LEVELS[first.severity],
    message: { text: text.join('\n') },
    locations: [
      {
        physicalLocation: physicalLocation(place, line),
        ...(spec && { logicalLocations: [{ fullyQualifiedName: `${spec.file}#${spec.pointer}` }] }),
      },
    ],
    relatedLocations: [
      {
        id: 1,
        physicalLocation: physicalLocation(recording),
        message: { text: `Exchange ${first.recording.index} of the recording.` },
      },
    ],
    partialFingerprints: { 'exaEnrichments/v1': first.fingerprint },
    occurrenceCount: exchanges ?? count,
    // An empty list says that it is not suppressed; no list would say that nobody knows.
    suppressions: suppressionsOf(first, context),
    properties: {
      ...(contract !== undefined && { contract }),
      ...(operationId !== undefined && { operationId }),
      ...{ method, url, status, target },
      ...(dataPath !== undefined && { dataPath }),
      recording: first.recording,
    },
  };
}

function physicalLocation({ file, line, column }: FilePlace, text?: string): object {
  const snippet = text === undefined ? {} : { snippet: { text } };
  return {
    artifactLocation: { uri: fileUri(file) },
    ...(line !== undefined && { region: { startLine: line, startColumn: column, ...snippet } }),
  };
}

function suppressionsOf({ waivedBy, fingerprint }: Finding, { waivers }: SarifContext): object[] {
  if (waivedBy === undefined) return [];
  const waiver = waivers.get(fingerprint);
  const why = waiver === undefined ? '' : ` until ${waiver.expires}: ${waiver.reason}`;
  return [{ kind: 'external', status: 'accepted', justification: `Waived by ${waivedBy}${why}` }];
}

/** A path as a URI reference: relative stays relative, and every character that means something in a URI is encoded. */
function fileUri(path: string): string {
  const wellFormed = Buffer.from(path).toString();
  if (isAbsolute(wellFormed)) return pathToFileURL(wellFormed).href;
  return posix.normalize(wellFormed.replaceAll('\\', '/')).split('/').map(encodeSegment).join('/');
}

/** RFC 3986: `encodeURIComponent` leaves these few alone, and not every reader does. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
