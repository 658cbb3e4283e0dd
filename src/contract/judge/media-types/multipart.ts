import { make, type PartInfo } from 'multipasta';
import type { Place } from '../../contract.ts';
import { isOrdered } from '../../description/media-type.ts';
import { escapeSegment } from '../../json/pointer.ts';
import type { Problem } from '../explain/problems.ts';
import type { ScrubbedReader } from '../scrubbed.ts';
import { formOf, itemId, propertyIds } from '../values/text-form.ts';
import type { BodyRead, BodySource, ReadValue } from './body-reader.ts';
import { type Part, readPart } from './part.ts';

/** A form's parts are the members of an object, by their names; others are the items of a list. Source: RFC 7578, RFC 2046. */
export function readMultipart(source: BodySource, scrubbed: ScrubbedReader): BodyRead {
  const { id, type, body } = source;
  if (type.boundary === undefined)
    return { kind: 'malformed', reason: 'has no parts, for its content-type names no boundary' };
  const parts = partsOf(typeof body === 'string' ? new TextEncoder().encode(body) : body, type.boundary);
  if (typeof parts === 'string') return { kind: 'malformed', reason: parts };
  const readAll = isOrdered(type.essence) ? readList : readObject;
  const read = readAll(source, parts, false);
  const accepts = (value: unknown): boolean => source.accepts(value) || scrubbed.mayFit(id, value);
  if (accepts(read.value)) return read;
  // What may be text or something else is something else.
  const other = readAll(source, parts, true);
  return accepts(other.value) ? other : read;
}

function readObject(source: BodySource, parts: readonly Part[], strictly: boolean): ReadValue {
  const { contract, id, mediaType } = source;
  const properties = propertyIds(contract, id);
  const byName = new Map<string, Part[]>();
  for (const part of parts) {
    const before = byName.get(part.name);
    if (before === undefined) byName.set(part.name, [part]);
    else before.push(part);
  }
  const faults: Problem[] = [];
  const untyped: Place[] = [];
  const members = [...byName].map(([name, own]): [string, unknown] => {
    const property = properties.get(name);
    const form = property === undefined ? undefined : formOf(contract, property);
    const isList = form !== undefined && form !== 'json' && form.isArray;
    const at = `/${escapeSegment(name)}`;
    const reads = own.map((part, index) =>
      readPart(source, part, {
        path: isList || own.length > 1 ? `${at}/${index}` : at,
        location: isList ? `${at}/*` : at,
        id: isList && property !== undefined ? itemId(contract, property, index) : property,
        encoding: mediaType.encoding?.[name],
        strictly,
      }),
    );
    for (const read of reads) {
      faults.push(...read.faults);
      untyped.push(...read.untyped);
    }
    const [first, ...others] = reads.map(({ value }) => value);
    // Clients write a list as one part of JSON, too.
    const isOne = others.length === 0 && (!isList || Array.isArray(first));
    return [name, isOne ? first : [first, ...others]];
  });
  return { kind: 'value', value: Object.fromEntries(members), faults, untyped };
}

function readList(source: BodySource, parts: readonly Part[], strictly: boolean): ReadValue {
  const { contract, id, mediaType } = source;
  const { first = [], others } = mediaType.partEncoding ?? {};
  const reads = parts.map((part, index) =>
    readPart(source, part, {
      path: `/${index}`,
      location: first[index] === undefined ? '/*' : `/${index}`,
      id: itemId(contract, id, index),
      encoding: first[index] ?? others,
      strictly,
    }),
  );
  return {
    kind: 'value',
    value: reads.map(({ value }) => value),
    faults: reads.flatMap(({ faults }) => faults),
    untyped: reads.flatMap(({ untyped }) => untyped),
  };
}

/** What can't be read of a part is nothing to be told of: its schema's limits are, where it is described. */
export function unreadParts(scrubbed: ScrubbedReader): ScrubbedReader {
  return {
    ...scrubbed,
    passed: (id, value) => scrubbed.passed(id, value).filter((each) => typeof each.value !== 'symbol'),
  };
}

/** Why there are none, where there are none. */
function partsOf(bytes: Uint8Array, boundary: string): Part[] | string {
  const parts: Part[] = [];
  let fault: string | undefined;
  const parser = make({
    headers: { 'content-type': `multipart/form-data; boundary="${boundary}"` },
    isFile: () => false,
    maxParts: Number.POSITIVE_INFINITY,
    maxPartSize: Number.POSITIVE_INFINITY,
    maxFieldSize: Number.POSITIVE_INFINITY,
    maxTotalSize: Number.POSITIVE_INFINITY,
    onField: (info, content) => parts.push(partOf(info, content)),
    onFile: () => () => undefined,
    onError: ({ _tag: tag }) => {
      fault ??= FAULTS[tag];
    },
    onDone: () => undefined,
  });
  parser.write(bytes);
  parser.end();
  return fault ?? parts;
}

const FAULTS = {
  InvalidBoundary: 'has no parts, for its content-type names no boundary that can be one',
  BadHeaders: 'has a part whose headers can not be read',
  InvalidDisposition: 'has a part whose content-disposition can not be read',
  ReachedLimit: 'has more parts than are read',
  EndNotReached: 'does not end with the boundary that its content-type names',
} as const;

function partOf({ headers, name }: PartInfo, content: Uint8Array): Part {
  const fields = Object.entries(headers).map(([field, value]) => [field, [value].flat().join(', ')] as const);
  return { name, headers: new Map(fields), content };
}
