import { isObject, type JsonObject, type Schema } from '../support/schema.ts';
import { type ChangeKind, replacements } from './replacements.ts';
import { sampleOf } from './sample-of.ts';

/** A body that differs in one thing from another one. */
export interface Change {
  readonly kind: ChangeKind;
  /** Tells the changes of a body apart, for people. */
  readonly name: string;
  /** JSON Pointer to what was changed; where a member was left out, to the object that it was left out of. */
  readonly pointer: string;
  readonly body: unknown;
}

/** Names that trip what takes an object for a map, or a JSON Pointer for a path. */
const ODD_NAMES: readonly string[] = ['', '__proto__', 'constructor', 'toString', 'a/b', '~1', '0'];

/**
 * Every change of a body that its schema has an opinion about, allowed or not: each value replaced, each member left
 * out or added, each list shortened and lengthened.
 */
export function* changesOf(schema: Schema, body: unknown, pointer = ''): Generator<Change> {
  for (const [kind, value] of replacements(schema)) yield change(kind, pointer, show(value), value);
  yield* changesOfParts(schema, body, pointer);
}

function* changesOfParts(schema: Schema, body: unknown, pointer: string): Generator<Change> {
  // What is null or empty has no parts to change: a sample of it has.
  for (const value of hasParts(body) ? [body] : [body, sampleOf(schema)]) {
    if (Array.isArray(value)) yield* changesOfItems(schema, value, pointer);
    if (isObject(value)) yield* changesOfMembers(schema, value, pointer);
  }
  // Those of every branch, also of one that the body does not fit: a member of it may turn the body into something else.
  for (const branch of schema.anyOf ?? []) yield* changesOfParts(branch, body, pointer);
}

function* changesOfItems({ items }: Schema, list: readonly unknown[], pointer: string): Generator<Change> {
  const [first, ...others] = list;
  if (items === undefined || first === undefined) return;
  yield change('items', pointer, 'one item', [first]);
  yield change('items', pointer, 'the items twice', [...list, ...list]);
  yield change(
    'items',
    pointer,
    '100 items',
    Array.from({ length: 100 }, () => first),
  );
  for (const inner of changesOf(items, first, `${pointer}/0`))
    yield { ...inner, body: [inner.body, ...others] };
}

function* changesOfMembers(schema: Schema, object: JsonObject, pointer: string): Generator<Change> {
  const { properties = {}, additionalProperties } = schema;
  yield change('order', pointer, 'members reversed', Object.fromEntries(Object.entries(object).reverse()));
  for (const [name, member] of Object.entries(properties)) {
    if (Object.hasOwn(object, name)) {
      const { [name]: _, ...others } = object;
      yield change('left out', pointer, `without ${name}`, others);
    } else {
      yield change('added', pointer, `with ${name}`, withMember(object, name, sampleOf(member)));
    }
    yield* changesOfMember(member, object, name, pointer);
  }
  if (additionalProperties === undefined) {
    for (const name of ['somethingNew', ...ODD_NAMES]) {
      for (const value of [null, 'text', { deep: [1] }]) {
        const at = `${pointer}/${escaped(name)}`;
        yield change('extra property', at, show(value), withMember(object, name, value));
      }
    }
  } else {
    yield* changesOfMember(additionalProperties, object, Object.keys(object)[0] ?? 'key', pointer);
    for (const name of ODD_NAMES) {
      const at = `${pointer}/${escaped(name)}`;
      yield change('added', at, 'text', withMember(object, name, sampleOf(additionalProperties)));
      yield change('null', at, 'null', withMember(object, name, null));
    }
  }
}

function* changesOfMember(
  schema: Schema,
  object: JsonObject,
  name: string,
  pointer: string,
): Generator<Change> {
  for (const inner of changesOf(schema, object[name], `${pointer}/${escaped(name)}`)) {
    yield { ...inner, body: withMember(object, name, inner.body) };
  }
}

/** A computed member is defined, not assigned: `__proto__` becomes one like any other, as with JSON.parse. */
function withMember(object: JsonObject, name: string, value: unknown): JsonObject {
  return { ...object, [name]: value };
}

function hasParts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function change(kind: ChangeKind, pointer: string, what: string, body: unknown): Change {
  return { kind, name: `${pointer === '' ? '(body)' : pointer}: ${what}`, pointer, body };
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${[...text].slice(0, 20).join('')}… (${text.length} characters)`;
}

/** RFC 6901, section 3. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
