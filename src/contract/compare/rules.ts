import type { Rule, Subjects } from './rule.ts';
import { additionalPropertiesChanged } from './rules/additional-properties-changed.ts';
import { boundsChanged } from './rules/bounds-changed.ts';
import { constChanged } from './rules/const-changed.ts';
import { defaultChanged } from './rules/default-changed.ts';
import { deprecatedChanged } from './rules/deprecated-changed.ts';
import { enumChanged } from './rules/enum-changed.ts';
import { formatChanged } from './rules/format-changed.ts';
import { headerAdded } from './rules/header-added.ts';
import { headerRemoved } from './rules/header-removed.ts';
import { headerRequiredChanged } from './rules/header-required-changed.ts';
import { itemsChanged } from './rules/items-changed.ts';
import { mediaTypeAdded } from './rules/media-type-added.ts';
import { mediaTypeRemoved } from './rules/media-type-removed.ts';
import { nullableMeansNothing } from './rules/nullable-means-nothing.ts';
import { operationRemoved } from './rules/operation-removed.ts';
import { otherKeywordsChanged } from './rules/other-keywords-changed.ts';
import { parameterAdded } from './rules/parameter-added.ts';
import { parameterRemoved } from './rules/parameter-removed.ts';
import { parameterRequiredChanged } from './rules/parameter-required-changed.ts';
import { parameterSerializationChanged } from './rules/parameter-serialization-changed.ts';
import { pathChanged } from './rules/path-changed.ts';
import { propertyAdded } from './rules/property-added.ts';
import { propertyRemoved } from './rules/property-removed.ts';
import { readOnlyChanged } from './rules/read-only-changed.ts';
import { requestBodyAdded } from './rules/request-body-added.ts';
import { requestBodyRemoved } from './rules/request-body-removed.ts';
import { requestBodyRequiredChanged } from './rules/request-body-required-changed.ts';
import { requiredChanged } from './rules/required-changed.ts';
import { responseAdded } from './rules/response-added.ts';
import { responseRemoved } from './rules/response-removed.ts';
import { securityChanged } from './rules/security-changed.ts';
import { serversChanged } from './rules/servers-changed.ts';
import { typeChanged } from './rules/type-changed.ts';
import { unionMemberAdded } from './rules/union-member-added.ts';
import { unionMemberRemoved } from './rules/union-member-removed.ts';
import { writeOnlyChanged } from './rules/write-only-changed.ts';

/** Every kind of difference, by what it looks at. */
export const RULES: { readonly [K in keyof Subjects]: readonly Rule<K>[] } = {
  match: [operationRemoved],
  operation: [
    deprecatedChanged,
    parameterAdded,
    parameterRemoved,
    pathChanged,
    requestBodyAdded,
    requestBodyRemoved,
    responseAdded,
    responseRemoved,
    securityChanged,
    serversChanged,
  ],
  parameter: [parameterRequiredChanged, parameterSerializationChanged],
  body: [requestBodyRequiredChanged],
  response: [headerAdded, headerRemoved],
  header: [headerRequiredChanged],
  content: [mediaTypeAdded, mediaTypeRemoved],
  schema: [
    additionalPropertiesChanged,
    boundsChanged,
    constChanged,
    defaultChanged,
    enumChanged,
    formatChanged,
    itemsChanged,
    nullableMeansNothing,
    otherKeywordsChanged,
    propertyAdded,
    propertyRemoved,
    readOnlyChanged,
    requiredChanged,
    typeChanged,
    unionMemberAdded,
    unionMemberRemoved,
    writeOnlyChanged,
  ],
};
