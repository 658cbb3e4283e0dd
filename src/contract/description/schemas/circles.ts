import type { Schema, SchemaId } from '../../contract.ts';
import type { LimitationList } from '../limitations.ts';
import { appliedBy, partsOf } from './related.ts';

type Drafts = Record<SchemaId, { -readonly [Member in keyof Schema]: Schema[Member] }>;

/**
 * Takes out what a schema says that applies to its own value again, by way of `allOf`, `anyOf` and the like: to judge by
 * it would never end. By way of a property or an item it may, for a body ends.
 */
export function cutCircles(schemas: Drafts, limitations: LimitationList): void {
  const done = new Set<SchemaId>();
  for (const start of Object.keys(schemas)) {
    // Its own stack, for a chain of schemas can be longer than that of the program.
    const path: { readonly id: SchemaId; readonly next: SchemaId[] }[] = [];
    const within = new Set<SchemaId>();
    const enter = (id: SchemaId): void => {
      if (done.has(id)) return;
      if (within.has(id)) cut(id);
      else {
        within.add(id);
        path.push({ id, next: appliedBy(schemas[id] as Schema) });
      }
    };
    const cut = (id: SchemaId): void => {
      const schema = schemas[id] as Drafts[SchemaId];
      const what = `the schema ${schema.name} applies to itself, without an end`;
      limitations.add('wrong', schema.spec, what);
      schema.wrong = [...(schema.wrong ?? []), { what, spec: schema.spec }];
      schema.keywords = {};
    };
    enter(start);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const next = step.next.pop();
      if (next !== undefined) enter(next);
      else {
        path.pop();
        within.delete(step.id);
        done.add(step.id);
      }
    }
  }
}

/** The schemas that lead back to themselves. Source: Tarjan's strongly connected components, without the stack of the program. */
export function recursive(schemas: Readonly<Record<SchemaId, Schema>>): Set<SchemaId> {
  const found = new Set<SchemaId>();
  const order = new Map<SchemaId, number>();
  const low = new Map<SchemaId, number>();
  const open: SchemaId[] = [];
  const isOpen = new Set<SchemaId>();
  for (const start of Object.keys(schemas)) {
    if (order.has(start)) continue;
    const path: { readonly id: SchemaId; readonly next: SchemaId[] }[] = [];
    const enter = (id: SchemaId): void => {
      order.set(id, order.size);
      low.set(id, order.get(id) as number);
      open.push(id);
      isOpen.add(id);
      path.push({ id, next: partsOf(schemas[id] as Schema) });
    };
    const lower = (id: SchemaId, by: number): void => {
      low.set(id, Math.min(low.get(id) as number, by));
    };
    enter(start);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { id } = step;
      const next = step.next.pop();
      if (next === undefined) {
        path.pop();
        const above = path.at(-1);
        if (above !== undefined) lower(above.id, low.get(id) as number);
        if (low.get(id) === order.get(id)) close(id);
      } else if (!order.has(next)) enter(next);
      else if (isOpen.has(next)) {
        lower(id, order.get(next) as number);
        if (next === id) found.add(id);
      }
    }
  }
  return found;

  function close(id: SchemaId): void {
    const group = open.splice(open.lastIndexOf(id));
    for (const member of group) {
      isOpen.delete(member);
      if (group.length > 1) found.add(member);
    }
  }
}
