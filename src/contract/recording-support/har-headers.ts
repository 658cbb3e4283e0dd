import { addHeader, type HeaderMap, noHeaders } from '../exchange.ts';
import { isFields } from './fields.ts';

/**
 * Reads HAR's lists of headers, one after the other. Clients send the same headers each time: where a list says what
 * the one before said, it is the same map.
 */
export function harHeaders(): (list: unknown) => HeaderMap {
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

  return (list) => {
    if (!Array.isArray(list)) return noHeaders();
    if (isSame(list)) return map;
    const fields = list.filter(isFields);
    names = fields.map((field) => field['name']);
    values = fields.map((field) => field['value']);
    map = headersOf(names, values);
    return map;
  };
}

/** HTTP/2's pseudo headers (`:path`) are no header fields. */
function headersOf(names: readonly unknown[], values: readonly unknown[]): HeaderMap {
  const map = noHeaders();
  for (let index = 0; index < names.length; index += 1) {
    const name = String(names[index]);
    if (!name.startsWith(':')) addHeader(map, name, String(values[index]));
  }
  return map;
}
