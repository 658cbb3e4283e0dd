import type { Report } from '../report.ts';

/** What there is to say of a run besides findings, each in a line. */
export interface RunNote {
  /** An error where the run is not whole; else worth knowing. */
  readonly level: 'error' | 'note';
  readonly about: 'unread' | 'elsewhere' | 'lenient' | 'passed-over';
  readonly text: string;
}

const MOST_NAMED = 10;

/** What was not read, what went elsewhere, what was let pass, and what was passed over. */
export function runNotes(report: Report): RunNote[] {
  const elsewhere = elsewhereText(report);
  return [
    ...report.unread.map((one): RunNote => ({ level: 'error', about: 'unread', text: unreadText(one) })),
    ...(elsewhere === undefined
      ? []
      : [{ level: 'note', about: 'elsewhere', text: elsewhere } satisfies RunNote]),
    ...report.lenient.map((use): RunNote => ({ level: 'note', about: 'lenient', text: lenientText(use) })),
    ...passedOverNotes(report),
  ];
}

/** A line for each, without end. */
export function unreadText({ file, reason }: Report['unread'][number]): string {
  return `${file}: ${reason}`;
}

/** One line of all hosts; undefined where there are none. */
export function elsewhereText({ elsewhere }: Report): string | undefined {
  if (elsewhere.length === 0) return undefined;
  const total = elsewhere.reduce((sum, { exchanges }) => sum + exchanges, 0);
  const hosts = [...elsewhere].sort((a, b) => b.exchanges - a.exchanges);
  const named = hosts.map(({ host, exchanges }) => `${host} (${exchanges})`);
  const near = hosts.find(({ basePath }) => basePath !== undefined);
  const [first] = hosts;
  const server = `https://${(near ?? first)?.host}${near?.basePath ?? ''}`;
  const hint =
    near === undefined
      ? `--server ${server}`
      : `--server ${server}, for its paths match but for the base path ${near.basePath === '' ? '/' : near.basePath}`;
  return `${total} exchange${total === 1 ? '' : 's'} went to no documented server: ${few(named)}. To judge them give ${hint}.`;
}

function lenientText({ rule, times, spec, recording }: Report['lenient'][number]): string {
  const place = spec === undefined ? '' : `, ${spec.file}:${spec.line}:${spec.column}`;
  return `${rule} let pass ${times} time${times === 1 ? '' : 's'}, first in ${recording.file} #${recording.index}${place}; why: docs/why-no-error.md#${rule}`;
}

function passedOverNotes({ passedOver }: Report): RunNote[] {
  if (passedOver.length === 0) return [];
  const one = passedOver.length === 1;
  const text = `${passedOver.length} file${one ? ' is no recording and was' : 's are no recordings and were'} passed over: ${few(passedOver.map(({ file }) => file))}.`;
  return [{ level: 'note', about: 'passed-over', text }];
}

function few(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
