import type { LimitationList } from '../limitations.ts';
import { child, type Node, placeOf } from '../load/description.ts';
import { KNOWN_FORMATS } from './formats.ts';
import { UNSUPPORTED_KEYWORDS } from './keywords.ts';

/** Notes what of a schema is not understood; true where all of it can't be judged for that. */
export function limitSchema(
  node: Node,
  schema: Readonly<Record<string, unknown>>,
  limitations: LimitationList,
): boolean {
  const note = (keyword: string, what: string): void =>
    limitations.add('unsupported', placeOf(child(node, keyword) ?? node), what);
  const format = schema['format'];
  if (typeof format === 'string' && !KNOWN_FORMATS.has(format)) {
    note('format', `the format ${format} is not checked`);
  }
  for (const [keyword, where] of [
    ['contentEncoding', ''],
    ['contentMediaType', ', but in event streams'],
  ] as const) {
    if (typeof schema[keyword] === 'string')
      note(keyword, `${keyword} is not checked${where}: it says what a text holds`);
  }
  const alternatives = ['oneOf', 'anyOf'].some((each) => Object.hasOwn(schema, each));
  if (Object.hasOwn(schema, 'discriminator') && !alternatives) {
    const what = 'a discriminator without oneOf or anyOf chooses what is documented, and not what is valid';
    note('discriminator', what);
  }
  if (Object.hasOwn(schema, 'unevaluatedItems')) {
    note('unevaluatedItems', 'unevaluatedItems takes no account of contains, nor of lists in alternatives');
  }
  noteDialect(schema['$schema'], (what) => note('$schema', what));
  const keyword = UNSUPPORTED_KEYWORDS.find((unsupported) => Object.hasOwn(schema, unsupported));
  if (keyword === undefined) return false;
  note(keyword, `a schema with ${keyword} is not judged`);
  return true;
}

/** Source: OpenAPI 3.2.0, "Data Types", and the list of its published schemas. */
const DIALECTS =
  /^https:\/\/(?:json-schema\.org\/draft\/2020-12\/schema|spec\.openapis\.org\/oas\/3\.[12]\/dialect\/(?:base|\d{4}-\d\d-\d\d))#?$/;

/** Schemas of another dialect are read all the same: mostly they say the same in it. */
export function noteDialect(dialect: unknown, note: (what: string) => void): void {
  if (typeof dialect !== 'string' || DIALECTS.test(dialect)) return;
  note(`the dialect ${dialect} is read as JSON Schema 2020-12`);
}

/**
 * `nullable` is taken as it is meant: where its letter says less, the report says so, with every place. Whether that is so
 * is returned. A schema that lets null in for a member of its `allOf` has none of its own: by the letter null is refused.
 */
export function noteNullable(
  node: Node,
  { type, enum: values, nullable, ...schema }: Readonly<Record<string, unknown>>,
  openapi30: boolean,
  limitations: LimitationList,
): boolean {
  const bars = ['$ref', 'allOf', 'anyOf', 'oneOf'].some((keyword) => Object.hasOwn(schema, keyword));
  const lacksNull = Array.isArray(values) && !values.includes(null);
  const isByTheLetter = openapi30 && nullable === true && typeof type === 'string' && !bars && !lacksNull;
  const saysNothing = type === undefined && !bars && values === undefined;
  if (isByTheLetter || saysNothing) return false;
  const at = child(node, 'nullable') ?? child(node, 'allOf') ?? node;
  limitations.add(
    'unsupported',
    placeOf(at),
    'nullable is taken to let null in, unless --strict: by its letter it does not',
  );
  return true;
}

/** The same of siblings of a `$ref`, which in OpenAPI 3.0 mean nothing. */
export function noteDirection(node: Node, limitations: LimitationList): void {
  for (const keyword of ['readOnly', 'writeOnly']) {
    const at = child(node, keyword);
    if (at?.value !== true || child(node, '$ref') === undefined) continue;
    limitations.add(
      'unsupported',
      placeOf(at),
      'readOnly and writeOnly are taken to hold beside a $ref, which by their letter they do not',
    );
  }
}
