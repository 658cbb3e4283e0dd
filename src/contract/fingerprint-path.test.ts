import { describe, expect, it } from '@jest/globals';
import { withoutMapKeys } from './fingerprint-path.ts';

const BODY = '/paths/~1schema/get/responses/200/content/application~1json/schema';

describe('withoutMapKeys', () => {
  it.each([
    ['/k/n', `${BODY}/additionalProperties/properties/n/type`, '/*/n'],
    ['/a/k/0', '/components/schemas/A/properties/a/additionalProperties/items/type', '/a/*/0'],
    ['/k/0', '/components/schemas/items/patternProperties/^a~1b/prefixItems/0/type', '/*/0'],
    ['/k', `${BODY}/$defs/A/additionalProperties/type`, '/*'],
    ['/k', `${BODY}/anyOf/0/then/dependentSchemas/a/unevaluatedProperties/const`, '/*'],
    ['/a/k', '/Thing/additionalProperties/type', '/a/*'],
    ...['items', 'contains', 'unevaluatedItems', 'prefixItems/3'].map((keyword): [string, string, string] => [
      '/a/0/k',
      `${BODY}/properties/a/${keyword}/additionalProperties/type`,
      '/a/0/*',
    ]),
    ...['allOf/1', 'anyOf/1', 'oneOf/1', 'dependentSchemas/items', 'not', 'if', 'then', 'else'].map(
      (keyword): [string, string, string] => [
        '/a/k',
        `${BODY}/properties/a/${keyword}/additionalProperties/type`,
        '/a/*',
      ],
    ),
    ...['additionalProperties', 'unevaluatedProperties', 'patternProperties/^k'].map(
      (keyword): [string, string, string] => [
        '/a/k/n',
        `${BODY}/properties/a/${keyword}/properties/n/type`,
        '/a/*/n',
      ],
    ),
    ...['$defs', 'definitions'].map((keyword): [string, string, string] => [
      '/a/k',
      `${BODY}/properties/b/${keyword}/properties/additionalProperties/type`,
      '/a/*',
    ]),
    // The same place in other parts of a description.
    ...['/paths/~1a/get/parameters/0/schema', '/components/responses/items/content/x/schema'].map(
      (root): [string, string, string] => ['/k', `${root}/additionalProperties/type`, '/*'],
    ),
    ['/k', '/webhooks/properties/post/requestBody/content/x/schema/additionalProperties/type', '/*'],
    // A reference stands between them: what is left of it is not known.
    ['/a/b/k', `${BODY}/additionalProperties/type`, '/a/b/*'],
    ['/k/n', '/components/schemas/A/properties/n/type', '/k/n'],
    // Names that are keywords elsewhere.
    [
      '/additionalProperties/x',
      `${BODY}/properties/additionalProperties/properties/x/type`,
      '/additionalProperties/x',
    ],
    ['/schema/k', `${BODY}/properties/schema/additionalProperties/type`, '/schema/*'],
    // The keyword itself is no step.
    ['/a', `${BODY}/properties/a/additionalProperties`, '/a'],
    // Not of this place.
    ['/x/k', `${BODY}/properties/a/additionalProperties/type`, '/x/k'],
    ['', `${BODY}/additionalProperties/type`, ''],
    ['header:x', `${BODY}/additionalProperties/type`, 'header:x'],
    ['/k', '', '/k'],
  ])('makes of %j at %j %j', (path, pointer, expected) => {
    expect(withoutMapKeys(path, pointer, 'keyword')).toBe(expected);
  });

  it('keeps the name that an object has too much', () => {
    expect(withoutMapKeys('/k/more', `${BODY}/additionalProperties`, 'object')).toBe('/*/more');
    expect(withoutMapKeys('/more', '/components/schemas/A', 'object')).toBe('/more');
  });
});
