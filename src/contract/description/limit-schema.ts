import { KNOWN_FORMATS } from '../formats/add-formats.ts';
import { child, type Node, placeOf } from './description.ts';
import { UNSUPPORTED_KEYWORDS } from './keywords.ts';
import type { LimitationList } from './limitations.ts';

/** Notes what of a schema is not understood; true where all of it can't be judged for that. */
export function limitSchema(
  node: Node,
  schema: Readonly<Record<string, unknown>>,
  openapi30: boolean,
  limitations: LimitationList,
): boolean {
  const note = (keyword: string, what: string): void =>
    limitations.add(placeOf(child(node, keyword) ?? node), what);
  const format = schema['format'];
  if (typeof format === 'string' && !KNOWN_FORMATS.has(format)) {
    note('format', `the format ${format} is not checked`);
  }
  for (const keyword of ['contentEncoding', 'contentMediaType']) {
    if (typeof schema[keyword] === 'string')
      note(keyword, `${keyword} is not checked: it says what a text holds`);
  }
  const alternatives = ['oneOf', 'anyOf'].some((each) => Object.hasOwn(schema, each));
  if (Object.hasOwn(schema, 'discriminator') && !alternatives) {
    const what = 'a discriminator without oneOf or anyOf chooses what is documented, and not what is valid';
    note('discriminator', what);
  }
  if (Object.hasOwn(schema, 'nullable')) noteNullable(schema, openapi30, note);
  if (Object.hasOwn(schema, 'unevaluatedItems')) {
    note('unevaluatedItems', 'unevaluatedItems takes no account of contains, nor of lists in alternatives');
  }
  if (Object.hasOwn(schema, 'unevaluatedProperties') && Object.hasOwn(schema, 'if')) {
    note(
      'unevaluatedProperties',
      'unevaluatedProperties takes what an `if` names for known, also where it fails',
    );
  }
  noteDialect(schema['$schema'], (what) => note('$schema', what));
  const keyword = UNSUPPORTED_KEYWORDS.find((unsupported) => Object.hasOwn(schema, unsupported));
  // At the root of a file an `$id` names what the file's path names too.
  if (keyword === undefined || (keyword === '$id' && node.pointer === '')) return false;
  note(keyword, `a schema with ${keyword} is not judged`);
  return true;
}

/** In 3.0 what stands beside a `$ref` means nothing; of `nullable` the author surely thought that it does. */
export function noteNullableReference(node: Node, limitations: LimitationList): void {
  const nullable = child(node, 'nullable');
  if (nullable?.value === true)
    limitations.add(placeOf(nullable), 'nullable means nothing beside a $ref: null is not allowed there');
}

const DIALECTS: ReadonlySet<unknown> = new Set([
  'https://json-schema.org/draft/2020-12/schema',
  'https://spec.openapis.org/oas/3.1/dialect/base',
  'https://spec.openapis.org/oas/3.1/dialect/2024-11-10',
]);

/** Schemas of another dialect are read all the same: mostly they say the same in it. */
export function noteDialect(dialect: unknown, note: (what: string) => void): void {
  if (typeof dialect !== 'string' || DIALECTS.has(dialect.replace(/#$/, ''))) return;
  note(`the dialect ${dialect} is read as JSON Schema 2020-12`);
}

/** A frequent mistake: the author meant null to be allowed, and by the letter it is not. */
function noteNullable(
  { type, enum: values, nullable }: Readonly<Record<string, unknown>>,
  openapi30: boolean,
  note: (keyword: string, what: string) => void,
): void {
  if (!openapi30) note('nullable', 'nullable means nothing in OpenAPI 3.1: the type has to name null');
  else if (nullable === true && type === undefined) {
    note('nullable', 'nullable means nothing beside no type: null is not allowed there');
  } else if (nullable === true && Array.isArray(values) && !values.includes(null)) {
    note('nullable', 'nullable means nothing beside an enum without null: null is not allowed there');
  }
}
