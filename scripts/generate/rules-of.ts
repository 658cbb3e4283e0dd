import { formats } from './formats.ts';

/** The keywords that the client's schemas may use: those that the fragment has for the body of a success. */
export interface LeanSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, LeanSchema>>;
  readonly additionalProperties?: LeanSchema;
  readonly items?: LeanSchema;
}

/** A schema, ready to be gone by. */
export interface Rules {
  readonly type: string | undefined;
  readonly constant: readonly unknown[] | undefined;
  readonly choices: readonly unknown[] | undefined;
  readonly format: string | undefined;
  readonly hasFormat: ((text: string) => boolean) | undefined;
  readonly maxLength: number | undefined;
  readonly required: readonly string[];
  readonly properties: readonly { readonly name: string; readonly rules: Rules }[];
  readonly additional: Rules | undefined;
  readonly items: Rules | undefined;
}

/** Objects that all have the same fields in the same order are looked into faster. */
export function rulesOf(schema: LeanSchema): Rules {
  const { type, format, maxLength, required = [], properties = {}, additionalProperties, items } = schema;
  return {
    type: type && `${type}`,
    constant: 'const' in schema ? [schema.const] : undefined,
    choices: schema.enum,
    format,
    hasFormat: formats[format ?? ''],
    maxLength,
    required,
    properties: Object.entries(properties).map(([name, part]) => ({ name, rules: rulesOf(part) })),
    additional: additionalProperties && rulesOf(additionalProperties),
    items: items && rulesOf(items),
  };
}
