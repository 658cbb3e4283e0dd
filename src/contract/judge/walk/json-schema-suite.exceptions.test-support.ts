/** Cases of the official test suite that the engine does not pass, by the reason why. */
export const KNOWN_EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  'refers to the meta-schema by its URL: nothing is fetched': [
    'anchor: invalid anchors',
    'defs: validate definition against metaschema',
    'id: Invalid use of fragments in location-independent $id',
    'ref: remote ref, containing refs itself',
    'ref: URN base URI with f-component',
  ],
  'refers to another URL: nothing is fetched': [
    'refRemote: base URI change',
    'refRemote: base URI change - change folder',
    'refRemote: base URI change - change folder in subschema',
    'refRemote: root ref in remote ref',
    'refRemote: remote ref with ref to defs',
    'refRemote: retrieved nested refs resolve relative to their URI not $id',
    'dynamicRef: strict-tree schema, guards against misspelled properties',
    'dynamicRef: tests for implementation dynamic anchor and reference link',
    'dynamicRef: $ref and $dynamicAnchor are independent of order - $defs first',
    'dynamicRef: $ref and $dynamicAnchor are independent of order - $ref first',
    'refRemote: remote ref',
    'refRemote: fragment within remote ref',
    'refRemote: anchor within remote ref',
    'refRemote: ref within remote ref',
    'refRemote: Location-independent identifier in remote ref',
    'refRemote: remote HTTP ref with different $id',
    'refRemote: remote HTTP ref with different URN $id',
    'refRemote: remote HTTP ref with nested absolute ref',
  ],
  'ajv takes things for evaluated that are not, which is a limitation of the contract run': [
    'unevaluatedItems: unevaluatedItems with nested items',
    'unevaluatedItems: unevaluatedItems depends on adjacent contains',
    'unevaluatedItems: unevaluatedItems depends on multiple nested contains',
    'unevaluatedItems: unevaluatedItems and contains interact to control item dependency relationship',
  ],
  'has a dialect of its own, without the vocabulary that asserts': [
    'vocabulary: schema that uses custom metaschema with with no validation vocabulary',
  ],
  'takes an `$id` in an unknown keyword for one': [
    'unknownKeyword: $id inside an unknown keyword is not a real identifier',
  ],
};
