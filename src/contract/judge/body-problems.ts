import type { MediaType, Place } from '../contract.ts';
import { show } from '../printable.ts';
import type { JudgedValue } from './body.ts';
import { type CheckContext, type FindingDraft, NOTHING } from './check.ts';
import { explainProblems } from './explain/problems.ts';
import type { PassedPlaceholder } from './scrubbed.ts';
import { type Note, notesOn } from './walk/notes.ts';

/** What is wrong with a body by its schema: that it does not fit, or has in it what is of the other direction. */
export function bodyProblems(
  context: CheckContext,
  mediaType: MediaType,
  judged: JudgedValue,
  target: FindingDraft['target'],
): readonly FindingDraft[] {
  const { fits, hasNotes, value, scrubbed } = judged;
  if (fits && !hasNotes && scrubbed === undefined) return NOTHING;
  const { engine } = context;
  const { schema: id } = mediaType;
  if (id === null)
    return scrubbed === undefined ? NOTHING : passedOver(context, mediaType, judged, [], target);
  const found = fits ? [] : (scrubbed?.problems(id, value) ?? explainProblems(engine.contract, id, value));
  const problems = withoutLeftOut(context, found, target);
  const passed =
    scrubbed === undefined ? [] : passedOver(context, mediaType, judged, scrubbed.passed(id, value), target);
  const notes = hasNotes ? notesOn(engine.applied, engine.bodySchema(id).applied, value) : [];
  const told = new Set<string>();
  return [
    ...problems.map(({ path, ...problem }) => ({ ...problem, target, dataPath: path })),
    ...passed,
    ...[...notes].flatMap((note) => {
      const draft = draftOf(context, note, target);
      // What is wrong with the description is told once of a body, however often its schema applied.
      const key = note.kind === 'wrong' ? note.wrong.spec : `${note.path} ${note.kind}`;
      return draft === undefined || told.has(key) || !told.add(key) ? [] : [draft];
    }),
  ];
}

/** An example has in it what its reader needs: that a member is not there says nothing of what the server sends. */
function withoutLeftOut<T extends Pick<FindingDraft, 'cause' | 'spec'>>(
  context: CheckContext,
  problems: readonly T[],
  target: FindingDraft['target'],
): readonly T[] {
  const isExample = target === 'response' && context.exchange.response.isExample === true;
  if (!isExample || context.options.strict) return problems;
  const [leftOut, others] = [true, false].map((isLeftOut) =>
    problems.filter(({ cause }) => (cause?.keyword === 'required') === isLeftOut),
  ) as [T[], T[]];
  for (const { spec } of leftOut) context.letPass('partial-example', spec);
  return others;
}

/** That there were placeholders; and of each in quotes where no text is documented, a warning. */
function passedOver(
  context: CheckContext,
  { spec }: MediaType,
  { fits, isBare }: JudgedValue,
  passed: readonly PassedPlaceholder[],
  target: FindingDraft['target'],
): FindingDraft[] {
  for (const each of passed) context.letPass(each.rule, each.spec);
  // Where none is to be pointed at, what does not fit is an object or list that has one in it.
  if (passed.length === 0 && (fits || isBare)) context.letPass('placeholder', spec);
  const first = passed.find(({ rule }) => rule === 'placeholder');
  const isNoted = first !== undefined || (passed.length === 0 && (fits || isBare === true));
  return [
    ...(isNoted ? [placeholderNote(target, first?.spec ?? spec)] : []),
    ...passed.flatMap(({ path, location, spec: place, value, otherType }): FindingDraft[] =>
      otherType === undefined
        ? []
        : [
            {
              severity: 'warning',
              message: `${path === '' ? 'The value' : path} is a placeholder in quotes, and no text is documented.`,
              target,
              dataPath: path,
              spec: place,
              received: show(value),
              documented: otherType,
              cause: { location, keyword: 'placeholder' },
            },
          ],
    ),
  ];
}

function draftOf(
  context: CheckContext,
  note: Note,
  target: FindingDraft['target'],
): FindingDraft | undefined {
  const { path, location } = note;
  const where = path === '' ? 'The value' : path;
  if (note.kind === 'barred') {
    const { by, schema, value } = note;
    const isSecret = by === 'writeOnly';
    const isLenient = !isSecret && !context.options.strict;
    if (isLenient) context.letPass('read-only', schema.spec);
    return {
      // A server ignores what it is sent; what it lets out may be a secret. Source: OpenAPI 3.0.4, "Schema Object".
      severity: isLenient ? 'warning' : 'error',
      message: `${where} is ${by}, and does not belong in a ${isSecret ? 'response' : 'request'}.`,
      target,
      dataPath: path,
      spec: schema.spec,
      received: show(value),
      documented: by,
      cause: { location, keyword: by },
    };
  }
  if (note.kind === 'undocumented') return undefined;
  if (note.kind === 'null') {
    const { spec } = note.schema;
    if (!context.options.strict) {
      context.letPass('nullable', spec);
      return undefined;
    }
    const message = `${where} is null, which nullable does not let in by its letter.`;
    const cause = { location, keyword: 'nullable' };
    return { message, target, dataPath: path, spec, received: 'null', documented: 'nullable: true', cause };
  }
  const { what, spec } = note.wrong;
  return {
    severity: 'warning',
    message: `${where} was not judged in full, for the description is wrong: ${what}.`,
    target,
    dataPath: path,
    spec,
    documented: what,
    cause: { location, keyword: 'wrong' },
  };
}

/** That placeholders were met of which there would be something to tell if they were values. */
export function placeholderNote(target: FindingDraft['target'], spec: Place | undefined): FindingDraft {
  return {
    severity: 'info',
    message: 'The recording has a placeholder where a value was, and what that was is not judged.',
    target,
    ...(spec !== undefined && { spec }),
    received: 'a placeholder',
    documented: 'a value',
    once: 'placeholder',
  };
}
