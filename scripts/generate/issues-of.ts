import { formats } from './runtime.ts';

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
interface Rules {
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

interface Issue {
  instancePath: string;
  readonly keyword: string;
  readonly message: string;
}

type Fields = Readonly<Record<string | number, unknown>>;

/**
 * Every way in which a value is not as the rules say, in the words of ajv. Code for each keyword of each property, as
 * ajv writes it, weighs twice as much, and this lies in everybody's bundle.
 */
export function issuesOf(value: unknown, rules: Rules, issues: Issue[] = []): Issue[] {
  const { type, constant, choices } = rules;
  const actual = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  // A list as one text: no name of a type is a part of another one.
  if (type && !type.includes(actual)) refuse(issues, 'type', `be ${type}`);
  if (typeof value === 'string') judgeText(value, rules, issues);
  if (actual === 'object') judgeFields(value as Fields, rules, issues);
  if (Array.isArray(value) && rules.items)
    for (const at of value.keys()) judge(value as unknown as Fields, at, rules.items, issues);
  if (constant && value !== constant[0]) refuse(issues, 'const', 'be equal to constant');
  if (choices?.includes(value) === false) refuse(issues, 'enum', 'be equal to one of the allowed values');
  return issues;
}

function judgeText(text: string, { maxLength, format, hasFormat }: Rules, issues: Issue[]): void {
  // In code points, of which there are never more than units.
  if (maxLength !== undefined && text.length > maxLength && [...text].length > maxLength)
    refuse(issues, 'maxLength', `NOT have more than ${maxLength} characters`);
  if (hasFormat && !hasFormat(text)) refuse(issues, 'format', `match format "${format}"`);
}

function judgeFields(fields: Fields, { required, properties, additional }: Rules, issues: Issue[]): void {
  for (const name of required)
    if (!has(fields, name)) refuse(issues, 'required', `have required property '${name}'`);
  for (const { name, rules } of properties) if (has(fields, name)) judge(fields, name, rules, issues);
  if (additional)
    for (const name of Object.keys(fields))
      if (!properties.some((property) => property.name === name)) judge(fields, name, additional, issues);
}

function has(fields: Fields, name: string): boolean {
  return fields[name] !== undefined && Object.hasOwn(fields, name);
}

/** Where is told from the inside outwards, and only where there is something to tell. */
function judge(parent: Fields, name: string | number, rules: Rules, issues: Issue[]): void {
  let at = issues.length;
  for (issuesOf(parent[name], rules, issues); at < issues.length; at++) {
    const issue = issues[at] as Issue;
    issue.instancePath = `/${`${name}`.replace(/~/g, '~0').replace(/\//g, '~1')}${issue.instancePath}`;
  }
}

function refuse(issues: Issue[], keyword: string, message: string): void {
  issues.push({ instancePath: '', keyword, message: `must ${message}` });
}
