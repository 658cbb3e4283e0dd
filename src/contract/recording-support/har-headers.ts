import { addHeader, type HeaderMap, noHeaders, type RecordingPlace } from '../exchange.ts';
import { isAbsent, isFields, refuse, refuseKind } from './fields.ts';

/**
 * Reads HAR's lists of headers, one after the other. Clients send the same headers each time: where a list says what
 * the one before said, it is the same map. Without a list there are no headers; `name` is how an error calls it.
 *
 * The function that is returned throws a RecordingError if its argument is anything else.
 */
export function harHeaders(name: string): (list: unknown, recording: RecordingPlace) => HeaderMap {
  let names: unknown[] = [];
  let values: unknown[] = [];
  let map: HeaderMap = noHeaders();

  const isSame = (list: readonly unknown[]): boolean => {
    if (list.length !== names.length) return false;
    for (let index = 0; index < list.length; index += 1) {
      const field = list[index];
      if (!isFields(field) || field['name'] !== names[index] || field['value'] !== values[index])
        return false;
    }
    return true;
  };

  return (list, recording) => {
    if (isAbsent(list)) return noHeaders();
    if (!Array.isArray(list)) return refuseKind(list, 'a list', name, recording);
    if (isSame(list)) return map;
    const at = list.findIndex((field) => !isHeader(field));
    if (at !== -1) refuse(recording, `${name}[${at}] is not a header: an object with a name and a value`);
    names = list.map((field) => field['name']);
    values = list.map((field) => field['value']);
    map = headersOf(names, values);
    return map;
  };
}

/** A number as a value is what Polly.JS writes where a client gave one; none at all, where it gave none. */
function isHeader(field: unknown): boolean {
  if (!isFields(field) || typeof field['name'] !== 'string') return false;
  const value = field['value'];
  return typeof value === 'string' || typeof value === 'number' || isAbsent(value);
}

/** HTTP/2's pseudo headers (`:path`) are no header fields. */
function headersOf(names: readonly unknown[], values: readonly unknown[]): HeaderMap {
  const map = noHeaders();
  for (let index = 0; index < names.length; index += 1) {
    const name = String(names[index]);
    if (!name.startsWith(':') && !isAbsent(values[index])) addHeader(map, name, String(values[index]));
  }
  return map;
}
