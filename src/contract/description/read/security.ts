import type { SecurityScheme } from '../../contract.ts';
import { DescriptionError } from '../limitations.ts';
import { child, type Node, placeOf, stringAt } from '../load/description.ts';
import type { DescriptionReader } from './reader.ts';

/** The security alternatives of an operation: its own, else the description's. */
export function securityOf(reader: DescriptionReader, operation: Node): SecurityScheme[][] {
  const requirements = child(operation, 'security') ?? child(reader.description.root, 'security');
  return reader.description.members(requirements).map(([, requirement]) =>
    reader.description.members(requirement).flatMap(([name, at]) => {
      const scheme = schemeOf(reader, name, at);
      return scheme === null ? [] : [scheme];
    }),
  );
}

/** Where a scheme's credential travels; null for one that leaves no trace in an exchange (mutual TLS). */
function schemeOf(
  { description, limitations, version }: DescriptionReader,
  name: string,
  at: Node,
): SecurityScheme | null {
  const schemes = description.at(description.at(description.root, 'components'), 'securitySchemes');
  // In 3.2 it may be a reference as well; what is a name is meant as one.
  const isReference = version === '3.2' && /[#/.]/.test(name);
  const node =
    description.at(schemes, name) ??
    (isReference ? description.deref({ ...at, value: { $ref: name } }) : undefined);
  if (node === undefined) throw new DescriptionError(placeOf(at), `no such security scheme: ${name}`);
  const text = (key: string): string | undefined => stringAt(node, key);
  const spec = placeOf(node);
  switch (text('type')) {
    case 'apiKey': {
      const where = text('in');
      const key = text('name');
      if ((where !== 'header' && where !== 'query' && where !== 'cookie') || key === undefined) {
        throw new DescriptionError(spec, 'an apiKey scheme needs a name, and `in`: header, query or cookie');
      }
      return {
        scheme: name,
        in: where,
        name: where === 'header' ? key.toLowerCase() : key,
        prefix: null,
        spec,
      };
    }
    case 'http':
      return {
        scheme: name,
        in: 'header',
        name: 'authorization',
        prefix: (text('scheme') ?? '').toLowerCase(),
        spec,
      };
    case 'oauth2':
    case 'openIdConnect':
      return { scheme: name, in: 'header', name: 'authorization', prefix: 'bearer', spec };
    default:
      limitations.add(
        'unsupported',
        spec,
        `credentials of type ${text('type')} are not judged: they leave no trace in an exchange`,
      );
      return null;
  }
}
