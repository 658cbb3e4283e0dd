import { type Scalar, scalarsOf } from './json-scalars.ts';
import { fillTemplate, type Gap, type JsonTemplate, jsonTemplate } from './json-template.ts';

/** Reads objects that are much alike, by templates learned from those before. */
export interface SimilarJson {
  /** What `read` or `learn` found. The next `read` may write into it: take what is needed out of it before. */
  readonly value: object;
  /** The place after the object at `at`, or -1 where it is like none before. */
  read(text: string, at: number): number;
  /** Takes an object that `read` did not know, as text and parsed. */
  learn(text: string, value: object): void;
}

interface Known {
  /** The text without its scalars: two texts of one layout differ in scalars alone. */
  readonly layout: string;
  readonly text: string;
  readonly value: object;
  readonly scalars: readonly Scalar[];
  /** Which scalars were not always the same, and whether any text had a string with an escape there. */
  readonly varies: Map<number, boolean>;
  /** Undefined until a second text of the layout has come. */
  template: JsonTemplate | undefined;
}

const MOST_TEMPLATES = 8;
const MOST_CHARACTERS = 128 * 1024;
/** Of what stays the same: it is compiled. */
const MOST_LITERAL = 16 * 1024;

/** Learning costs several times what parsing does: it has to pay for itself. */
const FREE_LESSONS = 64;
const HITS_PER_LESSON = 8;

export function similarJson(): SimilarJson {
  /** The one used last comes first. */
  const known: Known[] = [];
  let hits = 0;
  let lessons = 0;
  let value: object = {};

  function read(text: string, at: number): number {
    for (let index = 0; index < known.length; index += 1) {
      const candidate = known[index] as Known;
      const end = candidate.template === undefined ? -1 : fillTemplate(candidate.template, text, at);
      if (end === -1) continue;
      if (index > 0) toFront(known, index);
      hits += 1;
      value = candidate.value;
      return end;
    }
    return -1;
  }

  function learn(text: string, parsed: object): void {
    value = parsed;
    if (lessons > FREE_LESSONS + hits / HITS_PER_LESSON || text.length > MOST_CHARACTERS) return;
    lessons += 1;
    const scalars = scalarsOf(text, parsed);
    if (scalars === undefined) return;
    const layout = layoutOf(text, scalars);
    const index = known.findIndex((candidate) => candidate.layout === layout);
    if (index === -1) {
      known.unshift({ layout, text, value: parsed, scalars, varies: new Map(), template: undefined });
      if (known.length > MOST_TEMPLATES) known.pop();
    } else {
      widen(known[index] as Known, text, scalars);
      toFront(known, index);
    }
  }

  return {
    get value() {
      return value;
    },
    read,
    learn,
  };
}

function widen(known: Known, text: string, scalars: readonly Scalar[]): void {
  for (const [index, { start, end }] of known.scalars.entries()) {
    const other = scalars[index] as Scalar;
    const texts = [known.text.slice(start, end), text.slice(other.start, other.end)];
    if (texts[0] === texts[1]) continue;
    const hasEscapes = known.varies.get(index) === true || texts.some((each) => each.includes('\\'));
    known.varies.set(index, hasEscapes);
  }
  const gaps = known.scalars.flatMap((scalar, index): Gap[] => {
    const hasEscapes = known.varies.get(index);
    return hasEscapes === undefined ? [] : [{ ...scalar, hasEscapes }];
  });
  const gapLength = gaps.reduce((sum, { start, end }) => sum + end - start, 0);
  known.template = known.text.length - gapLength > MOST_LITERAL ? undefined : jsonTemplate(known.text, gaps);
}

/** U+0000 can't stand in JSON, so that it can stand for a scalar here. */
function layoutOf(text: string, scalars: readonly Scalar[]): string {
  let layout = '';
  let place = 0;
  for (const { start, end } of scalars) {
    layout += `${text.slice(place, start)}\0`;
    place = end;
  }
  return layout + text.slice(place);
}

function toFront(known: Known[], index: number): void {
  known.unshift(...known.splice(index, 1));
}
