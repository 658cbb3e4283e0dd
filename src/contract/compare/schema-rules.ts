import type { Keywords, SchemaId } from '../contract.ts';
import { isEqual } from '../description/schemas/equal.ts';
import { KEYWORD_LIST } from '../description/schemas/keywords.ts';
import { show } from '../printable.ts';
import { type Change, type Direction, type Draft, type Impact, impactOf } from './difference.ts';
import { type MatchedMembers, matchMembers } from './match-members.ts';
import * as shapes from './shape.ts';
import { placeAt, propertiesOf, type Shape, valuesAt } from './shape.ts';
import type { Pair, Side } from './side.ts';

/** One kind of difference between two schemas. What they hold is compared on its own. */
interface SchemaRule<Fact = unknown> {
  readonly id: string;
  /** The keywords to point at. */
  readonly places: readonly string[];
  /** What it looks at; where that is equal, nothing differs. Absent: it looks at both at once. */
  readonly of?: ((shape: Shape) => Fact) | undefined;
  readonly tell: (here: Fact, there: Fact, pair: Pair<Shape>, direction: Direction) => Iterable<Told>;
}

type Told = readonly [what: Change | Impact, subject: string, message: string, more?: Partial<Draft>];

export function* compareSchemas(pair: Pair<Shape>, direction: Direction): Generator<Draft> {
  for (const { id, places, of, tell } of RULES) {
    const [here, there] = [of?.(pair.ours), of?.(pair.upstream)];
    if (of !== undefined && isEqual(here, there)) continue;
    for (const [what, subject, message, more] of tell(here, there, pair, direction)) {
      const impact =
        what === 'wider' || what === 'narrower' || what === 'other' ? impactOf(what, direction) : what;
      const [ours, upstream] = [placeAt(pair.ours, ...places), placeAt(pair.upstream, ...places)];
      yield {
        rule: id,
        impact,
        subject,
        message,
        ours,
        upstream,
        oursValue: here,
        upstreamValue: there,
        ...more,
      };
    }
  }
}

/** Keeps the type of the fact between a rule's two functions. */
function rule<Fact>(
  id: string,
  places: readonly string[],
  of: ((shape: Shape) => Fact) | undefined,
  tell: SchemaRule<Fact>['tell'],
): SchemaRule {
  return { id, places, of, tell: tell as SchemaRule['tell'] };
}

const OPENNESS = ['refused', 'of a schema', 'free'];
const LEAST = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'] as const;
const MOST = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'] as const;
/** Two different ones can't be put in an order. */
const UNORDERED = ['pattern', 'multipleOf', 'uniqueItems'] as const;
/** Keywords whose change is told, and not judged: which side lets in more doesn't follow from their text. */
const OTHER = ['not', 'if', 'then', 'else', 'patternProperties', 'propertyNames', 'contains', 'minContains']
  .concat('maxContains', 'prefixItems', 'dependentRequired', 'dependentSchemas', 'unevaluatedItems')
  .concat('contentEncoding', 'contentMediaType');

const RULES: readonly SchemaRule[] = [
  // Open lets in more than a described rest, and that more than closed.
  rule(
    'additional-properties-changed',
    ['additionalProperties', 'unevaluatedProperties'],
    opennessOf,
    (here, there) => {
      const change = OPENNESS.indexOf(there) > OPENNESS.indexOf(here) ? 'wider' : 'narrower';
      return [[change, 'additionalProperties', `properties beside the named ones are published as ${there}`]];
    },
  ),
  ...[...LEAST, ...MOST, ...UNORDERED].map((name) =>
    rule(
      'bounds-changed',
      [name],
      (shape) => boundOf(shape, name),
      (here, there) => [
        [
          boundChange(name, here, there),
          name,
          there === undefined ? `no ${name} is published` : `${name} is published as ${show(there)}`,
        ],
      ],
    ),
  ),
  // An enum of one value says the same as a `const`.
  rule('const-changed', ['const', 'enum'], shapes.enumOf, function* (here, there, { ours, upstream }) {
    if (!hasConst(ours) && !hasConst(upstream)) return;
    const wider = here !== undefined && !there?.every((value) => shapes.includes(here, value));
    const narrower = there !== undefined && !here?.every((value) => shapes.includes(there, value));
    const message = there === undefined ? 'any value is published' : `${show(there)} is published`;
    if (wider || narrower)
      yield [wider && narrower ? 'other' : wider ? 'wider' : 'narrower', 'const', message];
  }),
  // What is left out of a request means something else then; in a response it is but a word.
  rule(
    'default-changed',
    ['default'],
    (shape) => shapes.writtenAt(shape, 'default'),
    (_, there, __, direction) => [
      [
        direction === 'request' ? 'breaking' : 'info',
        'default',
        there === undefined ? 'no default is published' : `the default ${show(there)} is published`,
      ],
    ],
  ),
  // One difference for each value that is on one side only. Null is a type.
  rule('enum-changed', ['enum'], valuesOf, function* (here, there, { ours, upstream }, direction) {
    if (hasConst(ours) || hasConst(upstream)) return;
    if (here === undefined || there === undefined) {
      yield there === undefined
        ? ['wider', 'any', 'any value is published']
        : ['narrower', 'any', 'only some values are published'];
      return;
    }
    // Who waits for a value that never comes any more waits for ever.
    const gone = direction === 'response' ? 'warning' : 'breaking';
    for (const value of here.filter((one) => !shapes.includes(there, one)))
      yield [gone, show(value), `the value ${show(value)} is not published`];
    for (const value of there.filter((one) => !shapes.includes(here, one)))
      yield ['wider', show(value), `the value ${show(value)} is published`];
  }),
  rule(
    'format-changed',
    ['format'],
    (shape) => valuesAt(shape, 'format')[0],
    (here, there) => [
      there === undefined
        ? ['wider', 'format', `the format ${here} is not published`]
        : [here === undefined ? 'narrower' : 'other', 'format', `the format ${there} is published`],
    ],
  ),
  // Where only one side says what the items of an array are.
  rule(
    'items-changed',
    ['items'],
    (shape) => valuesAt(shape, 'items').length > 0 || undefined,
    (_, there) => [
      there
        ? ['narrower', 'items', 'the items are described']
        : ['wider', 'items', 'nothing is published of the items'],
    ],
  ),
  // By its letter the schema refuses null, and its author meant otherwise: it is read as it is meant.
  rule('nullable-means-nothing', ['nullable', 'type'], isMeant, function* (_, there) {
    const message = '`nullable: true` lets no null in there by its letter: it is taken as it is meant';
    if (there) yield ['warning', 'nullable', message];
  }),
  ...OTHER.map((name) =>
    rule(
      'other-keywords-changed',
      [name],
      (shape) => plainOf(shape, name),
      () => [['warning', name, `${name} differs; which side lets in more is not judged`]],
    ),
  ),
  rule('property-added', ['properties'], namesOf, function* (here, there, { ours, upstream }, direction) {
    const refused = direction === 'response' && shapes.additionalOf(ours) === 'closed';
    const properties = propertiesOf(upstream);
    for (const name of there.filter((one) => !here.includes(one))) {
      const message = `the property ${name} is published${refused ? ', and we refuse others than ours' : ''}`;
      const place = placeAt(properties.get(name) as Shape);
      const values = { oursValue: undefined, upstreamValue: requirementOf(upstream, name) };
      yield [refused ? 'breaking' : 'info', name, message, { ...values, upstream: place }];
    }
  }),
  rule('property-removed', ['properties'], namesOf, function* (here, there, { ours, upstream }, direction) {
    const refused = direction === 'request' && shapes.additionalOf(upstream) === 'closed';
    const properties = propertiesOf(ours);
    for (const name of here.filter((one) => !there.includes(one))) {
      const requirement = requirementOf(ours, name);
      const isMissed = refused || (requirement === 'required' && direction === 'response');
      const message = `the property ${name} is not published${refused ? ', and others than the published are refused' : ''}`;
      const place = placeAt(properties.get(name) as Shape);
      const values = { oursValue: requirement, upstreamValue: undefined };
      yield [isMissed ? 'breaking' : 'warning', name, message, { ...values, ours: place }];
    }
  }),
  rule(
    'read-only-changed',
    ['readOnly'],
    (shape) => isMarked(shape, 'readOnly'),
    (_, there, __, direction) => [
      there
        ? [
            direction === 'request' ? 'breaking' : 'info',
            'readOnly',
            'published as read-only: not to be sent',
          ]
        : ['info', 'readOnly', 'not published as read-only'],
    ],
  ),
  rule('required-changed', ['required'], requiredOf, function* (here, there, { ours, upstream }) {
    const [known, published] = [namesOf(ours), namesOf(upstream)];
    for (const name of here.filter((one) => !there.includes(one))) {
      // Of a property that is gone `property-removed` tells.
      if (known.includes(name) && !published.includes(name)) continue;
      const values = { oursValue: 'required', upstreamValue: 'optional' };
      yield ['wider', name, `the property ${name} is published as optional`, values];
    }
    for (const name of there.filter((one) => !here.includes(one))) {
      const values = { oursValue: known.includes(name) ? 'optional' : undefined, upstreamValue: 'required' };
      yield ['narrower', name, `the property ${name} is published as required`, values];
    }
  }),
  // One difference for each type that is let in on one side only; null is a type.
  rule('type-changed', ['type', 'nullable'], shapes.typesOf, function* (here, there) {
    if (there === undefined) yield ['wider', 'any', 'no type is published'];
    else if (here === undefined) yield ['narrower', 'any', `the type ${there.join(' or ')} is published`];
    else {
      for (const type of here.filter((one) => !covers(there, one)))
        yield ['narrower', type, `the type ${type} is not published`];
      for (const type of there.filter((one) => !covers(here, one)))
        yield ['wider', type, `the type ${type} is published`];
    }
  }),
  // A schema with no `anyOf` and no `oneOf` is a union of one.
  rule('union-member-added', [], undefined, function* (_, __, { ours, upstream }) {
    for (const member of matchedMembers(ours, upstream)?.upstreamOnly ?? []) {
      const name = shapes.nameOf(member);
      const more = { upstream: placeAt(member), oursValue: undefined, upstreamValue: name };
      yield ['wider', name, `the form ${name} is published as well`, more];
    }
  }),
  rule('union-member-removed', [], undefined, function* (_, __, { ours, upstream }) {
    if (shapes.membersOf(ours) === undefined) return;
    for (const member of matchedMembers(ours, upstream)?.oursOnly ?? []) {
      const name = shapes.nameOf(member);
      const more = { ours: placeAt(member), oursValue: name, upstreamValue: undefined };
      yield ['narrower', name, `the form ${name} is not published`, more];
    }
  }),
  // What is write-only is never answered: a change of it means nothing to a request, and is told all the same.
  rule(
    'write-only-changed',
    ['writeOnly'],
    (shape) => isMarked(shape, 'writeOnly'),
    (_, there, __, direction) => [
      there
        ? [
            direction === 'response' ? 'breaking' : 'info',
            'writeOnly',
            'published as write-only: never answered',
          ]
        : ['info', 'writeOnly', 'not published as write-only'],
    ],
  ),
];

/** Undefined where neither is a union. */
export function matchedMembers(ours: Shape, upstream: Shape): MatchedMembers | undefined {
  const [here, there] = [shapes.membersOf(ours), shapes.membersOf(upstream)];
  if (here === undefined && there === undefined) return undefined;
  return matchMembers(here ?? [ours], there ?? [upstream]);
}

function opennessOf(shape: Shape): string {
  const additional = shapes.additionalOf(shape);
  if (additional === 'closed') return 'refused';
  return additional === 'open' ? 'free' : 'of a schema';
}

/** The value of a bound; undefined where there is none, or one that says nothing. */
function boundOf(shape: Shape, name: (typeof LEAST | typeof MOST | typeof UNORDERED)[number]): unknown {
  const value = valuesAt(shape, name)[0];
  const saysNothing = value === false || (value === 0 && /^min(?:Length|Items|Properties)$/.test(name));
  return saysNothing ? undefined : value;
}

function boundChange(name: string, here: unknown, there: unknown): Change {
  if (there === undefined) return 'wider';
  if (here === undefined) return 'narrower';
  if (UNORDERED.some((one) => one === name)) return 'other';
  // One that no double holds is a bigint, and compares all the same.
  const rises = (there as number) > (here as number);
  return rises === LEAST.some((one) => one === name) ? 'narrower' : 'wider';
}

function hasConst({ layers }: Shape): boolean {
  return layers.some(({ keywords }) => Object.hasOwn(keywords, 'const'));
}

function valuesOf(shape: Shape): readonly unknown[] | undefined {
  return shapes.enumOf(shape)?.filter((value) => value !== null);
}

/** In 3.0 the keyword is right, wherever it stands. */
function isMeant({ layers, side }: Shape): boolean | undefined {
  return (!side.isOpenapi30 && layers.some(({ schema }) => schema.meantNull)) || undefined;
}

function isMarked({ layers, side }: Shape, mark: 'readOnly' | 'writeOnly'): boolean {
  return layers.some(({ schema }) => schema.barred === mark || side.written(schema.spec)[mark] === true);
}

function namesOf(shape: Shape): readonly string[] {
  return [...propertiesOf(shape).keys()];
}

function requiredOf(shape: Shape): readonly string[] {
  return [...new Set(valuesAt(shape, 'required').flat())];
}

function requirementOf(shape: Shape, name: string): string {
  return requiredOf(shape).includes(name) ? 'required' : 'optional';
}

/** An integer is a number. */
function covers(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

const HOLDS = new Map(KEYWORD_LIST.map(([name, { holds }]) => [name, holds]));
const DEEPEST = 12;

/** What a keyword says in each part, with what it refers to in its place; a deeper nesting is cut. */
function plainOf(shape: Shape, name: string): unknown {
  const said = HOLDS.has(name)
    ? valuesAt(shape, name as keyof Omit<Keywords, 'const'>).map((value) => plain(name, value, shape.side, 0))
    : [shapes.writtenAt(shape, name)].filter((value) => value !== undefined);
  return said.length > 1 ? said : said[0];
}

function plain(name: string, value: unknown, side: Side, depth: number): unknown {
  const schema = (id: SchemaId): unknown => {
    const { keywords, never } = side.contract.schemas[id] ?? { keywords: {} };
    if (never || depth > DEEPEST) return never ? false : '…';
    return Object.fromEntries(
      Object.entries(keywords).map(([key, said]) => [key, plain(key, said, side, depth + 1)]),
    );
  };
  const holds = name === '$ref' ? 'schema' : HOLDS.get(name);
  if (holds === 'schema') return schema(value as SchemaId);
  if (holds === 'list') return (value as SchemaId[]).map(schema);
  if (holds === 'map')
    return Object.fromEntries(
      Object.entries(value as Record<string, SchemaId>).map(([key, id]) => [key, schema(id)]),
    );
  return value;
}
