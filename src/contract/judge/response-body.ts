import type { Body } from '../exchange.ts';

/** Whether a body with at least one byte came. */
export function hasBody(body: Body): boolean {
  return body !== undefined && body.length > 0;
}
