/** What `fetch` rejects with on Node when there is no answer: a TypeError whose cause has the code. */
export function fetchFailed(code: string, text: string): TypeError {
  return new TypeError('fetch failed', { cause: withCode(new Error(text), code) });
}

/** What the body of a response fails with on Node when the connection is lost. */
export function terminated(): TypeError {
  return new TypeError('terminated', { cause: withCode(new Error('other side closed'), 'UND_ERR_SOCKET') });
}

function withCode(error: Error, code: string): Error {
  return Object.assign(error, { code });
}
