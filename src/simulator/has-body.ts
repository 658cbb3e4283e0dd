/** Statuses that a response has no body with. */
const BODYLESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** Whether a response to a request by `method` has a body: to HEAD there is none, whatever its headers say. */
export function hasBody(method: string, status: number): boolean {
  return method !== 'HEAD' && !BODYLESS.has(status);
}
