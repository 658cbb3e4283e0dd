import { type ExchangeRequest, type HeaderMap, headerMap, type RecordingPlace } from '../../../exchange.ts';
import { requestBody } from './bodies.ts';
import {
  type Fields,
  isAbsent,
  isFields,
  MAX_FIELDS,
  objectAt,
  optionalTextAt,
  refuse,
  refuseKind,
  textAt,
  withType,
} from './fields.ts';

/** Puts values in place of a collection's variables, `{{name}}`; of one that is not known the name stays. */
export type Fill = (text: string) => string;

/**
 * A request as Postman's collections and Newman's reports have it: `url` in parts, `header` and the parts of a form as lists
 * with a mark on what is switched off. It may be just its URL. `name` is how an error calls it.
 *
 * @throws RecordingError if it is none
 */
export function postmanRequest(
  request: unknown,
  name: string,
  fill: Fill,
  recording: RecordingPlace,
): ExchangeRequest {
  if (typeof request === 'string')
    return { method: 'GET', url: fill(request), headers: headerMap([]), body: undefined };
  if (!isFields(request)) return refuseKind(request, 'an object', name, recording);
  const method = optionalTextAt(request, 'method', `${name}.method`, recording) ?? 'GET';
  const { type, ...body } = bodyOf(request['body'], `${name}.body`, fill, recording);
  return {
    method: method.toUpperCase(),
    url: urlOf(request['url'], `${name}.url`, fill, recording),
    headers: withType(postmanHeaders(request['header'], `${name}.header`, recording, fill), type),
    ...body,
  };
}

/** A number that Postman gives each request: it looks like a key, and is none. */
export const POSTMAN_HEADER = 'postman-token';

/** Headers as a list of keys and values, or, in old files, as the text of them. */
export function postmanHeaders(
  stored: unknown,
  name: string,
  recording: RecordingPlace,
  fill: Fill = asItIs,
): HeaderMap {
  if (typeof stored !== 'string') {
    const pairs = pairsOf(stored, name, fill, recording);
    return headerMap(pairs.filter(([key]) => key.toLowerCase() !== POSTMAN_HEADER));
  }
  const lines = stored.split('\n').filter((line) => line.includes(':'));
  return headerMap(
    lines.map((line) => [
      fill(line.slice(0, line.indexOf(':')).trim()),
      fill(line.slice(line.indexOf(':') + 1).trim()),
    ]),
  );
}

export const asItIs: Fill = (text) => text;

function pairsOf(list: unknown, name: string, fill: Fill, recording: RecordingPlace): [string, string][] {
  if (isAbsent(list)) return [];
  if (!Array.isArray(list)) return refuseKind(list, 'a list', name, recording);
  if (list.length > MAX_FIELDS) refuse(recording, `${name} has more than ${MAX_FIELDS} members`);
  return list.flatMap((pair: unknown, at): [string, string][] => {
    // A header that is switched off, and one without a name, is not sent.
    if (!isFields(pair)) return refuseKind(pair, 'an object', `${name}[${at}]`, recording);
    if (pair['disabled'] === true || isAbsent(pair['key']) || pair['key'] === '') return [];
    const value = pair['value'];
    return [
      [
        fill(textAt(pair, 'key', `${name}[${at}].key`, recording)),
        isAbsent(value) ? '' : fill(String(value)),
      ],
    ];
  });
}

/** The text of it is what its parts say: where something is switched off they say it better. */
function urlOf(url: unknown, name: string, fill: Fill, recording: RecordingPlace): string {
  if (typeof url === 'string') return fill(url);
  if (!isFields(url)) return refuseKind(url, 'a string or an object', name, recording);
  if (isAbsent(url['host']) && isAbsent(url['path']))
    return fill(textAt(url, 'raw', `${name}.raw`, recording));
  const host = joined(url['host'], '.');
  const protocol = url['protocol'];
  const scheme =
    typeof protocol !== 'string' || host.includes('://') ? '' : `${protocol.replace(/:?(?:\/\/)?$/, '')}://`;
  const port = isAbsent(url['port']) || url['port'] === '' ? '' : `:${String(url['port'])}`;
  const values = new Map(pairsOf(url['variable'], `${name}.variable`, fill, recording));
  const segments = (
    Array.isArray(url['path']) ? url['path'] : joined(url['path'], '/').replace(/^\//, '').split('/')
  ).map((segment: unknown) => {
    const text = isFields(segment) ? String(segment['value'] ?? '') : String(segment);
    if (!/^:./.test(text)) return text;
    // One without a value is somebody's to give: a placeholder, as those of the collection are.
    return values.get(text.slice(1)) || `{{${text.slice(1)}}}`;
  });
  const query = pairsOf(url['query'], `${name}.query`, fill, recording).map(
    ([key, value]) => `${key}=${value}`,
  );
  const path = segments.length === 0 ? '' : `/${segments.join('/')}`;
  return (
    fill(`${scheme}${host}${port}${path}`) +
    (query.length === 0 ? '' : `?${query.join('&').replaceAll(' ', '%20')}`)
  );
}

function joined(parts: unknown, by: string): string {
  return Array.isArray(parts) ? parts.map(String).join(by) : isAbsent(parts) ? '' : String(parts);
}

type SentBody = Pick<ExchangeRequest, 'body' | 'bodyUnknown'> & { readonly type?: string };

const NONE: SentBody = { body: undefined };
/** Files are named, not kept, and the text between the parts of a form is not either. */
const UNKNOWN: SentBody = { body: undefined, bodyUnknown: true };

/** With the content-type that Postman sends where no header says another; neither of its files tells that one. */
function bodyOf(stored: unknown, name: string, fill: Fill, recording: RecordingPlace): SentBody {
  if (isAbsent(stored)) return NONE;
  if (!isFields(stored)) return refuseKind(stored, 'an object', name, recording);
  const mode = optionalTextAt(stored, 'mode', `${name}.mode`, recording);
  if (mode === undefined || stored['disabled'] === true) return NONE;
  if (mode === 'raw') {
    const raw = optionalTextAt(stored, 'raw', `${name}.raw`, recording);
    return {
      body: requestBody(raw && fill(raw)),
      ...(language(stored) === 'json' && { type: 'application/json' }),
    };
  }
  if (mode === 'urlencoded') {
    const pairs = pairsOf(stored['urlencoded'], `${name}.urlencoded`, fill, recording);
    return {
      body: requestBody(String(new URLSearchParams(pairs))),
      type: 'application/x-www-form-urlencoded',
    };
  }
  if (mode === 'graphql') {
    const graphql = objectAt(stored, 'graphql', `${name}.graphql`, recording);
    return { body: JSON.stringify(withParsedVariables(graphql)), type: 'application/json' };
  }
  return UNKNOWN;
}

function language({ options }: Fields): unknown {
  const raw = isFields(options) ? options['raw'] : undefined;
  return isFields(raw) ? raw['language'] : undefined;
}

/** The variables are kept as text, and sent as an object. */
function withParsedVariables({ query, variables, operationName }: Fields): object {
  if (typeof variables !== 'string') return { query, operationName, variables };
  try {
    return {
      query,
      operationName,
      variables: variables.trim() === '' ? {} : (JSON.parse(variables) as unknown),
    };
  } catch {
    return { query, operationName, variables: {} };
  }
}
