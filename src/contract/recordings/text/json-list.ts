import { RecordingError } from '../recording-error.ts';
import { type RecordingSource, type Segment, WHOLE_FILE } from '../source.ts';
import { brokenAt, type JsonCursor, MORE, parse, peek, take, takeName, takeValue } from './json-cursor.ts';
import { textPieces } from './text-pieces.ts';

export interface JsonListOptions<T> {
  /** The names of the members that lead to the list: none where the text is the list. */
  readonly path: readonly string[];
  /** The name of a member that can't stand beside the list, for it would be another list. */
  readonly rival?: string;
  /** What the error says where there is no list at the path. */
  readonly missing: string;
  /** Default: the whole text. A segment starts with an item, and ends before one. */
  readonly segment?: Segment;
  readonly make: (item: unknown, index: number) => T;
}

type Steps<T> = Generator<T | typeof MORE, void, undefined>;

/**
 * Reads the items of a list in a JSON text, one after the other, in memory that does not grow with the list. All of the
 * text is read, and has to be JSON. The items come in batches, to be taken up in turn.
 *
 * @throws RecordingError where the text is not JSON or has no list at the path
 */
export async function* readJsonList<T>(
  source: RecordingSource,
  options: JsonListOptions<T>,
): AsyncGenerator<Iterable<T>, void, undefined> {
  const { segment = WHOLE_FILE } = options;
  const cursor: JsonCursor = { file: source.file, text: '', at: 0, isEnd: false, bytes: segment.byte };
  const steps = listSteps(cursor, options, segment);
  let waiting: string[] = [];
  let length = 0;

  function* items(pieces: Iterable<string>): Generator<T> {
    for (const piece of pieces) {
      waiting.push(piece);
      length += piece.length;
      // What is too long for one piece is looked at from its start again: worth it once there is twice as much.
      if (length < cursor.text.length - cursor.at) continue;
      addWaiting();
      yield* untilMore(steps);
    }
  }

  function addWaiting(): void {
    // An error in a file of one piece then has the text from its start, and can name the line.
    if (waiting.length === 0) return;
    const added = waiting.join('');
    cursor.text = cursor.text.slice(cursor.at) + added;
    cursor.at = 0;
    cursor.bytes += Buffer.byteLength(added);
    waiting = [];
    length = 0;
  }

  for await (const pieces of textPieces(source)) yield items(pieces);
  addWaiting();
  cursor.isEnd = true;
  yield untilMore(steps);
}

function* untilMore<T>(steps: Steps<T>): Generator<T> {
  for (;;) {
    const { value, done } = steps.next();
    if (done === true || value === MORE) return;
    yield value;
  }
}

function* listSteps<T>(cursor: JsonCursor, options: JsonListOptions<T>, segment: Segment): Steps<T> {
  const { path, rival } = options;
  if (segment.isFirst) yield* passToList(cursor, options);
  const isClosed = yield* items(cursor, options, segment);
  if (!isClosed) return;
  for (const name of path.toReversed()) yield* passOtherMembers(name, cursor, rival);
  if ((yield* peek(cursor)) !== '') throw brokenAt(cursor, cursor.at, 'the end of the text');
}

function* passToList<T>(cursor: JsonCursor, { path, rival, missing }: JsonListOptions<T>): Steps<never> {
  for (const name of path) {
    yield* open('{', cursor, missing);
    if (!(yield* passMembersTo(name, cursor, rival))) throw new RecordingError(cursor.file, missing);
  }
  yield* open('[', cursor, missing);
}

/** Goes through the items; returns whether the list is closed. */
function* items<T>(
  cursor: JsonCursor,
  { make }: JsonListOptions<T>,
  segment: Segment,
): Generator<T | typeof MORE, boolean, undefined> {
  if (segment.isFirst && (yield* peek(cursor)) === ']') {
    cursor.at += 1;
    return true;
  }
  for (let index = segment.index; ; index += 1) {
    // A segment ends after a comma. At the end of the whole there is a value missing.
    if ((yield* peek(cursor)) === '' && !segment.isLast) return false;
    yield make(parse(cursor, yield* takeValue(cursor)), index);
    if ((yield* take(cursor, ',]', '"," or "]"')) === ']') return true;
  }
}

/** Passes the members of an object up to the value of the one named; false where there is none. */
function* passMembersTo(
  name: string,
  cursor: JsonCursor,
  rival?: string,
): Generator<typeof MORE, boolean, undefined> {
  if ((yield* peek(cursor)) === '}') return false;
  for (;;) {
    const found = yield* takeName(cursor);
    if (found === name) return true;
    if (found === rival) throw twoLists(cursor, name, found);
    parse(cursor, yield* takeValue(cursor));
    if ((yield* take(cursor, ',}', '"," or "}"')) === '}') return false;
  }
}

/** Passes the rest of an object. JSON.parse takes the last of two equal names; here that would be a second list. */
function* passOtherMembers(
  name: string,
  cursor: JsonCursor,
  rival?: string,
): Generator<typeof MORE, void, undefined> {
  while ((yield* take(cursor, ',}', '"," or "}"')) === ',') {
    const found = yield* takeName(cursor);
    if (found === name) throw new RecordingError(cursor.file, `has two members named ${name}`);
    if (found === rival) throw twoLists(cursor, name, found);
    parse(cursor, yield* takeValue(cursor));
  }
}

function twoLists({ file }: JsonCursor, ...names: readonly string[]): RecordingError {
  return new RecordingError(file, `has two lists: ${names.join(' and ')}`);
}

/** Passes an opening bracket. Of a value that is not JSON it is better told where it breaks than that it is no list. */
function* open(
  bracket: string,
  cursor: JsonCursor,
  missing: string,
): Generator<typeof MORE, void, undefined> {
  if ((yield* peek(cursor)) !== bracket) {
    parse(cursor, yield* takeValue(cursor));
    throw new RecordingError(cursor.file, missing);
  }
  cursor.at += 1;
}
