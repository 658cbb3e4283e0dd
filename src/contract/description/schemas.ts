import type { Shape } from '../contract.ts';
import {
  type CompiledSchema,
  convertSchema,
  type Part,
  PLACES_KEYWORD,
  placesOf,
  type Registered,
} from './convert-schema.ts';
import { child, type Description, type Node, placeOf } from './description.ts';
import { DescriptionError } from './description-error.ts';
import { barredBy, barredNames, type Direction, requiredOf, tellsDirections } from './direction.ts';
import { nameOf, readDiscriminator } from './discriminator.ts';
import { limitSchema, noteNullableReference } from './limit-schema.ts';
import type { LimitationList } from './limitations.ts';
import { upgradeSchema } from './openapi-30.ts';
import { shapeOf } from './shape-of.ts';

export interface SchemaRegistry {
  /** The id of the schema at a node; the schema, and all it refers to, is registered on first sight. */
  idOf(node: Node, name: string, direction: Direction): string;
  /** Schemas that need a validator of their own, by id, in order of first sight. */
  readonly roots: ReadonlyMap<string, CompiledSchema>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** Under this name a validator's error tells that its value may not be there, and by which keyword. */
const BARRED_KEYWORD = 'x-barred';
/** Under this name an alternation's error tells which alternative a value has chosen. */
const DISCRIMINATOR_KEYWORD = 'x-discriminator';

const NO_NAMES: ReadonlySet<string> = new Set();

/** Collects the schemas of a description; the same walk always gives the same ids. */
export function createSchemaRegistry(
  description: Description,
  openapi30: boolean,
  limitations: LimitationList,
): SchemaRegistry {
  const byDirection = tellsDirections(description);
  const roots = new Map<string, CompiledSchema>();
  const shapes: Record<string, Shape> = Object.create(null);
  const ids = new Map<string, string>();
  /** Schemas still to be converted: one refers to the next in chains that are too long for the stack. */
  const left: (() => unknown)[] = [];

  const isRef = (node: Node): boolean => typeof child(node, '$ref')?.value === 'string';

  /** A `$ref` with siblings is a schema that also applies another; in OpenAPI 3.0 the siblings mean nothing. */
  const isBareRef = (node: Node): boolean =>
    isRef(node) && (openapi30 || Object.keys(node.value as object).length === 1);

  /** The schema itself, or what it is but another name of. */
  const targetOf = (node: Node): Node => description.deref(node, isBareRef);

  const registryOf = (direction: Direction): SchemaRegistry['idOf'] => {
    const suffix = byDirection && direction === 'request' ? '?request' : '';

    /**
     * A schema that is referred to always has a validator of its own, and is called by its own name. Where it requires what
     * is barred by the schema that refers to it, it is another one there.
     */
    const registerTarget = (node: Node, name: string, barred = NO_NAMES): Registered => {
      if (openapi30 && isRef(node)) noteNullableReference(node, limitations);
      const target = targetOf(node);
      const ownName = target === node ? name : nameOf(target) || name;
      return registerNode(target, ownName, true, requiredOf(description, target, direction, barred));
    };

    const register = (
      { node, name, own, inPlace, isProperty }: Part,
      barred: ReadonlySet<string>,
    ): Registered => {
      const keyword = isProperty && byDirection ? barredBy(description, node, direction) : undefined;
      if (keyword !== undefined) return registerBarred(node, name, keyword);
      return isBareRef(node)
        ? registerTarget(node, name, inPlace ? barred : NO_NAMES)
        : registerNode(node, name, own, inPlace ? barred : NO_NAMES);
    };

    /** A property that may not be there: its schema is the one that nothing fits. */
    const registerBarred = (node: Node, name: string, keyword: 'readOnly' | 'writeOnly'): Registered => {
      const id = newId(`${keyOf(node)}?barred`);
      const spec = placeOf(child(node, keyword) ?? node);
      shapes[id] = { name, spec, barred: keyword };
      const places = { ...placesOf(node, []), not: spec };
      return { id, schema: { not: {}, [BARRED_KEYWORD]: keyword, [PLACES_KEYWORD]: places } };
    };

    const registerNode = (
      node: Node,
      name: string,
      own: boolean,
      barred: ReadonlySet<string>,
    ): Registered => {
      const id = newId([keyOf(node), ...[...barred].sort()].join(' '));
      if (roots.has(id)) return { id, schema: { $ref: id } };
      if (!own) return { id, schema: convert(node, id, name, barred) };
      roots.set(id, true); // holds the place until its turn comes
      left.push(() => roots.set(id, convert(node, id, name, barred)));
      return { id, schema: { $ref: id } };
    };

    const keyOf = (node: Node): string => `${node.source.path}#${node.pointer}${suffix}`;

    const newId = (key: string): string => {
      const id = ids.get(key) ?? `v${ids.size}`;
      ids.set(key, id);
      return id;
    };

    const convert = (
      node: Node,
      id: string,
      name: string,
      inherited: ReadonlySet<string>,
    ): CompiledSchema => {
      const spec = placeOf(node);
      if (typeof node.value === 'boolean') {
        shapes[id] = node.value ? { name, spec } : { name, spec, barred: 'false' };
        return node.value;
      }
      if (typeof node.value !== 'object' || node.value === null || Array.isArray(node.value)) {
        throw new DescriptionError(spec, 'a schema must be an object or a boolean');
      }
      const raw = node.value as Readonly<Record<string, unknown>>;
      const value = openapi30 ? upgradeSchema(raw) : raw;
      if (limitSchema(node, raw, openapi30, limitations)) {
        shapes[id] = { name, spec };
        return true;
      }
      const { $ref } = value;
      const barred = byDirection
        ? new Set([...inherited, ...barredNames(description, node, direction)])
        : NO_NAMES;
      const target = isRef(node) ? registerTarget({ ...node, value: { $ref } }, name, barred).id : undefined;
      const limit = limitations.add;
      const { schema, parts } = convertSchema(node, value, name, {
        register: (part) => register(part, barred),
        barred,
        limit,
      });
      const discriminator = readDiscriminator(description.root, node, {
        targetOf,
        idOf: (at, ownName) => registerTarget(at, ownName).id,
      });
      const ref = target === undefined ? {} : { $ref: target };
      shapes[id] = {
        ...shapeOf(name, spec, value, { ...parts, ...ref }),
        ...(discriminator && { discriminator }),
      };
      return {
        ...ref,
        ...(schema as object),
        ...(discriminator && { [DISCRIMINATOR_KEYWORD]: discriminator }),
      };
    };

    return (node, name) => {
      const { id } = registerTarget(node, name);
      for (let next = left.shift(); next !== undefined; next = left.shift()) next();
      return id;
    };
  };

  const registries = { request: registryOf('request'), response: registryOf('response') };
  return { idOf: (node, name, direction) => registries[direction](node, name, direction), roots, shapes };
}
