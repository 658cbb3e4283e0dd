/** The part of Redocly's rule interface that our rules use. Its package exports no types to import. */
export interface Location {
  readonly source: { /** Path of the file. */ readonly absoluteRef: string };
  child(path: string | readonly (string | number)[]): Location;
  /** The place of the key instead of that of the value. */
  key(): Location;
}

export interface Problem {
  readonly message: string;
  readonly location: Location;
}

export type Resolved =
  | { readonly node: unknown; readonly location: Location }
  | { readonly node: undefined; readonly location: undefined };

export interface Context {
  readonly location: Location;
  report(problem: Problem): void;
  /** Follows a `$ref`; gives any other node back as it is. A `$ref` that leads nowhere gives no node. */
  resolve(node: unknown): Resolved;
}

export type Visit = (node: Readonly<Record<string, unknown>>, context: Context) => void;

/** Node types of a description to what is done at each of them, or at those inside of them. */
export interface Visitor {
  readonly [nodeType: string]: Visit | Visitor;
}

/** Redocly asks for a new visitor for each description that it lints. */
export type Rule = () => Visitor;

export interface Plugin {
  readonly id: string;
  readonly rules: { readonly oas3: Readonly<Record<string, Rule>> };
}
