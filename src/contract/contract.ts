/**
 * What the contract run knows of an OpenAPI description: plain data plus one validator for each schema that is
 * needed on its own. The bundled fragment is compiled ahead into `generated/`; any other description is compiled
 * at start by `compileDescription`. Both give this shape, and the checks know nothing else.
 */
export interface Contract extends ContractData {
  /** By schema id, as named in `ContractData`: what is wrong with a value, all of it, each with its place. */
  readonly validators: Readonly<Record<string, Validator>>;
  /** By the same ids: whether a value fits, and no more. Always of the validator's opinion, and many times faster. */
  readonly fits: Readonly<Record<string, (value: unknown) => boolean>>;
  /** Absolute paths of the files that it was compiled from; absent where it was compiled ahead. */
  readonly files?: readonly string[];
}

export interface ContractData {
  readonly title: string;
  readonly version: string;
  /** Hex SHA-256 of the description's files: two reports with the same value judged by the same contract. */
  readonly sha256: string;
  readonly operations: readonly Operation[];
  /** What of the description is not judged, for it is not understood: said in every report, never passed over. */
  readonly limitations: readonly Limitation[];
  /** By schema id: what a schema says, for coverage and undocumented properties. */
  readonly shapes: Readonly<Record<string, Shape>>;
}

export interface Limitation {
  readonly spec: Place;
  /** A clause: "the format decimal is not checked". */
  readonly what: string;
}

/** A place in the description, as `file:line:column#pointer`: one string, for there are thousands of them. */
export type Place = string;

export interface Operation {
  readonly operationId: string;
  /** Upper-case HTTP method. */
  readonly method: string;
  readonly path: string;
  /** Path part of each server URL that applies, without trailing slash; `{}` in it may be anything. */
  readonly basePaths: readonly string[];
  readonly spec: Place;
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | null;
  /** Alternatives, each a list of schemes that are needed together; empty: no security. */
  readonly security: readonly (readonly SecurityScheme[])[];
  /** By status: `200`, `4XX` or `default`; none where nothing is said of responses. */
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
  readonly deprecated?: true;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  /** Schema id, or null where the parameter has no schema. */
  readonly schema: string | null;
  readonly spec: Place;
  /** How the value is written, where that is not the default of its place. */
  readonly style?: string;
  readonly explode?: boolean;
  /** The value is JSON: it is described by `content` and not by `schema`. */
  readonly json?: true;
  /** The name may stand without a value, whatever its schema says. */
  readonly allowEmptyValue?: true;
  readonly deprecated?: true;
}

export interface RequestBody {
  readonly required: boolean;
  readonly content: Readonly<Record<string, MediaType>>;
  readonly spec: Place;
}

export interface SecurityScheme {
  readonly scheme: string;
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  /** Scheme of the Authorization header, lower-case (`bearer`), or null for a bare key. */
  readonly prefix: string | null;
  readonly spec: Place;
}

export interface DocumentedResponse {
  readonly headers: Readonly<Record<string, DocumentedHeader>>;
  readonly content: Readonly<Record<string, MediaType>>;
  readonly spec: Place;
}

export interface DocumentedHeader {
  readonly required: boolean;
  readonly schema: string | null;
  readonly spec: Place;
  readonly explode?: boolean;
  readonly json?: true;
  readonly deprecated?: true;
}

export interface MediaType {
  readonly schema: string | null;
  /** How properties of a form are written, by their names, where it says so. */
  readonly encoding?: Readonly<Record<string, FieldEncoding>>;
  readonly spec: Place;
}

export interface FieldEncoding {
  readonly style?: string;
  readonly explode?: boolean;
  /** The value is JSON. */
  readonly json?: true;
}

/** What one schema says about the form of a value. Members are left out where the schema is silent. */
export interface Shape {
  /** Readable and unique enough for a report: `WebsetEnrichment.options[].label`. */
  readonly name: string;
  readonly spec: Place;
  readonly types?: readonly string[];
  /** Schema id by property name. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Pattern to schema id. */
  readonly patternProperties?: Readonly<Record<string, string>>;
  /** Schema id of `additionalProperties`; true where the schema opens itself in words. */
  readonly additional?: string | true;
  /** Schema id of the items of an array. */
  readonly items?: string;
  readonly prefixItems?: readonly string[];
  readonly enum?: readonly unknown[];
  /** Schema ids that always apply as well: `$ref` and `allOf`. */
  readonly all?: readonly string[];
  /** Schema ids of which some apply: `anyOf`, `oneOf`; each has a validator. */
  readonly some?: readonly string[];
  /** Which of them applies, or which other schema beside them, by the value of a property. */
  readonly discriminator?: Discriminator;
  /** Schema ids of `if`, which has a validator, and of `then` and `else`. */
  readonly conditional?: { readonly test: string; readonly whenTrue?: string; readonly whenFalse?: string };
  /** Schema id of what applies as well where a property is there: `dependentSchemas`. */
  readonly dependent?: Readonly<Record<string, string>>;
  /** Why no value may stand here at all. */
  readonly barred?: 'readOnly' | 'writeOnly' | 'false';
  /** The array or object may not be empty, or has to be. */
  readonly size?: 'never-empty' | 'always-empty';
  readonly deprecated?: true;
}

export interface Discriminator {
  readonly property: string;
  /** Value of the property to schema id. */
  readonly mapping: Readonly<Record<string, string>>;
}

/** An ajv validation function, narrowed to what is used of it. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

export interface SchemaError {
  readonly instancePath: string;
  /** The place of the keyword in the schema that the validator is of, or in the one that it refers to. */
  readonly schemaPath?: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** The value of the keyword. */
  readonly schema?: unknown;
  /** The schema that holds the keyword; its `x-at` gives each keyword's place in the description. */
  readonly parentSchema?: unknown;
}
