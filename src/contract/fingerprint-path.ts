/** What a step into a schema takes of a JSON Pointer into the value: a property by its name, an item, a key of a map. */
type Step = { readonly name: string } | 'item' | 'key';

const MAP = /\/(?:additionalProperties|unevaluatedProperties|patternProperties)(?=\/|$)/;

/** Where a schema begins that stands in a description, and not in a file of its own. */
const ROOT = /^\/components\/schemas\/[^/]+|^\/(?:paths|components|webhooks)\/.*?\/schema(?=\/|$)/;

/**
 * A JSON Pointer into a value, a `*` in place of each key of a map: by the pointer into the description, which tells a
 * property that the description names from one that the value does. What a `$ref` led through is not in that pointer,
 * and stays as it is.
 *
 * @param pointer of the keyword that the value does not fit, or with `at: 'object'` of the schema of the object that the
 *   path's last name is a property of
 */
export function withoutMapKeys(path: string, pointer: string, at: 'keyword' | 'object'): string {
  if (!path.startsWith('/') || !MAP.test(pointer)) return path;
  const steps = stepsOf(pointer, at);
  const segments = path.split('/').slice(1);
  const offset = segments.length - steps.length - (at === 'object' ? 1 : 0);
  if (offset < 0) return path;
  for (const [index, step] of steps.entries()) {
    if (step === 'key') segments[offset + index] = '*';
    else if (step !== 'item' && step.name !== segments[offset + index]) return path;
  }
  return `/${segments.join('/')}`;
}

function stepsOf(pointer: string, at: 'keyword' | 'object'): Step[] {
  const root = ROOT.exec(pointer)?.[0] ?? '';
  const keywords = pointer.slice(root.length).split('/').slice(1);
  const last = at === 'keyword' ? keywords.length - 1 : keywords.length;
  const steps: Step[] = [];
  for (let place = 0; place < last; place += 1) {
    switch (keywords[place]) {
      case 'properties':
        place += 1;
        steps.push({ name: keywords[place] ?? '' });
        break;
      case 'patternProperties':
        place += 1;
        steps.push('key');
        break;
      case 'additionalProperties':
      case 'unevaluatedProperties':
        steps.push('key');
        break;
      case 'prefixItems':
        place += 1;
        steps.push('item');
        break;
      case 'items':
      case 'contains':
      case 'unevaluatedItems':
        steps.push('item');
        break;
      case 'allOf':
      case 'anyOf':
      case 'oneOf':
      case 'dependentSchemas':
        place += 1;
        break;
      case '$defs':
      case 'definitions':
        // Only a reference leads there: how it got to it is not known.
        place += 1;
        steps.length = 0;
        break;
      default:
    }
  }
  return steps;
}
