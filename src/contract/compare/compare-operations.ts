import type {
  DocumentedHeader,
  DocumentedResponse,
  MediaType,
  Operation,
  Parameter,
  Place,
  Wrong,
} from '../contract.ts';
import { isEqual } from '../description/schemas/equal.ts';
import type { Direction, Draft, Found } from './difference.ts';
import {
  compareOperation,
  compareRequired,
  compareSerialization,
  mediaTypeFor,
  namelessPath,
  parameterKey,
  responseFor,
  urlsOf,
} from './operation-rules.ts';
import { shapeOf } from './shape.ts';
import { type Pair, type Side, spotOf } from './side.ts';
import { rememberingWalk, type Skipped } from './walk-schemas.ts';

export interface ComparedOperations {
  readonly found: readonly Found[];
  readonly skipped: readonly Skipped[];
  /** operationIds of ours that are published, and that are not. */
  readonly matched: readonly string[];
  readonly missing: readonly string[];
}

/** Holds operations of ours against the published ones: only ours, for it is a fragment. */
export function compareOperations(operations: readonly Operation[], sides: Pair<Side>): ComparedOperations {
  const find = operationFinder(sides.upstream.contract.operations);
  const compared = {
    found: [] as Found[],
    skipped: [] as Skipped[],
    matched: [] as string[],
    missing: [] as string[],
  };
  const walk = rememberingWalk();
  for (const ours of operations) {
    const { operationId, method, path, spec } = ours;
    const upstream = find(ours);
    (upstream === undefined ? compared.missing : compared.matched).push(operationId);
    if (upstream === undefined) {
      const root = sides.upstream.description.root.source.place('');
      const message = `${method} ${path} is not published`;
      const places = { ours: spec, upstream: sides.upstream.within(root, 'paths') };
      const draft = {
        ...places,
        rule: 'operation-removed',
        impact: 'breaking',
        subject: operationId,
        message,
      } as const;
      compared.found.push({ ...draft, operationId, direction: 'request', at: '', oursValue: operationId });
    } else walkOperation({ ours, upstream }, sides, walk, compared);
  }
  // A missing one may be among those that could not be read.
  if (compared.missing.length > 0)
    for (const { unread } of sides.upstream.contract.operations)
      if (unread) compared.skipped.push({ side: 'upstream', what: unread.what, place: unread.spec });
  return compared;
}

/** What an operation can be known by, the surest first. */
const KEYS: readonly ((operation: Operation) => readonly string[])[] = [
  ({ operationId }) => [operationId],
  (operation) => urlsOf(operation).map((url) => `${operation.method} ${url}`),
  ({ method, path }) => [`${method} ${namelessPath(path)}`],
];

function operationFinder(upstream: readonly Operation[]): (ours: Operation) => Operation | undefined {
  const indexes = KEYS.map((keysOf) => {
    const entries = upstream.flatMap((operation) =>
      keysOf(operation).map((key) => [key, operation] as const),
    );
    return { keysOf, index: new Map(entries.reverse()) };
  });
  return (ours) => {
    for (const { keysOf, index } of indexes) {
      const found = keysOf(ours).find((key) => index.has(key));
      if (found !== undefined) return index.get(found);
    }
    return undefined;
  };
}

/** How the fields of forms and the parts of multipart bodies are written. */
const ENCODINGS = ['encoding', 'prefixEncoding', 'itemEncoding'];

function walkOperation(
  pair: Pair<Operation>,
  sides: Pair<Side>,
  walk: ReturnType<typeof rememberingWalk>,
  { found, skipped }: { readonly found: Found[]; readonly skipped: Skipped[] },
): void {
  const { operationId } = pair.ours;
  const say = (drafts: Iterable<Draft>, at: string, direction: Direction): void => {
    for (const draft of drafts) found.push({ ...draft, operationId, direction, at });
  };
  const skip = (side: Skipped['side'], what: string, place: Place): void => {
    skipped.push({ side, what, place });
  };
  const bothSides = ['ours', 'upstream'] as const;
  /** Marks both as compared; false where one of them could not be read. */
  const visit = (things: Pair<{ spec: Place; unread?: Wrong; wrong?: readonly Wrong[] }>): boolean =>
    bothSides
      .map((side) => {
        const { spec, unread, wrong = [] } = things[side];
        sides[side].visited.add(spotOf(spec));
        for (const { what, spec: place } of [...(unread ? [unread] : []), ...wrong]) skip(side, what, place);
        return unread === undefined;
      })
      .every(Boolean);
  const values = (
    things: Pair<{ schema: string | null; spec: Place }>,
    at: string,
    direction: Direction,
  ): void => {
    const shape = (side: 'ours' | 'upstream') =>
      shapeOf([things[side].schema ?? []].flat(), sides[side], things[side].spec);
    const schemas = walk({ ours: shape('ours'), upstream: shape('upstream') }, direction);
    for (const { at: within, ...draft } of schemas.found)
      say([draft], within === '' ? at : `${at} ${within}`, direction);
    skipped.push(...schemas.skipped);
  };
  const content = (
    holders: Pair<Pick<DocumentedResponse, 'content' | 'spec'>>,
    at: string,
    direction: Direction,
  ): void => {
    const { ours, upstream } = holders;
    say(compareMediaTypes(holders, direction), at, direction);
    const entries = Object.entries(ours.content);
    for (const [name, media] of entries) {
      const other = mediaTypeFor(upstream.content, name);
      if (other === undefined) continue;
      const things = { ours: media, upstream: other };
      visit(things);
      for (const key of ENCODINGS) {
        const said = bothSides.map((side) => sides[side].written(things[side].spec)[key]);
        if (isEqual(said[0], said[1])) continue;
        for (const side of bothSides.filter((_, index) => said[index] !== undefined))
          skip(side, `${key} is not compared`, sides[side].within(things[side].spec, key));
      }
      values(things, entries.length > 1 ? `${at} ${name}` : at, direction);
    }
  };
  if (!visit(pair)) return;
  say(compareOperation(pair, sides), '', 'request');
  for (const ours of pair.ours.parameters) {
    const key = parameterKey(ours, pair.ours.path);
    const upstream = pair.upstream.parameters.find((each) => parameterKey(each, pair.upstream.path) === key);
    if (upstream === undefined) continue;
    const parameters: Pair<Parameter> = { ours, upstream };
    const at = `${ours.in} parameter ${ours.name}`;
    visit(parameters);
    // A parameter of the path is there whatever is said.
    if (ours.in !== 'path')
      say(compareRequired('parameter-required-changed', parameters, sides), at, 'request');
    say(compareSerialization(parameters, sides), at, 'request');
    values(parameters, at, 'request');
  }
  const [body, published] = [pair.ours.requestBody, pair.upstream.requestBody];
  if (body !== null && published !== null && visit({ ours: body, upstream: published })) {
    const bodies = { ours: body, upstream: published };
    say(compareRequired('request-body-required-changed', bodies, sides), 'request body', 'request');
    content(bodies, 'request body', 'request');
  }
  for (const [status, ours] of Object.entries(pair.ours.responses)) {
    const upstream = responseFor(pair.upstream, status);
    if (upstream === undefined || !visit({ ours, upstream })) continue;
    const at = `response ${status}`;
    say(compareHeaders({ ours, upstream }), at, 'response');
    for (const [name, header] of Object.entries(ours.headers)) {
      const other = upstream.headers[name];
      sides.ours.visited.add(spotOf(header.spec));
      if (other === undefined) continue;
      const headers: Pair<DocumentedHeader> = { ours: header, upstream: other };
      visit(headers);
      say(compareRequired('header-required-changed', headers, sides), `${at} header ${name}`, 'response');
      values(headers, `${at} header ${name}`, 'response');
    }
    content({ ours, upstream }, `${at} body`, 'response');
  }
}

function* compareHeaders({ ours, upstream }: Pair<DocumentedResponse>): Generator<Draft> {
  for (const [name, { required, spec }] of Object.entries(ours.headers)) {
    if (upstream.headers[name] !== undefined) continue;
    yield {
      rule: 'header-removed',
      impact: required ? 'breaking' : 'info',
      subject: name,
      message: `the header ${name}${required ? ', which we count on,' : ''} is not published`,
      ours: spec,
      upstream: upstream.spec,
      oursValue: required ? 'required' : 'optional',
    };
  }
  for (const [name, { required, spec }] of Object.entries(upstream.headers)) {
    if (ours.headers[name] !== undefined) continue;
    const message = `the header ${name} is published`;
    const upstreamValue = required ? 'required' : 'optional';
    yield {
      rule: 'header-added',
      impact: 'info',
      subject: name,
      message,
      ours: ours.spec,
      upstream: spec,
      upstreamValue,
    };
  }
}

function* compareMediaTypes(
  { ours, upstream }: Pair<{ readonly content: Readonly<Record<string, MediaType>>; readonly spec: Place }>,
  direction: Direction,
): Generator<Draft> {
  for (const [name, { spec }] of Object.entries(ours.content)) {
    if (mediaTypeFor(upstream.content, name) !== undefined) continue;
    // In a response it is what we read, in a request what we send.
    const message = `the media type ${name} is not published`;
    const places = { ours: spec, upstream: upstream.spec };
    yield {
      ...places,
      rule: 'media-type-removed',
      impact: 'breaking',
      subject: name,
      message,
      oursValue: name,
    };
  }
  for (const [name, { spec }] of Object.entries(upstream.content)) {
    if (mediaTypeFor(ours.content, name) !== undefined) continue;
    const isAnswer = direction === 'response';
    const message = `the media type ${name} is published${isAnswer ? ', and may be answered' : ''}`;
    const places = { ours: ours.spec, upstream: spec };
    yield {
      ...places,
      rule: 'media-type-added',
      impact: isAnswer ? 'warning' : 'info',
      subject: name,
      message,
      upstreamValue: name,
    };
  }
}
