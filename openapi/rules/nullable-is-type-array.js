import { record } from './support/record.js';

/**
 * In OpenAPI 3.1 a schema is JSON Schema 2020-12, which knows no `nullable`: a validator passes over it, and null is
 * refused where the author meant to allow it. A union with a member of its own for null says in three lines what a type
 * array says in one; only beside a `$ref`, which takes no other type, there is no other way.
 *
 * @type {import('./types.ts').Rule}
 */
export const nullableIsTypeArray = () => ({
  Schema(schema, { report, location }) {
    const keywords = record(schema);
    if (Object.hasOwn(keywords, 'nullable'))
      report({
        message:
          "`nullable` means nothing in OpenAPI 3.1. Write the type as an array: `type: [string, 'null']`.",
        location: location.child('nullable').key(),
      });
    for (const keyword of ['oneOf', 'anyOf']) {
      if (!couldBeTypeArray(keywords[keyword])) continue;
      report({
        message: `\`${keyword}\` with null as a member says what a type array says: \`type: [string, 'null']\`.`,
        location: location.child(keyword).key(),
      });
    }
  },
});

/**
 * Whether null is a member, and each of the others is a schema with a type of its own, which null could stand beside.
 *
 * @param {unknown} members
 */
function couldBeTypeArray(members) {
  if (!Array.isArray(members)) return false;
  const others = members.filter((member) => !isNull(record(member)));
  return others.length < members.length && others.every((member) => hasType(record(member)));
}

/** @param {Readonly<Record<string, unknown>>} member */
function isNull({ type, const: constant, enum: values }) {
  if ([type].flat().join() === 'null') return true;
  return constant === null || (Array.isArray(values) && values.length === 1 && values[0] === null);
}

/** @param {Readonly<Record<string, unknown>>} member */
function hasType({ $ref, type }) {
  return $ref === undefined && type !== undefined;
}
