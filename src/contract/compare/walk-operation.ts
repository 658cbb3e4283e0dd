import { child, children, type Node } from '../description/load/description.ts';
import { applyRules } from './apply-rules.ts';
import type { Direction } from './difference.ts';
import type { Found, Spot } from './found.ts';
import { headersOf } from './headers-of.ts';
import { mediaTypeFor } from './media-type-for.ts';
import type { OperationView } from './operation-view.ts';
import { responseFor } from './response-for.ts';
import type { Pair } from './rule.ts';
import { type Dialect, schemaKey, schemaOf } from './schema/schema.ts';
import { walkSchema } from './walk-schema.ts';

/** What a walk through two descriptions knows of them. */
export interface Walk extends Pair<Dialect> {
  /** What differs between two schemas that were met before: many responses share them. */
  readonly walked: Map<string, readonly Found[]>;
}

/** Everything that differs between an operation of ours and the same one as published. */
export function* walkOperation(pair: Pair<OperationView>, walk: Walk): Generator<Found> {
  const { ours, upstream } = pair;
  const spotAt = (at: string, direction: Direction): Spot => ({
    operationId: ours.operationId,
    direction,
    at,
  });
  yield* applyRules('operation', pair, spotAt('', 'request'));
  for (const parameter of ours.parameters) {
    const other = upstream.parameters.find(({ key }) => key === parameter.key);
    if (other === undefined) continue;
    const spot = spotAt(`${parameter.in} parameter ${parameter.name}`, 'request');
    const nodes = { ours: parameter.node, upstream: other.node };
    yield* applyRules('parameter', nodes, spot);
    yield* walkValue(nodes, pair, walk, spot);
  }
  const bodies = derefBoth(child(ours.node, 'requestBody'), child(upstream.node, 'requestBody'), pair);
  if (bodies !== undefined) {
    const spot = spotAt('request body', 'request');
    yield* applyRules('body', bodies, spot);
    yield* walkContent(bodies, pair, walk, spot);
  }
  for (const [status, at] of ours.description.members(child(ours.node, 'responses'))) {
    const published = responseFor(upstream, status);
    if (published === undefined) continue;
    const responses = { ours: ours.description.deref(at), upstream: published };
    yield* walkResponse(responses, pair, walk, spotAt(`response ${status}`, 'response'));
  }
}

function* walkResponse(
  responses: Pair<Node>,
  pair: Pair<OperationView>,
  walk: Walk,
  spot: Spot,
): Generator<Found> {
  const known = {
    ours: headersOf(responses.ours, pair.ours),
    upstream: headersOf(responses.upstream, pair.upstream),
  };
  yield* applyRules('response', { ...responses, headers: known }, spot);
  for (const [name, ours] of known.ours) {
    const upstream = known.upstream.get(name);
    if (upstream === undefined) continue;
    const headers = { ours, upstream };
    const inHeader = { ...spot, at: `${spot.at} header ${name}` };
    yield* applyRules('header', headers, inHeader);
    yield* walkValue(headers, pair, walk, inHeader);
  }
  yield* walkContent(responses, pair, walk, { ...spot, at: `${spot.at} body` });
}

function* walkContent(
  holders: Pair<Node>,
  pair: Pair<OperationView>,
  walk: Walk,
  spot: Spot,
): Generator<Found> {
  yield* applyRules('content', holders, spot);
  const entries = children(child(holders.ours, 'content'));
  for (const [name, media] of entries) {
    const other = mediaTypeFor(holders.upstream, name);
    if (other === undefined) continue;
    const at = entries.length > 1 ? `${spot.at} ${name}` : spot.at;
    yield* walkValue({ ours: media, upstream: other }, pair, walk, { ...spot, at });
  }
}

/** The schemas of two holders: of a parameter, a header or a media type. A missing one lets in everything. */
function* walkValue(
  holders: Pair<Node>,
  pair: Pair<OperationView>,
  walk: Walk,
  spot: Spot,
): Generator<Found> {
  const ours = valueSchema(holders.ours);
  const upstream = valueSchema(holders.upstream);
  if (ours === undefined && upstream === undefined) return;
  const schemas = {
    ours: schemaOf([ours ?? anything(holders.ours)], pair.ours.description, walk.ours),
    upstream: schemaOf([upstream ?? anything(holders.upstream)], pair.upstream.description, walk.upstream),
  };
  const key = `${spot.direction} ${schemaKey(schemas.ours)}=${schemaKey(schemas.upstream)}`;
  const known = walk.walked.get(key) ?? [...walkSchema(schemas, { ...spot, at: '' })];
  walk.walked.set(key, known);
  for (const found of known) yield { ...found, ...spot, at: spot.at + found.at };
}

function valueSchema(holder: Node): Node | undefined {
  const schema = child(holder, 'schema');
  if (schema !== undefined) return schema;
  const [content] = children(child(holder, 'content'));
  return content && child(content[1], 'schema');
}

function anything(holder: Node): Node {
  return { ...holder, value: {} };
}

function derefBoth(
  ours: Node | undefined,
  upstream: Node | undefined,
  pair: Pair<OperationView>,
): Pair<Node> | undefined {
  if (ours === undefined || upstream === undefined) return undefined;
  return { ours: pair.ours.description.deref(ours), upstream: pair.upstream.description.deref(upstream) };
}
