import { type Scalar, scalarsOf } from './json-scalars.ts';
import { fillTemplate, type JsonTemplate, jsonTemplate } from './json-template.ts';

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
  readonly varies: Set<number>;
  template: JsonTemplate;
}

const MOST_TEMPLATES = 8;
const MOST_CHARACTERS = 128 * 1024;

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
      const end = fillTemplate(candidate.template, text, at);
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
      const template = jsonTemplate(text, []);
      known.unshift({ layout, text, value: parsed, scalars, varies: new Set(), template });
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
    if (known.text.slice(start, end) !== text.slice(other.start, other.end)) known.varies.add(index);
  }
  known.template = jsonTemplate(
    known.text,
    known.scalars.filter((_, index) => known.varies.has(index)),
  );
}

/** U+0000 can't stand in JSON, so that it can stand for a scalar here. */
function layoutOf(text: string, scalars: readonly Scalar[]): string {
  return jsonTemplate(text, scalars).literals.join('\0');
}

function toFront(known: Known[], index: number): void {
  known.unshift(...known.splice(index, 1));
}
