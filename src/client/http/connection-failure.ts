import { ConnectionError } from '../errors.ts';

/** What is known of a kind of failure: by the code, the system call and the words of an error or of what caused it. */
interface Kind {
  readonly pattern: RegExp;
  readonly advice: string;
  /** Could it be better a moment later? */
  readonly passing: boolean;
}

/** Kinds of failure in which no request can have left, the surest sign first. */
const NOT_SENT: readonly Kind[] = [
  {
    pattern: /^ERR_NOCK|^UND_MOCK_ERR|\bNock: |\[MSW\] Cannot bypass|MockNotMatched/m,
    advice: 'No mock matches the request: add one.',
    passing: false,
  },
  {
    pattern:
      /^(CERT_|CRL_|ERR_TLS_CERT|DEPTH_ZERO_SELF|SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE))|invalid peer certificate/m,
    advice:
      'The certificate of the server is not trusted here: if a proxy or a server of your own has made it, set NODE_EXTRA_CA_CERTS to the file of its authority.',
    passing: false,
  },
  {
    pattern:
      /^ERR_SSL_(WRONG_VERSION|PACKET_LENGTH|HTTP_REQUEST|UNSUPPORTED_PROTOCOL|NO_|.*(UNRECOGNIZED_NAME|HANDSHAKE_FAILURE|PROTOCOL_VERSION|UNKNOWN_CA|_CERT))/m,
    advice:
      'No TLS could be agreed on: check the host and port of `baseUrl`, and whether a client certificate is wanted.',
    passing: false,
  },
  {
    // Node's own `fetch` shows a 407 to nobody: it is the one failure of which it says nothing at all.
    pattern: /proxy authentication required|Proxy response \((4\d\d)\)|^ fetch failed\n \n (?![\s\S])/im,
    advice: 'The proxy lets nothing through: check its user and password.',
    passing: false,
  },
  {
    // Each has a `Request` of its own, and takes that of the platform for an address.
    pattern: /^ERR_INVALID_URL |\[object Request\]|Only absolute URLs are supported/m,
    advice:
      'A `fetch` that does not take the `Request` of the platform, such as that of the package undici, has to be given its parts: `(request, init) => fetch(request.url, { ...init, method: request.method, headers: request.headers, redirect: request.redirect })`.',
    passing: false,
  },
  {
    pattern: /^ bad port|^ unknown scheme|\bunknown scheme\b/m,
    advice: '`fetch` refuses to go there: check the port of `baseUrl`.',
    passing: false,
  },
  {
    pattern:
      /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT connect|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)|client error \(Connect\)|before secure TLS connection|Proxy response \(5/m,
    advice: 'Check the network, or try again.',
    passing: true,
  },
];

/** What engines say of a mistake in a program, and of nothing that happens on a network. */
const MISTAKE =
  /^(Reference|Syntax)Error|^TypeError .*(is not (a function|defined|iterable|a constructor|an object|an Object)|Cannot (read|set|destructure)|can't access property|undefined is not|null is not)/m;

/** What may be known of a rejection besides itself. */
export interface Circumstances {
  /** Of a `fetch` that was given: whether it threw, and did not reject, as one that works never does. */
  readonly threw?: boolean;
  /** It failed before anything could have come over a network. */
  readonly atOnce?: boolean;
  /** Something to add about the surroundings. */
  readonly hint?: string | undefined;
}

/** What a `fetch`, or the reading of a body, rejected with, as an error of ours. */
export function connectionFailure(
  rejection: unknown,
  { threw = false, atOnce = threw, hint = '' }: Circumstances = {},
): ConnectionError {
  const cause = plainCause(rejection);
  const errors = chainOf(rejection);
  const signs = errors.map(({ code, syscall, message }) => `${code} ${syscall}\n ${message}`).join('\n');
  const kind = NOT_SENT.find(({ pattern }) => pattern.test(signs));
  const said =
    errors.find(({ code }) => code)?.code ||
    errors.findLast(({ message }) => message)?.message ||
    cause.message;
  const isMistake = !kind && errors.some(({ name, message }) => MISTAKE.test(`${name} ${message}`));
  if (isMistake || (threw && !kind)) {
    const when = atOnce ? ' before anything was sent' : '';
    return new ConnectionError(
      `the \`fetch\` that was given failed${when} (${said}). Mend it: see the cause.`,
      {
        cause,
        passing: false,
        mayHaveSucceeded: !atOnce,
      },
    );
  }
  const { advice = 'Check the network, or try again.', passing = true } = kind ?? {};
  return new ConnectionError(`no complete answer came (${said}). ${advice}${hint && ` ${hint}`}`, {
    cause,
    passing,
    mayHaveSucceeded: !kind,
  });
}

interface Facts {
  readonly name: string;
  readonly code: string;
  readonly syscall: string;
  readonly message: string;
}

/** An error and what caused it, from the outside in: `fetch` says no more than "fetch failed". */
function chainOf(rejection: unknown): Facts[] {
  const chain: Facts[] = [];
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const visit = (error: unknown, depth: number): void => {
    const { name, code, syscall, message, cause, errors } = Object(error);
    chain.push({ name: text(name), code: text(code), syscall: text(syscall), message: text(message) });
    if (depth === 0) return;
    if (Array.isArray(errors)) for (const one of errors.slice(0, 9)) visit(one, depth - 1);
    if (cause) visit(cause, depth - 1);
  };
  try {
    visit(rejection, 4);
  } catch {
    // Somebody else's object may throw at any touch.
  }
  return chain;
}

/**
 * A copy of somebody else's error: its texts and its plain fields, causes included. The original may hold on to the
 * request, and so to the key; and a copy can be redacted without touching what is not ours.
 */
export function plainCause(original: unknown, depth = 4): Error {
  try {
    return copied(original, depth);
  } catch {
    return new Error('of a kind that can not be read');
  }
}

function copied(original: unknown, depth: number): Error {
  const { name, message, stack, cause, constructor: kind } = Object(original);
  const isNamed = original instanceof Object && typeof message !== 'string' && typeof kind?.name === 'string';
  const copy = new Error(isNamed ? `an object of the kind ${kind.name}` : String(message ?? original));
  for (const [field, value] of Object.entries(Object(original))) {
    if (typeof value === 'string' || typeof value === 'number') Object.assign(copy, { [field]: value });
  }
  if (typeof name === 'string') copy.name = name;
  if (typeof stack === 'string') copy.stack = stack;
  if (cause && depth > 0) copy.cause = plainCause(cause, depth - 1);
  return copy;
}
