import { type FindingDraft, NOTHING } from '../check.ts';
import type { SchemaId } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { show } from '../show.ts';
import type { JudgedValue } from './body.ts';
import { explainProblems } from './explain/problems.ts';
import { type Note, notesOn } from './walk/notes.ts';

/** What is wrong with a body by its schema: that it does not fit, or has in it what is of the other direction. */
export function bodyProblems(
  engine: Engine,
  id: SchemaId,
  { fits, hasNotes, value }: JudgedValue,
  target: FindingDraft['target'],
): readonly FindingDraft[] {
  if (fits && !hasNotes) return NOTHING;
  const problems = fits ? [] : explainProblems(engine.contract, id, value);
  const notes = hasNotes ? notesOn(engine.applied, engine.bodySchema(id).applied, value) : [];
  const told = new Set<string>();
  return [
    ...problems.map(({ path, ...problem }) => ({ ...problem, target, dataPath: path })),
    ...[...notes].flatMap((note) => {
      const draft = draftOf(note, target);
      // What is wrong with the description is told once of a body, however often its schema applied.
      const key = note.kind === 'wrong' ? note.wrong.spec : `${note.path} ${note.kind}`;
      return draft === undefined || told.has(key) || !told.add(key) ? [] : [draft];
    }),
  ];
}

function draftOf(note: Note, target: FindingDraft['target']): FindingDraft | undefined {
  const { path, location } = note;
  const where = path === '' ? 'The value' : path;
  if (note.kind === 'barred') {
    const { by, schema, value } = note;
    const isSecret = by === 'writeOnly';
    return {
      // A server ignores what it is sent; what it lets out may be a secret. Source: OpenAPI 3.0.4, "Schema Object".
      severity: isSecret ? 'error' : 'warning',
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
