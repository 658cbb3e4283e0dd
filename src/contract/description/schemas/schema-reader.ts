import type { Discriminator, Keywords, Place, Schema, SchemaId, Wrong } from '../../contract.ts';
import { show } from '../../printable.ts';
import type { LimitationList } from '../limitations.ts';
import { DescriptionError } from '../limitations.ts';
import { child, children, type Description, enterScope, type Node, placeOf } from '../load/description.ts';
import { essenceOf, isJsonType } from '../media-type.ts';
import { cutCircles } from './circles.ts';
import { barredBy, barredNames, type Direction, requiredOf, tellsDirections } from './direction.ts';
import { nameOf, readDiscriminator } from './discriminator.ts';
import { KEYWORD_LIST, type Keyword, wrongValue } from './keywords.ts';
import { limitSchema, noteDirection, noteNullable } from './limits.ts';
import { type PatternFault, patternFault, patternLimit } from './patterns.ts';
import { followed, isNullable, saysNullable, upgradeSchema } from './upgrade.ts';

/** Reads the schemas of a description, each once for each direction that tells it apart. */
export interface SchemaReader {
  /** The id of the schema at a node; it, and all it refers to, is read on first sight. */
  idOf(node: Node, name: string, direction: Direction): SchemaId;
  /** The id of a list whose items are of one schema, and that is as another one says as well. */
  listOf(item: SchemaId, also: SchemaId | null, name: string, spec: Place): SchemaId;
  /** Those that were read so far. */
  readonly schemas: Readonly<Record<SchemaId, Schema>>;
  /** All that were read. To be called when the last one is. */
  finish(): Readonly<Record<SchemaId, Schema>>;
}

/** A schema in the making. */
type Draft = { -readonly [Member in keyof Schema]: Schema[Member] };

type Parts = Record<string, unknown>;

/** How a schema is reached from the one that it stands in. */
interface Part {
  readonly node: Node;
  readonly name: string;
  readonly keyword: (typeof KEYWORD_LIST)[number][1];
}

/** Of schemas in schemas, without a reference between. */
const MOST_LEVELS = 200;

const NO_NAMES: ReadonlySet<string> = new Set();

/** The same description always gives the same ids. */
export function createSchemaReader(
  description: Description,
  openapi30: boolean,
  limitations: LimitationList,
): SchemaReader {
  const schemas: Record<SchemaId, Draft> = Object.create(null);
  const ids = new Map<string, SchemaId>();
  /** Still to be read: one refers to the next in chains that are too long for the stack. */
  const left: (() => void)[] = [];
  const tools = { description, openapi30, limitations, schemas, ids, left };
  const byDirection = tellsDirections(description);
  const readers = {
    request: readerOf(tools, byDirection ? 'request' : undefined, '?request'),
    response: readerOf(tools, byDirection ? 'response' : undefined, ''),
  };
  return {
    schemas,
    listOf: (item, also, name, spec) => {
      const key = `list of ${item} ${also}`;
      const id = ids.get(key) ?? `v${ids.size}`;
      ids.set(key, id);
      const keywords = { type: ['array'], items: item, ...(also !== null && { allOf: [also] }) };
      schemas[id] ??= { ...empty(name, spec), keywords, places: { items: spec }, own: true };
      return id;
    },
    idOf: (node, name, direction) => {
      const id = readers[direction](node, name);
      // It grows meanwhile.
      for (const read of left) read();
      left.length = 0;
      return id;
    },
    finish: () => {
      cutCircles(schemas, limitations);
      return schemas;
    },
  };
}

interface Tools {
  readonly description: Description;
  readonly openapi30: boolean;
  readonly limitations: LimitationList;
  readonly schemas: Record<SchemaId, Draft>;
  readonly ids: Map<string, SchemaId>;
  readonly left: (() => void)[];
}

/** `direction`: undefined where the description does not tell them apart. */
function readerOf(
  { description, openapi30, limitations, schemas, ids, left }: Tools,
  direction: Direction | undefined,
  ofDirection: string,
): (node: Node, name: string) => SchemaId {
  const suffix = direction === undefined ? '' : ofDirection;
  const refsOf = (node: Node): Node[] =>
    ['$ref', '$dynamicRef']
      .flatMap((keyword) => child(node, keyword) ?? [])
      .filter(({ value }) => typeof value === 'string');
  /** A `$ref` with siblings is a schema that also applies another; in OpenAPI 3.0 most siblings mean nothing. */
  const isBareRef = (node: Node): boolean =>
    refsOf(node).length > 0 &&
    (Object.keys(node.value as object).length === 1 ||
      (openapi30 && child(node, 'nullable')?.value !== true));
  /** The schema itself, or what it is but another name of. */
  const targetOf = (node: Node): Node => description.deref(node, isBareRef);
  const keyOf = ({ source, pointer, scope = [] }: Node): string =>
    [`${source.path}#${pointer}${suffix}`, ...scope.map(({ uri }) => uri)].join(' in ');

  const idFor = (key: string): SchemaId => {
    const id = ids.get(key) ?? `v${ids.size}`;
    ids.set(key, id);
    return id;
  };
  const own = (id: SchemaId): SchemaId => {
    (schemas[id] as Draft).own = true;
    return id;
  };
  /** A schema that can't be read: anything fits, and it is told why. */
  const unread = (node: Node, name: string, error: unknown): SchemaId => {
    if (!(error instanceof DescriptionError)) throw error;
    const id = idFor(`${keyOf(node)}?unread`);
    const { kind, place, reason } = error;
    limitations.add(kind, place, reason);
    schemas[id] ??= {
      ...empty(name, place),
      ...(kind === 'wrong' && { wrong: [{ what: reason, spec: place }] }),
    };
    return own(id);
  };
  const wrongAt = (spec: string, what: string): Wrong => {
    limitations.add('wrong', spec, what);
    return { what, spec };
  };

  /** What is referred to is called by its own name. Where it requires what is barred by the one that refers to it, it is another one there. */
  const readTarget = (node: Node, name: string, barred = NO_NAMES): SchemaId => {
    try {
      const target = targetOf(node);
      const ownName = target === node ? name : nameOf(target) || name;
      const required = direction ? requiredOf(description, target, direction, barred) : NO_NAMES;
      return own(readNode(target, ownName, required));
    } catch (error) {
      return unread(node, name, error);
    }
  };
  const readPart = ({ node, name, keyword }: Part, barred: ReadonlySet<string>): SchemaId => {
    const by = keyword.ofPart && direction ? barredBy(description, node, direction) : undefined;
    if (openapi30 && keyword.ofPart) noteDirection(node, limitations);
    if (by !== undefined) return readBarred(node, name, by);
    const inherited = keyword.inPlace ? barred : NO_NAMES;
    const id = isBareRef(node) ? readTarget(node, name, inherited) : readInPlace(node, name, inherited);
    return keyword.chooses ? own(id) : id;
  };
  const readInPlace = (node: Node, name: string, barred: ReadonlySet<string>): SchemaId => {
    try {
      return readNode(node, name, barred);
    } catch (error) {
      return unread(node, name, error);
    }
  };
  const readBarred = (node: Node, name: string, by: NonNullable<Schema['barred']>): SchemaId => {
    const id = idFor(`${keyOf(node)}?barred`);
    schemas[id] ??= { ...empty(name, placeOf(child(node, by) ?? node)), barred: by };
    return id;
  };
  const readNode = (reached: Node, name: string, barred: ReadonlySet<string>): SchemaId => {
    const node = enterScope(reached);
    const key = [keyOf(node), ...[...barred].sort()].join(' ');
    const id = idFor(key);
    if (schemas[id] !== undefined) return id;
    // ajv recurses as deep, and has no room for twice as much.
    if (node.pointer.length > 2 * MOST_LEVELS && node.pointer.split('/').length > MOST_LEVELS)
      throw new DescriptionError(placeOf(node), 'a schema that nests so deeply is not judged', {
        kind: 'unsupported',
      });
    const draft = empty(name, placeOf(node));
    schemas[id] = draft; // holds the place until its turn comes
    left.push(() => read(node, draft, key, barred));
    return id;
  };

  const read = (node: Node, outer: Draft, key: string, inherited: ReadonlySet<string>): void => {
    if (node.value === true) outer.always = true;
    if (node.value === false) outer.never = true;
    if (typeof node.value === 'boolean') return;
    if (typeof node.value !== 'object' || node.value === null || Array.isArray(node.value)) {
      const what = `a schema must be an object or a boolean, not ${show(node.value)}`;
      outer.wrong = [wrongAt(outer.spec, what)];
      return;
    }
    const raw = node.value as Readonly<Record<string, unknown>>;
    if (raw['deprecated'] === true) outer.deprecated = true;
    if (limitSchema(node, raw, limitations)) return;
    const value = openapi30 ? upgradeSchema(raw) : { ...raw };
    const draft = isNullable(description, node, value) ? nullableOf(node, outer, key) : outer;
    if (saysNullable(description, node) && noteNullable(node, raw, openapi30, limitations))
      outer.meantNull = true;
    const barred = direction
      ? new Set([...inherited, ...barredNames(description, node, direction)])
      : NO_NAMES;
    const keywords: Parts = {};
    const places: Record<string, string> = {};
    const wrong: Wrong[] = [];
    const [ref, other] = refsOf(node).map((at) => {
      const keyword = at.pointer.endsWith('/$ref') ? '$ref' : '$dynamicRef';
      const id = readTarget({ ...node, value: { [keyword]: at.value } }, outer.name, barred);
      return { id, place: placeOf(at) };
    });
    if (ref !== undefined) {
      keywords['$ref'] = ref.id;
      places['$ref'] = ref.place;
    }
    for (const [name, keyword] of KEYWORD_LIST) {
      if (!Object.hasOwn(value, name)) continue;
      const at = child(node, name) ?? node;
      const fault = wrongValue(name, keyword, value[name]) ?? faultOfPattern(name, value[name], at);
      if (fault !== undefined) wrong.push(wrongAt(placeOf(at), fault));
      else {
        const readAs = (part: Node, partName: string): SchemaId =>
          readPart({ node: part, name: partName, keyword }, barred);
        const parts = partsOf(keyword.holds, at, (error) => wrong.push(wrongAt(error.place, error.reason)));
        const said = readKeyword(
          name,
          keyword.holds,
          value[name],
          parts,
          outer.name,
          readAs,
          (place, fault) => {
            const { kind, what } = fault;
            if (kind === 'wrong') wrong.push(wrongAt(place, what));
            else limitations.add(kind, place, what);
          },
        );
        if (said === undefined) continue;
        keywords[name] = name === 'required' ? withoutBarred(said as string[], barred) : said;
        places[name] = placeOf(at);
      }
    }
    if (other !== undefined) {
      keywords['allOf'] = [other.id, ...((keywords['allOf'] as SchemaId[] | undefined) ?? [])];
      places['allOf'] ??= other.place;
    }
    // Where one thing is wrong nobody knows what was meant by what stands beside it: only the parts are judged.
    if (wrong.length > 0)
      for (const [name, { holds }] of KEYWORD_LIST) if (holds === 'value') delete keywords[name];
    const discriminator = discriminatorOf(node, wrong);
    const content = contentOf(node);
    if (content !== undefined) draft.content = readTarget(content, outer.name);
    draft.keywords = keywords as Keywords;
    draft.places = places;
    if (discriminator !== undefined) draft.discriminator = discriminator;
    if (wrong.length > 0) draft.wrong = wrong;
  };
  /** `nullable` lets null in whatever else the schema says: it is one of two that may apply. */
  const nullableOf = (node: Node, outer: Draft, key: string): Draft => {
    const inner: Draft = { ...empty(outer.name, outer.spec), own: true };
    if (outer.deprecated) inner.deprecated = true;
    const innerId = idFor(`${key} ?not-null`);
    schemas[innerId] = inner;
    const nullId = idFor(`${key} ?null`);
    const spec = placeOf(child(node, 'nullable') ?? node);
    schemas[nullId] = {
      ...empty('null', spec),
      own: true,
      keywords: { type: ['null'] },
      places: { type: spec },
    };
    outer.keywords = { anyOf: [innerId, nullId] };
    outer.places = { anyOf: outer.spec };
    return inner;
  };
  /** The schemas that a keyword holds; a map of them may be a reference too. */
  const partsOf = (
    holds: Keyword['holds'],
    at: Node,
    fault: (error: DescriptionError) => void,
  ): [string, Node][] => {
    if (holds === 'value') return [];
    if (holds === 'schema') return [['', at]];
    try {
      return holds === 'map' ? description.members(at) : children(at);
    } catch (error) {
      if (!(error instanceof DescriptionError)) throw error;
      fault(error);
      return [];
    }
  };
  const faultOfPattern = (name: string, pattern: unknown, at: Node): string | undefined => {
    if (name !== 'pattern') return undefined;
    const fault = patternFault(pattern as string);
    const limit = fault?.kind === 'unsupported' ? fault.what : patternLimit(pattern as string);
    if (limit !== undefined) limitations.add('unsupported', placeOf(at), limit);
    return fault?.kind === 'wrong' ? fault.what : undefined;
  };
  const discriminatorOf = (node: Node, wrong: Wrong[]): Discriminator | undefined =>
    readDiscriminator(description.root, node, {
      // One that leads nowhere is told where it is read.
      targetOf: (at) => followed(description, at, isBareRef),
      idOf: readTarget,
      fault: (place, what) => wrong.push(wrongAt(place, what)),
    });
  return readTarget;
}

/** The schema of what a text holds, where that is JSON. */
function contentOf(node: Node): Node | undefined {
  const type = child(node, 'contentMediaType')?.value;
  const isJson = typeof type === 'string' && isJsonType(essenceOf(type));
  return isJson && child(node, 'contentEncoding') === undefined ? child(node, 'contentSchema') : undefined;
}

function empty(name: string, spec: string): Draft {
  return { name, spec, keywords: {}, places: {} };
}

function withoutBarred(required: readonly string[], barred: ReadonlySet<string>): string[] {
  return [...new Set(required)].filter((name) => !barred.has(name));
}

/** The value of a keyword as the model has it; undefined where it says nothing. */
function readKeyword(
  name: string,
  holds: Keyword['holds'],
  value: unknown,
  parts: readonly [string, Node][],
  holder: string,
  read: (part: Node, name: string) => SchemaId,
  fault: (place: string, fault: PatternFault) => void,
): unknown {
  switch (holds) {
    case 'value':
      if (name === 'type') return typeof value === 'string' ? [value] : value;
      // One that is no pattern is told, and not judged.
      return name === 'pattern' && patternFault(value as string) !== undefined ? undefined : value;
    case 'schema':
      return parts.map(([, part]) => read(part, nameOfPart(holder, name)))[0];
    case 'list':
      return parts.map(([index, part]) =>
        read(part, name === 'prefixItems' ? `${holder}[${index}]` : holder),
      );
    case 'map': {
      const map: Record<string, SchemaId> = {};
      for (const [key, part] of parts) {
        const broken = name === 'patternProperties' ? patternFault(key) : undefined;
        if (broken !== undefined)
          fault(placeOf(part), {
            ...broken,
            what: `the properties of pattern ${key} are not judged: it is no ECMAScript one`,
          });
        else define(map, key, read(part, name === 'dependentSchemas' ? holder : `${holder}.${key}`));
      }
      return map;
    }
  }
}

/** `__proto__` is a property name like any other: assignment would set the prototype instead. */
function define(map: Record<string, SchemaId>, key: string, value: SchemaId): void {
  Object.defineProperty(map, key, { value, enumerable: true, writable: true, configurable: true });
}

function nameOfPart(name: string, keyword: string): string {
  if (keyword === 'items' || keyword === 'contains' || keyword === 'unevaluatedItems') return `${name}[]`;
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') return `${name}.*`;
  return name;
}
