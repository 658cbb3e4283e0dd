import { child, children, type Node } from '../description/description.ts';
import { applyRules } from './apply-rules.ts';
import type { Dialects } from './dialect-of.ts';
import type { Direction } from './difference.ts';
import type { Found, Spot } from './found.ts';
import { headersOf } from './headers-of.ts';
import { mediaTypeFor } from './media-type-for.ts';
import type { OperationView } from './operation-view.ts';
import { responseFor } from './response-for.ts';
import type { Pair } from './rule.ts';
import { schemaOf } from './schema/schema.ts';
import { walkSchema } from './walk-schema.ts';

/** Everything that differs between an operation of ours and the same one as published. */
export function* walkOperation(pair: Pair<OperationView>, dialects: Dialects): Generator<Found> {
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
    yield* walkValue(nodes, pair, dialects, spot);
  }
  const bodies = derefBoth(child(ours.node, 'requestBody'), child(upstream.node, 'requestBody'), pair);
  if (bodies !== undefined) {
    const spot = spotAt('request body', 'request');
    yield* applyRules('body', bodies, spot);
    yield* walkContent(bodies, pair, dialects, spot);
  }
  for (const [status, at] of children(child(ours.node, 'responses'))) {
    const published = responseFor(upstream, status);
    if (published === undefined) continue;
    const responses = { ours: ours.description.deref(at), upstream: published };
    yield* walkResponse(responses, pair, dialects, spotAt(`response ${status}`, 'response'));
  }
}

function* walkResponse(
  responses: Pair<Node>,
  pair: Pair<OperationView>,
  dialects: Dialects,
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
    yield* walkValue(headers, pair, dialects, inHeader);
  }
  yield* walkContent(responses, pair, dialects, { ...spot, at: `${spot.at} body` });
}

function* walkContent(
  holders: Pair<Node>,
  pair: Pair<OperationView>,
  dialects: Dialects,
  spot: Spot,
): Generator<Found> {
  yield* applyRules('content', holders, spot);
  const entries = children(child(holders.ours, 'content'));
  for (const [name, media] of entries) {
    const other = mediaTypeFor(holders.upstream, name);
    if (other === undefined) continue;
    const at = entries.length > 1 ? `${spot.at} ${name}` : spot.at;
    yield* walkValue({ ours: media, upstream: other }, pair, dialects, { ...spot, at });
  }
}

/** The schemas of two holders: of a parameter, a header or a media type. A missing one lets in everything. */
function* walkValue(
  holders: Pair<Node>,
  pair: Pair<OperationView>,
  dialects: Dialects,
  spot: Spot,
): Generator<Found> {
  const ours = valueSchema(holders.ours);
  const upstream = valueSchema(holders.upstream);
  if (ours === undefined && upstream === undefined) return;
  yield* walkSchema(
    {
      ours: schemaOf([ours ?? anything(holders.ours)], pair.ours.description, dialects.ours),
      upstream: schemaOf(
        [upstream ?? anything(holders.upstream)],
        pair.upstream.description,
        dialects.upstream,
      ),
    },
    spot,
  );
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
