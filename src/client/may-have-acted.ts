/**
 * Can a server that answers with this status have done what it was asked? A 4xx is a refusal, but for 408, which
 * leaves it open; of the 5xx only an overload is published as "not processed". When in doubt: it can.
 */
export function mayHaveActed(status: number, tag?: string): boolean {
  return status < 400 || status === 408 || (status >= 500 && tag !== 'SERVICE_OVERLOADED');
}
