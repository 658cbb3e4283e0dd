import type { Node } from '../description/load/description.ts';
import type { Direction, Draft } from './difference.ts';
import type { OperationView } from './operation-view.ts';
import type { Schema } from './schema/schema.ts';

/** The same thing in both descriptions. */
export interface Pair<T> {
  readonly ours: T;
  readonly upstream: T;
}

/** What a rule can look at. */
export interface Subjects {
  /** An operation of ours, and the whole published description where it has none such. */
  readonly match: {
    readonly ours: OperationView;
    readonly upstream: OperationView | undefined;
    readonly root: Node;
  };
  readonly operation: Pair<OperationView>;
  readonly parameter: Pair<Node>;
  readonly body: Pair<Node>;
  readonly response: Pair<Node> & { readonly headers: Pair<ReadonlyMap<string, Node>> };
  readonly header: Pair<Node>;
  /** Holders of a `content`. */
  readonly content: Pair<Node>;
  readonly schema: Pair<Schema>;
}

/** One kind of difference. `id` is the name of its file. */
export interface Rule<K extends keyof Subjects> {
  readonly id: string;
  compare(subject: Subjects[K], direction: Direction): Iterable<Draft>;
}
