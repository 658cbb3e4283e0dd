import { printable } from '../../contract/printable.ts';
import type { RequestEntry } from '../../simulator/index.ts';

/** Why a page was not let in: the browser tells nobody. */
function refusedPage(method: string, status: number): string | undefined {
  if (status === 421) return 'not by a name of the loopback';
  return method === 'OPTIONS' && status === 403 ? 'a page from elsewhere, see --origin' : undefined;
}

/** `09:30:01.250 200 POST /websets/…/cancel`, and what is special about it. Of the key only whether there was one. */
export function requestLine({ at, status, method, path, key, fault, assumed }: RequestEntry): string {
  const time = new Date(at).toISOString().slice(11, 23);
  const notes = [
    // A preflight never has one.
    key === 'none' && method !== 'OPTIONS' ? 'no key' : undefined,
    fault === undefined ? undefined : `fault ${fault}`,
    assumed === undefined ? undefined : `assumed ${assumed}`,
    refusedPage(method, status),
  ].filter((note) => note !== undefined);
  const special = notes.length === 0 ? '' : ` [${notes.join(', ')}]`;
  return `${time} ${status} ${printable(method)} ${printable(path)}${special}`;
}
