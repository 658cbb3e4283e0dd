import type { SchemaError, Validator } from '../contract.ts';
import { valueAt } from '../json/pointer.ts';

type Validators = Readonly<Record<string, Validator>>;

/**
 * The errors that say why an item is not what `contains` asks for, or a name not what `propertyNames` does: ajv lists them
 * beside the error of the keyword itself, as if the item, or the whole object, were wrong.
 */
export function innerErrors(
  errors: readonly SchemaError[],
  value: unknown,
  validators: Validators,
): ReadonlySet<SchemaError> {
  const outer = errors.filter(({ keyword }) => keyword === 'contains' || keyword === 'propertyNames');
  if (outer.length === 0) return new Set();
  const paths = new Set(outer.map(pathOfKeyword));
  const referred = new Set(outer.flatMap((error) => errorsOfReferred(error, value, validators)));
  return new Set(
    errors.filter(
      (error) =>
        pathsAround(error).some((path) => paths.has(path)) ||
        (referred.size > 0 && referred.has(textOf(error))),
    ),
  );
}

function pathOfKeyword({ schemaPath = '' }: SchemaError): string {
  return schemaPath.replace(/(?:min|max)Contains$/, 'contains');
}

/** The keywords of these names, or the properties called so, that an error is inside of. */
function pathsAround({ schemaPath = '' }: SchemaError): string[] {
  return Array.from(schemaPath.matchAll(/(?<=\/(?:contains|propertyNames))\//g), ({ index }) =>
    schemaPath.slice(0, index),
  );
}

/** Errors of a schema that the keyword refers to have a path of their own, so they are made again. */
function errorsOfReferred(outer: SchemaError, value: unknown, validators: Validators): string[] {
  const reference = (outer.schema as { $ref?: unknown } | undefined)?.$ref;
  const validator = typeof reference === 'string' ? validators[reference] : undefined;
  if (validator === undefined) return [];
  const { instancePath } = outer;
  const subjects: (readonly [string, unknown])[] =
    outer.keyword === 'contains'
      ? (valueAt(value, instancePath) as unknown[]).map((item, index) => [`${instancePath}/${index}`, item])
      : [[instancePath, outer.params['propertyName']]];
  return subjects.flatMap(([path, subject]) => {
    if (validator(subject)) return [];
    return (validator.errors ?? []).map((error) =>
      textOf({ ...error, instancePath: path + error.instancePath }),
    );
  });
}

function textOf({ instancePath, keyword, params, message }: SchemaError): string {
  return JSON.stringify([instancePath, keyword, params, message]);
}
