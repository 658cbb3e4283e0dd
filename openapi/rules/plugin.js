import { closedSchemaIsOnPurpose } from './closed-schema-is-on-purpose.js';
import { enumIsLowerCase } from './enum-is-lower-case.js';
import { nullableIsTypeArray } from './nullable-is-type-array.js';
import { operationDeclaresErrors } from './operation-declares-errors.js';
import { pathFileIsReached } from './path-file-is-reached.js';
import { pathParameterIsNonEmpty } from './path-parameter-is-non-empty.js';
import { propertyHasDescription } from './property-has-description.js';
import { responseHasExample } from './response-has-example.js';

/**
 * Redocly loads a plugin by its default export.
 *
 * @returns {import('./types.ts').Plugin}
 */
export default function plugin() {
  return {
    id: 'exa',
    rules: {
      oas3: {
        'closed-schema-is-on-purpose': closedSchemaIsOnPurpose,
        'enum-is-lower-case': enumIsLowerCase,
        'nullable-is-type-array': nullableIsTypeArray,
        'operation-declares-errors': operationDeclaresErrors,
        'path-file-is-reached': pathFileIsReached,
        'path-parameter-is-non-empty': pathParameterIsNonEmpty,
        'property-has-description': propertyHasDescription,
        'response-has-example': responseHasExample,
      },
    },
  };
}
