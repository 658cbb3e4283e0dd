import type { DocumentedResponse, MediaType, Operation, Parameter, SecurityScheme } from '../contract.ts';
import { documentedType, essenceOf } from '../description/media-type.ts';
import { type Draft, impactOf } from './difference.ts';
import type { Pair, Side } from './side.ts';

/** What differs between two operations themselves; what they hold is compared on its own. */
export function* compareOperation({ ours, upstream }: Pair<Operation>, sides: Pair<Side>): Generator<Draft> {
  const places = { ours: ours.spec, upstream: upstream.spec };
  if ((ours.deprecated ?? false) !== (upstream.deprecated ?? false))
    yield {
      rule: 'deprecated-changed',
      impact: upstream.deprecated ? 'warning' : 'info',
      subject: 'deprecated',
      message: upstream.deprecated
        ? 'the operation is published as deprecated'
        : 'the operation is not deprecated any more',
      ours: sides.ours.within(ours.spec, 'deprecated'),
      upstream: sides.upstream.within(upstream.spec, 'deprecated'),
      oursValue: ours.deprecated ?? false,
      upstreamValue: upstream.deprecated ?? false,
    };
  yield* compareAddresses({ ours, upstream });
  yield* compareSecurity({ ours, upstream }, sides);
  yield* compareParameters({ ours, upstream }, sides);
  const [body, published] = [ours.requestBody, upstream.requestBody];
  const said = (required: boolean): string => (required ? 'required' : 'optional');
  if (body === null && published !== null)
    yield {
      ...places,
      rule: 'request-body-added',
      impact: published.required ? 'breaking' : 'info',
      subject: 'requestBody',
      message: `${published.required ? 'a required' : 'an optional'} request body is published`,
      upstream: published.spec,
      upstreamValue: said(published.required),
    };
  if (body !== null && published === null)
    yield {
      ...places,
      rule: 'request-body-removed',
      impact: body.required ? 'breaking' : 'warning',
      subject: 'requestBody',
      message: `no request body is published${body.required ? '' : '; ours may be sent and is not needed'}`,
      ours: body.spec,
      oursValue: said(body.required),
    };
  yield* compareStatuses({ ours, upstream }, sides);
}

/** The path without the names of its parameters, which nobody sees on the wire. */
export function namelessPath(path: string): string {
  return path.replace(/\{[^}]*\}/g, '{}');
}

export function urlsOf({ servers, path }: Operation): string[] {
  return servers.map(({ host, basePath }) => `${host ?? ''}${basePath}${namelessPath(path)}`);
}

/** How a server and a path share a URL is nobody's business. */
function* compareAddresses({ ours, upstream }: Pair<Operation>): Generator<Draft> {
  const places = { ours: ours.spec, upstream: upstream.spec };
  const [here, there] = [urlsOf(ours), urlsOf(upstream)];
  const isMoved = namelessPath(ours.path) !== namelessPath(upstream.path);
  const isSame = here.some((url) => there.includes(url));
  if (ours.method !== upstream.method || (isMoved && !isSame)) {
    const [oursValue, upstreamValue] = [ours, upstream].map(({ method, path }) => `${method} ${path}`);
    const message = `the operation is published as ${upstreamValue}`;
    yield {
      ...places,
      rule: 'path-changed',
      impact: 'breaking',
      subject: 'path',
      message,
      oursValue,
      upstreamValue,
    };
  }
  if (isMoved && isSame) return;
  const [servers, published] = [serversOf(ours), serversOf(upstream)];
  const values = { oursValue: servers, upstreamValue: published };
  for (const server of servers.filter((one) => !published.includes(one)))
    yield {
      ...places,
      ...values,
      rule: 'servers-changed',
      impact: 'breaking',
      subject: server,
      message: `the server ${server} is not published`,
    };
  for (const server of published.filter((one) => !servers.includes(one)))
    yield {
      ...places,
      ...values,
      rule: 'servers-changed',
      impact: 'info',
      subject: server,
      message: `the server ${server} is published as well`,
    };
}

function serversOf({ servers }: Operation): string[] {
  return servers.map(({ host, basePath }) => `${host ?? ''}${basePath}` || '/');
}

function* compareSecurity({ ours, upstream }: Pair<Operation>, sides: Pair<Side>): Generator<Draft> {
  const [here, there] = [alternativesOf(ours), alternativesOf(upstream)];
  const common = {
    rule: 'security-changed',
    ours: sides.ours.within(ours.spec, 'security'),
    upstream: sides.upstream.within(upstream.spec, 'security'),
    oursValue: here.map(nameOfAlternative),
    upstreamValue: there.map(nameOfAlternative),
  };
  for (const one of here) {
    if (there.some((other) => other.every((scheme) => one.includes(scheme)))) continue;
    const subject = nameOfAlternative(one);
    yield {
      ...common,
      impact: 'breaking',
      subject,
      message: `${subject} is not published as a way to identify oneself`,
    };
  }
  for (const other of there) {
    const subject = nameOfAlternative(other);
    if (here.some((one) => nameOfAlternative(one) === subject)) continue;
    yield {
      ...common,
      impact: 'info',
      subject,
      message: `${subject} is published as a way to identify oneself`,
    };
  }
}

/** Each way to identify oneself, as what it puts on the wire: schemes of any name are the same one where that is. */
function alternativesOf({ security }: Operation): (readonly string[])[] {
  const onWire = ({ in: place, name, prefix }: SecurityScheme): string =>
    `${place} ${name}${prefix === null ? '' : ` (${prefix})`}`;
  return security.length === 0 ? [[]] : security.map((schemes) => schemes.map(onWire).sort());
}

function nameOfAlternative(alternative: readonly string[]): string {
  return alternative.length === 0 ? 'no credential' : alternative.join(' with ');
}

/** A parameter of the path is known by its place in it: its name is never sent. */
export function parameterKey({ in: place, name }: Parameter, path: string): string {
  // The whole query has no name on the wire.
  if (place === 'querystring') return place;
  if (place !== 'path') return `${place} ${place === 'header' ? name.toLowerCase() : name}`;
  return `path ${Array.from(path.matchAll(/\{([^}]*)\}/g), ([, each]) => each).indexOf(name)}`;
}

function* compareParameters({ ours, upstream }: Pair<Operation>, sides: Pair<Side>): Generator<Draft> {
  const keysOf = ({ parameters, path }: Operation) =>
    new Set(parameters.map((each) => parameterKey(each, path)));
  const [here, there] = [keysOf(ours), keysOf(upstream)];
  for (const { in: place, name, spec } of ours.parameters.filter(
    (each) => !there.has(parameterKey(each, ours.path)),
  ))
    yield {
      // A path without one of its parameters is told as a change of the path.
      rule: 'parameter-removed',
      impact: 'warning',
      subject: name,
      message: `the ${place} parameter ${name} is not published`,
      ours: spec,
      upstream: sides.upstream.within(upstream.spec, 'parameters'),
      oursValue: name,
    };
  for (const parameter of upstream.parameters) {
    if (here.has(parameterKey(parameter, upstream.path))) continue;
    const { in: place, name, spec } = parameter;
    const credentials = ours.security.flat().filter((scheme) => scheme.in === 'header');
    const isSent = place === 'header' && credentials.some((scheme) => scheme.name === name.toLowerCase());
    const isNeeded = parameter.required && !isSent;
    yield {
      rule: 'parameter-added',
      impact: isNeeded ? 'breaking' : 'info',
      subject: name,
      message: `a ${isNeeded ? 'required ' : ''}${place} parameter ${name} is published${isSent ? ', which is our credential' : ''}`,
      ours: sides.ours.within(ours.spec, 'parameters'),
      upstream: spec,
      upstreamValue: name,
    };
  }
}

const STYLES: Readonly<Record<string, string>> = {
  path: 'simple',
  query: 'form',
  header: 'simple',
  cookie: 'form',
};

/** How the value of a parameter is written. */
export function* compareSerialization(pair: Pair<Parameter>, sides: Pair<Side>): Generator<Draft> {
  const writtenAs = (parameter: Parameter, side: Side): Readonly<Record<string, unknown>> => {
    const { allowReserved = false, content = {} } = side.written(parameter.spec);
    const style = parameter.style ?? STYLES[parameter.in];
    return {
      style,
      explode: parameter.explode ?? style === 'form',
      allowReserved,
      content: Object.keys(Object(content)).join(),
    };
  };
  const there = writtenAs(pair.upstream, sides.upstream);
  for (const [name, value] of Object.entries(writtenAs(pair.ours, sides.ours)))
    if (value !== there[name])
      yield {
        rule: 'parameter-serialization-changed',
        impact: 'breaking',
        subject: name,
        message: `${name} of the parameter is published as ${String(there[name])}`,
        ours: sides.ours.within(pair.ours.spec, name),
        upstream: sides.upstream.within(pair.upstream.spec, name),
        oursValue: value,
        upstreamValue: there[name],
      };
}

interface Requirable {
  readonly required: boolean;
  readonly spec: string;
}

/** `required` of something that stands alone: what has to be there lets fewer messages in. */
export function* compareRequired(
  rule: 'parameter-required-changed' | 'request-body-required-changed' | 'header-required-changed',
  { ours, upstream }: Pair<Requirable>,
  sides: Pair<Side>,
): Generator<Draft> {
  if (ours.required === upstream.required) return;
  const what = rule.replace('-required-changed', '').replace('-', ' ');
  yield {
    rule,
    impact: impactOf(upstream.required ? 'narrower' : 'wider', what === 'header' ? 'response' : 'request'),
    subject: 'required',
    message: `the ${what} is published as ${upstream.required ? 'required' : 'optional'}`,
    ours: sides.ours.within(ours.spec, 'required'),
    upstream: sides.upstream.within(upstream.spec, 'required'),
    oursValue: ours.required,
    upstreamValue: upstream.required,
  };
}

/** The response that speaks of a status: its own, else that of its range, else `default`. */
export function responseFor({ responses }: Operation, status: string): DocumentedResponse | undefined {
  return responses[status] ?? responses[`${status[0]}XX`] ?? responses['default'];
}

function* compareStatuses({ ours, upstream }: Pair<Operation>, sides: Pair<Side>): Generator<Draft> {
  const places = {
    ours: sides.ours.within(ours.spec, 'responses'),
    upstream: sides.upstream.within(upstream.spec, 'responses'),
  };
  const [here, there] = [Object.keys(ours.responses), Object.keys(upstream.responses)];
  const gone = here.filter((status) => responseFor(upstream, status) === undefined);
  // Who waits for a success that never comes is broken; who is ready for one more error is not.
  const errors = gone.filter((status) => !/^[23]/.test(status)).sort();
  for (const status of gone.filter((one) => !errors.includes(one))) {
    const message = `the response ${status} is not published`;
    const spec = ours.responses[status]?.spec ?? places.ours;
    yield {
      ...places,
      rule: 'response-removed',
      impact: 'breaking',
      subject: status,
      message,
      ours: spec,
      oursValue: status,
    };
  }
  if (errors.length > 0) {
    const message = `no response is published for ${errors.join(', ')}`;
    yield {
      ...places,
      rule: 'response-removed',
      impact: 'info',
      subject: 'errors',
      message,
      oursValue: errors,
      upstreamValue: there,
    };
  }
  for (const status of there.filter((one) => responseFor(ours, one) === undefined))
    yield {
      ...places,
      rule: 'response-added',
      impact: /^[123]/.test(status) ? 'breaking' : 'warning',
      subject: status,
      message: `the response ${status} is published`,
      upstream: upstream.responses[status]?.spec ?? places.upstream,
      upstreamValue: status,
    };
}

/** What a `content` says of a media type: under its own name, or a range that holds it. */
export function mediaTypeFor(
  content: Readonly<Record<string, MediaType>>,
  name: string,
): MediaType | undefined {
  const exact = content[name];
  if (exact !== undefined) return exact;
  const names = Object.keys(content);
  const found = documentedType(names.map(essenceOf), { essence: essenceOf(name), parameters: [] });
  return content[names.find((each) => essenceOf(each) === found) ?? ''];
}
