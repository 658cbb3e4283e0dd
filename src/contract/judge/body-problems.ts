import type { MediaType, Place } from '../contract.ts';
import { parsePlace } from '../finding.ts';
import { holdsBigInt, withExactIntegers } from '../json/exact-integers.ts';
import { readJson } from '../json/read-json.ts';
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
  const { fits, hasNotes, value, scrubbed, faults = [], untyped = [] } = judged;
  for (const place of untyped) context.letPass('untyped-part', place);
  if (fits && !hasNotes && scrubbed === undefined && faults.length === 0) return NOTHING;
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
    ...[...faults, ...problems].map(({ path, ...problem }) => ({ ...problem, target, dataPath: path })),
    ...passed,
    ...[...notes].flatMap((note) => {
      if (note.kind === 'content')
        return judged.holdsContents ? contentProblems(context, note, target) : NOTHING;
      const draft = draftOf(context, note, target);
      // What is wrong with the description is told once of a body, however often its schema applied.
      const key = note.kind === 'wrong' ? note.wrong.spec : `${note.path} ${note.kind}`;
      return draft === undefined || told.has(key) || !told.add(key) ? [] : [draft];
    }),
  ];
}

/** No schema can be chosen by it, and a discriminator changes nothing of what is valid. Source: OpenAPI 3.1.2, "Discriminator Object". */
function unnamed(
  { path, location, value, schema, discriminator }: Extract<Note, { kind: 'unnamed' }>,
  where: string,
  target: FindingDraft['target'],
): FindingDraft {
  const { property, mapping } = discriminator;
  return {
    severity: 'info',
    message: `${where} names no schema by its ${show(property)}, and was judged without.`,
    target,
    dataPath: path,
    spec: schema.spec,
    received: show((value as Readonly<Record<string, unknown>>)[property]),
    documented: Object.keys(mapping).join(', '),
    cause: { location, keyword: 'discriminator' },
    once: `discriminator ${parsePlace(schema.spec).pointer}`,
  };
}

/** What is wrong with what a text holds. */
function contentProblems(
  { engine, options }: CheckContext,
  { path, location, value, content, spec }: Extract<Note, { kind: 'content' }>,
  target: FindingDraft['target'],
): readonly FindingDraft[] {
  const text = String(value);
  const scrubbed = options.scrubbed?.[target];
  const bare = scrubbed?.readBare(text);
  const read = readJson(text);
  if (read.kind !== 'json' && bare === undefined) {
    const message = `${path} does not hold JSON, as it should.`;
    const cause = { location, keyword: 'contentMediaType' };
    return [{ message, target, dataPath: path, spec, received: show(value), documented: 'JSON', cause }];
  }
  const held = read.kind === 'json' ? withExactIntegers(text, read.value) : bare?.value;
  // To explain takes much longer than to see that there is nothing to be explained.
  if (!holdsBigInt(held) && engine.contract.validators[content]?.(held) === true) return NOTHING;
  const problems =
    scrubbed?.problems(content, held, path) ?? explainProblems(engine.contract, content, held, path);
  return problems.map(({ path: within, cause, ...problem }) => ({
    ...problem,
    target,
    dataPath: path + within,
    cause: { ...cause, location: location + cause.location },
  }));
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
  if (note.kind === 'undocumented' || note.kind === 'content') return undefined;
  if (note.kind === 'unnamed') return unnamed(note, where, target);
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
