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

interface Issue {
  instancePath: string;
  readonly keyword: string;
  readonly message: string;
}

type Formats = Readonly<Record<string, (text: string) => boolean>>;
type Fields = Readonly<Record<string | number, unknown>>;

/**
 * Every way in which a value is not as the schema says, in the words of ajv. Goes by the schema itself: code for each
 * keyword of each property, as ajv writes it, weighs twice as much, and this lies in everybody's bundle.
 */
export function issuesOf(
  value: unknown,
  schema: LeanSchema,
  formats: Formats,
  issues: Issue[] = [],
): Issue[] {
  const { type } = schema;
  const refuse = (keyword: string, message: string): unknown =>
    issues.push({ instancePath: '', keyword, message: `must ${message}` });
  const judge = (part: LeanSchema, name: string | number): void => {
    const before = issues.length;
    issuesOf((value as Fields)[name], part, formats, issues);
    // Where is told from the inside outwards, and only where there is something to tell.
    for (let at = before; at < issues.length; at++) {
      const issue = issues[at] as Issue;
      issue.instancePath = `/${`${name}`.replace(/~/g, '~0').replace(/\//g, '~1')}${issue.instancePath}`;
    }
  };
  const actual = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (type && !type.includes(actual)) refuse('type', `be ${type}`);
  if (typeof value === 'string') {
    const { maxLength = value.length, format } = schema;
    // In code points, of which there are never more than units.
    if (value.length > maxLength && [...value].length > maxLength)
      refuse('maxLength', `NOT have more than ${maxLength} characters`);
    if (format && !formats[format]?.(value)) refuse('format', `match format "${format}"`);
  }
  if (Array.isArray(value) && schema.items) for (const at of value.keys()) judge(schema.items, at);
  if (actual === 'object') {
    const { required = [], properties = {}, additionalProperties } = schema;
    const has = (name: string): boolean =>
      Object.hasOwn(value as Fields, name) && (value as Fields)[name] !== undefined;
    for (const name of required) if (!has(name)) refuse('required', `have required property '${name}'`);
    for (const name in properties) if (has(name)) judge(properties[name] as LeanSchema, name);
    if (additionalProperties)
      for (const name of Object.keys(value as Fields))
        if (!Object.hasOwn(properties, name)) judge(additionalProperties, name);
  }
  if ('const' in schema && value !== schema.const) refuse('const', 'be equal to constant');
  if (schema.enum?.includes(value) === false) refuse('enum', 'be equal to one of the allowed values');
  return issues;
}
