import { child, children, stringAt } from '../description/load/description.ts';
import type { OperationView } from './operation-view.ts';

/** Each way to identify oneself, as what it puts on the wire, sorted; `[[]]` where none is needed. */
export function alternativesOf(view: OperationView): (readonly string[])[] {
  const requirements = child(view.node, 'security') ?? child(view.description.root, 'security');
  const alternatives = children(requirements).map(([, requirement]) =>
    children(requirement)
      .map(([name]) => signatureOf(view, name))
      .sort(),
  );
  return alternatives.length === 0 ? [[]] : alternatives;
}

/** Names of the headers that carry a credential, lower-case. */
export function credentialHeadersOf(view: OperationView): ReadonlySet<string> {
  const names = alternativesOf(view)
    .flat()
    .map((signature) => /^header (\S+)/.exec(signature)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}

/** Schemes of any name are the same one where they put the same on the wire. */
function signatureOf({ description }: OperationView, name: string): string {
  const components = child(description.root, 'components');
  const schemes = components && child(components, 'securitySchemes');
  const declared = schemes && child(schemes, name);
  if (declared === undefined) return `undeclared ${name}`;
  const node = description.deref(declared);
  const type = stringAt(node, 'type');
  if (type === 'apiKey') {
    const place = stringAt(node, 'in') ?? '';
    const key = stringAt(node, 'name') ?? '';
    return `${place} ${place === 'header' ? key.toLowerCase() : key}`;
  }
  if (type === 'http') return `header authorization (${(stringAt(node, 'scheme') ?? '').toLowerCase()})`;
  return type === 'oauth2' || type === 'openIdConnect'
    ? `header authorization (bearer by ${type})`
    : `${type} ${name}`;
}
