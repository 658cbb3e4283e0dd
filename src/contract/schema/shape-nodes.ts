import type { Contract, Shape } from '../contract.ts';
import { type Choice, choicesOf, pick } from './choices.ts';
import { isOpen, schemasOfMember, schemasOfOthers } from './members-of-shapes.ts';
import { mergeMarks, type NodeMarks, type PointsOfShape } from './node-marks.ts';

/**
 * All schemas that apply to one value, seen as one: what they say together of its members and items. Made once for each
 * set of schemas, so that a walk over a body looks up and does not compute.
 */
export interface ShapeNode {
  readonly ids: readonly string[];
  readonly shapes: readonly Shape[];
  /** What the value still decides; empty in a node that `resolve` gave. */
  readonly choices: readonly Choice[];
  readonly marks: NodeMarks;
  /** A schema of these that names properties: where none does, nothing is undocumented. */
  readonly owner: Shape | undefined;
  /** Members that a schema names. */
  readonly members: ReadonlyMap<string, Member>;
  /** Any other member; null where that depends on its name, undefined where it is not documented. */
  readonly others: Member | null | undefined;
  readonly resolved: Map<string, ShapeNode>;
  /** A text shows nothing here but itself. */
  readonly isPlain: boolean;
  /** Of items without a place of their own in `prefixItems`; made when first met. */
  rest?: ShapeNode;
}

/** What is said of one member or item; its node is made when it is first met. */
export interface Member {
  readonly ids: readonly string[];
  /** Coverage points that its presence shows. */
  readonly marks: readonly number[];
  node?: ShapeNode;
}

export interface ShapeNodes {
  of(ids: readonly string[]): ShapeNode;
  /** The node of what applies to this very value. */
  resolve(node: ShapeNode, value: unknown): ShapeNode;
  /** Undefined where the member is not documented. */
  member(node: ShapeNode, name: string): Member | undefined;
  item(node: ShapeNode, index: number): ShapeNode;
  nodeOf(member: Member): ShapeNode;
}

export function createShapeNodes(
  { shapes, fits }: Pick<Contract, 'shapes' | 'fits'>,
  pointsOf: PointsOfShape = () => undefined,
): ShapeNodes {
  const nodes = new Map<string, ShapeNode>();

  const build = (known: readonly string[], added: readonly string[]): ShapeNode =>
    buildNode(shapes, known, added, pointsOf);

  const of = (ids: readonly string[]): ShapeNode => {
    const key = ids.length === 1 ? (ids[0] as string) : ids.join(' ');
    let node = nodes.get(key);
    if (node === undefined) {
      node = build([], ids);
      nodes.set(key, node);
    }
    return node;
  };

  const resolve = (start: ShapeNode, value: unknown): ShapeNode => {
    let node = start;
    while (node.choices.length > 0) {
      let picked = '';
      for (const choice of node.choices) for (const id of pick(choice, value, fits)) picked += `${id} `;
      let next = node.resolved.get(picked);
      if (next === undefined) {
        next = build(node.ids, picked.split(' '));
        node.resolved.set(picked, next);
      }
      node = next;
    }
    return node;
  };

  const nodeOf = (member: Member): ShapeNode => {
    member.node ??= of(member.ids);
    return member.node;
  };

  const member = (node: ShapeNode, name: string): Member | undefined => {
    const named = node.members.get(name) ?? node.others;
    if (named !== null) return named;
    const ids = schemasOfMember(node.shapes, name);
    const isKnown = ids.length > 0 || node.owner === undefined || isOpen(node.shapes);
    return isKnown ? { ids, marks: [] } : undefined;
  };

  const itemAt = (node: ShapeNode, index: number): ShapeNode => {
    const ids = node.shapes.map(({ prefixItems, items }) => prefixItems?.[index] ?? items);
    return of(ids.filter((id) => id !== undefined));
  };

  const item = (node: ShapeNode, index: number): ShapeNode => {
    if (node.rest !== undefined) return node.rest;
    if (node.shapes.some(({ prefixItems }) => prefixItems !== undefined)) return itemAt(node, index);
    node.rest = itemAt(node, index);
    return node.rest;
  };

  return { of, resolve, member, item, nodeOf };
}

/** The node of the known schemas, and of those added with all that they refer to. Choices of the known are settled. */
function buildNode(
  shapes: Contract['shapes'],
  known: readonly string[],
  added: readonly string[],
  pointsOf: PointsOfShape,
): ShapeNode {
  const ids = [...known];
  const choices: Choice[] = [];
  const visit = (id: string): void => {
    const shape = shapes[id];
    if (shape === undefined || ids.includes(id)) return;
    ids.push(id);
    choices.push(...choicesOf(shape));
    for (const other of shape.all ?? []) visit(other);
  };
  for (const id of added) visit(id);
  const applied = ids.map((id) => shapes[id] as Shape);
  const marks = mergeMarks(ids, pointsOf);
  const others = schemasOfOthers(applied);
  const names = new Set(applied.flatMap(({ properties }) => Object.keys(properties ?? {})));
  const memberOf = (name: string): Member => ({
    ids: schemasOfMember(applied, name),
    marks: marks.properties.get(name) ?? [],
  });
  return {
    ids,
    shapes: applied,
    choices,
    marks,
    owner: applied.find(({ properties }) => properties !== undefined),
    members: new Map([...names].map((name) => [name, memberOf(name)])),
    others: others && { ids: others, marks: [] },
    resolved: new Map(),
    isPlain: choices.length === 0 && marks.values === undefined,
  };
}
