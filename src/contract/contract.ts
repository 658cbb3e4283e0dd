/**
 * What the contract run knows of an OpenAPI description: plain data plus one validator for each schema that is
 * needed on its own. The bundled fragment is compiled ahead into `generated/`; any other description is compiled
 * at start by `compileDescription`. Both give this shape, and the checks know nothing else.
 */
export interface Contract extends ContractData {
  /** By the id of a schema that is `own`. */
  readonly validators: Readonly<Record<SchemaId, Validator>>;
  /** Absolute paths of the files that it was compiled from; absent where it was compiled ahead. */
  readonly files?: readonly string[];
}

export interface ContractData {
  /** The description itself, as its places name it; what it refers to are other files. */
  readonly file: string;
  readonly title: string;
  readonly version: string;
  /** Hex SHA-256 of the description's files: two reports with the same value judged by the same contract. */
  readonly sha256: string;
  readonly operations: readonly Operation[];
  /** What of the description is not judged, for it is not understood: said in every report, never passed over. */
  readonly limitations: readonly Limitation[];
  readonly schemas: Readonly<Record<SchemaId, Schema>>;
}

export interface Limitation {
  /** Whether the description is wrong there, or says what is not understood here. */
  readonly kind: 'wrong' | 'unsupported';
  /** The first place that has it. */
  readonly spec: Place;
  /** All of them. */
  readonly places: readonly Place[];
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
  /** All that apply; at least one. */
  readonly servers: readonly Server[];
  readonly spec: Place;
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | null;
  /** Alternatives, each a list of schemes that are needed together; empty: no security. */
  readonly security: readonly (readonly SecurityScheme[])[];
  /** By status: `200`, `4XX` or `default`; none where nothing is said of responses. */
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
  readonly deprecated?: true;
  /** Why it, or its responses as a whole, could not be read: no exchange of it is verified. */
  readonly unread?: Unread;
  /** What of it is wrong in the description, and therefore not judged. */
  readonly wrong?: readonly Wrong[];
}

/** Where an operation is served; http and https are alike. */
export interface Server {
  /**
   * As a URL's parser gives it, lower case, without trailing dot, with its port unless it is the scheme's own; `{}` in it
   * is a run without `/ : @ ? #`. Null where it may be any.
   */
  readonly host: string | null;
  /** Path part of its URL, without trailing slash; `{}` in it is such a run. */
  readonly basePath: string;
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
  /** It is the whole query, written as a form: how its properties are. */
  readonly form?: NonNullable<MediaType['encoding']>;
  /** The name may stand without a value, whatever its schema says. */
  readonly allowEmptyValue?: true;
  readonly deprecated?: true;
  readonly wrong?: readonly Wrong[];
}

export interface RequestBody {
  readonly required: boolean;
  readonly content: Readonly<Record<string, MediaType>>;
  readonly spec: Place;
  /** Why it could not be read: of a body nothing is said. */
  readonly unread?: Unread;
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
  /** It has no `content`, and so says nothing of a body: `content: {}` says that there is none. */
  readonly contentUnsaid?: true;
  readonly spec: Place;
  /** Why it could not be read: no exchange with it is verified. */
  readonly unread?: Unread;
  readonly wrong?: readonly Wrong[];
}

export interface DocumentedHeader {
  readonly required: boolean;
  readonly schema: string | null;
  readonly spec: Place;
  readonly explode?: boolean;
  readonly json?: true;
  readonly deprecated?: true;
  readonly wrong?: readonly Wrong[];
}

export interface MediaType {
  /** Of the whole body: what is written as a sequence of items is a list of them. */
  readonly schema: string | null;
  /** How properties of a form are written, by their names, where it says so. */
  readonly encoding?: Readonly<Record<string, FieldEncoding>>;
  /** How parts without names are written: the first ones, each in its place, and all that follow. */
  readonly partEncoding?: { readonly first: readonly FieldEncoding[]; readonly others?: FieldEncoding };
  readonly spec: Place;
  readonly wrong?: readonly Wrong[];
}

export interface FieldEncoding {
  readonly style?: string;
  readonly explode?: boolean;
  /** The value is JSON. */
  readonly json?: true;
  /** Of a part of a multipart body: the media types and ranges that it may have, and where that is said. */
  readonly contentTypes?: { readonly names: readonly string[]; readonly spec: Place };
  /** Of such a part as well, by lower-case names. */
  readonly headers?: Readonly<Record<string, DocumentedHeader>>;
}

/** Names a schema of a contract. */
export type SchemaId = string;

/**
 * One schema of the description, in the words of JSON Schema 2020-12; where that has schemas in a schema, here are their
 * ids. It is of one direction: a name that a request or a response may lack is not among those it requires.
 */
export interface Schema {
  /** Readable and unique enough for a report: `WebsetEnrichment.options[].label`. */
  readonly name: string;
  readonly spec: Place;
  readonly keywords: Keywords;
  /** Of its keywords, by name. */
  readonly places: Readonly<Record<string, Place>>;
  /** Something refers to it, or chooses it: it has a validator of its own. */
  readonly own?: true;
  /** It is `true`: anything fits. */
  readonly always?: true;
  /** It is `false`: nothing fits. */
  readonly never?: true;
  /** It is no part of requests (`readOnly`), or of responses (`writeOnly`): of what comes all the same nothing else is said. */
  readonly barred?: 'readOnly' | 'writeOnly';
  readonly discriminator?: Discriminator;
  /** Of a text that is JSON: what that is. It decides nothing of the text, and is judged in event streams alone. */
  readonly content?: SchemaId;
  /** Null is let in as `nullable` is meant, and not as its letter says. */
  readonly meantNull?: true;
  readonly deprecated?: true;
  /** What of it is wrong in the description, and therefore not judged. */
  readonly wrong?: readonly Wrong[];
}

/** A fault of the description. */
export interface Wrong {
  readonly what: string;
  readonly spec: Place;
}

/** Why a part of the description could not be read. */
export interface Unread extends Wrong {
  readonly kind: Limitation['kind'];
}

/** What a schema says. An integer beyond 2^53 is a bigint. */
export interface Keywords {
  readonly type?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly multipleOf?: number | bigint;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly exclusiveMinimum?: number | bigint;
  readonly exclusiveMaximum?: number | bigint;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly $ref?: SchemaId;
  readonly allOf?: readonly SchemaId[];
  readonly anyOf?: readonly SchemaId[];
  readonly oneOf?: readonly SchemaId[];
  readonly not?: SchemaId;
  readonly if?: SchemaId;
  readonly then?: SchemaId;
  readonly else?: SchemaId;
  readonly dependentSchemas?: Readonly<Record<string, SchemaId>>;
  readonly properties?: Readonly<Record<string, SchemaId>>;
  readonly patternProperties?: Readonly<Record<string, SchemaId>>;
  readonly additionalProperties?: SchemaId;
  readonly unevaluatedProperties?: SchemaId;
  readonly propertyNames?: SchemaId;
  readonly prefixItems?: readonly SchemaId[];
  readonly items?: SchemaId;
  readonly unevaluatedItems?: SchemaId;
  readonly contains?: SchemaId;
}

/** How a value names the alternative that it is. */
export interface Discriminator {
  readonly property: string;
  /** Value of the property to schema id. */
  readonly mapping: Readonly<Record<string, SchemaId>>;
  /** What is meant where the property is missing, or its value names nothing. */
  readonly byDefault?: SchemaId;
  /** A value that the mapping does not have names nothing: each alternative has a name. */
  readonly isWhole?: true;
}

/** Whether a value fits a schema. */
export type Validator = (value: unknown) => boolean;
