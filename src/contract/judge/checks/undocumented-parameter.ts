import type { Contract, Parameter } from '../../contract.ts';
import type { HeaderMap } from '../../exchange.ts';
import { shorten, show } from '../../printable.ts';
import { type Check, type CheckContext, type FindingDraft, NOTHING } from '../check.ts';
import { declaredCredentials } from '../declared-credentials.ts';
import { nearest } from '../explain/nearest.ts';
import type { OperationPlan } from '../operation-plan.ts';
import { decodePercent, queryPairs } from '../values/request-parts.ts';
import { propertyNames } from '../values/text-form.ts';
import { isWellKnownCookie, isWellKnownRequestHeader } from '../well-known-headers.ts';

type Place = 'query' | 'header' | 'cookie';

/**
 * A request has no parameter that the description does not have: a typo, or one that is new. Headers and cookies are sent
 * by all that stands between a client and a server, and so are for information. Not where the server answered 4xx: there
 * the rejection says it.
 */
export const undocumentedParameter: Check = {
  id: 'undocumented-parameter',
  run(context) {
    const { exchange, engine, plan, match } = context;
    // What could not be read may have named it.
    if (match.operation.unread !== undefined || match.operation.wrong !== undefined) return NOTHING;
    const { url, headers } = exchange.request;
    const { status } = exchange.response;
    if (status >= 400 && status < 500) return NOTHING;
    const documented = namesOf(engine.contract, plan);
    const drafts: FindingDraft[] = [];
    if (url.includes('?')) {
      const values = new Map(queryPairs(url));
      for (const name of unknownOf([...values.keys()], documented.query, context)) {
        const received = show(decodePercent(values.get(name) ?? ''));
        drafts.push({ ...draftOf(context, 'query', name, documented), severity: 'warning', received });
      }
    }
    // What they hold is told of none: any may be a credential that nothing documents.
    for (const name of unknownOf(Object.keys(headers), documented.header, context))
      drafts.push(draftOf(context, 'header', name, documented));
    if (headers['cookie'] !== undefined) {
      for (const name of unknownOf(cookieNames(headers), documented.cookie, context))
        drafts.push(draftOf(context, 'cookie', name, documented));
    }
    return drafts.length === 0 ? NOTHING : drafts;
  },
};

/** More of one request are not listed: whoever sends them does not mean the operation. */
const MOST_LISTED = 50;

function unknownOf(names: readonly string[], { has }: Names, { options }: CheckContext): string[] {
  if (names.every(has)) return NONE;
  return names.filter((name) => !has(name) && !options.ignoreParameter(name)).slice(0, MOST_LISTED);
}

const NONE: string[] = [];

function draftOf(
  { match }: CheckContext,
  place: Place,
  name: string,
  documented: DocumentedNames,
): FindingDraft {
  const { list } = documented[place];
  const suggestion = nearest(name, list);
  const what = place === 'cookie' ? 'cookie' : `${place} parameter`;
  return {
    severity: 'info',
    message: `The ${what} ${shorten(name)} is not documented.`,
    target: 'request',
    dataPath: `${place}:${shorten(name)}`,
    spec: match.operation.spec,
    received: `a ${place}`,
    documented: list.length === 0 ? `no such ${place}` : list.join(', '),
    ...(suggestion !== undefined && { suggestion }),
  };
}

function cookieNames(headers: HeaderMap): string[] {
  const names = (headers['cookie'] ?? []).join(';').split(';');
  return [...new Set(names.map((pair) => pair.replace(/=.*$/s, '').trim()))];
}

/** The names that are documented in one place. */
interface Names {
  readonly list: readonly string[];
  has(name: string): boolean;
}

type DocumentedNames = Readonly<Record<Place, Names>>;

const known = new WeakMap<OperationPlan, DocumentedNames>();

function namesOf(contract: Contract, plan: OperationPlan): DocumentedNames {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const credentials = declaredCredentials(contract);
  const inPlace = (place: Place): Parameter[] =>
    plan.operation.parameters.filter((parameter) => parameter.in === place);
  const whole = plan.operation.parameters.find((parameter) => parameter.in === 'querystring');
  const names = {
    query:
      whole === undefined
        ? queryNames(contract, inPlace('query'), credentials.query)
        : wholeNames(contract, whole, credentials.query),
    header: plainNames(
      inPlace('header').map(({ name }) => name.toLowerCase()),
      credentials.header,
      isWellKnownRequestHeader,
    ),
    cookie: plainNames(
      inPlace('cookie').map(({ name }) => name),
      credentials.cookie,
      isWellKnownCookie,
    ),
  };
  known.set(plan, names);
  return names;
}

/** Of a form that is the whole query; what is none has no names. */
function wholeNames(
  contract: Contract,
  { schema, form }: Parameter,
  credentials: ReadonlySet<string>,
): Names {
  const names = schema === null || form === undefined ? undefined : propertyNames(contract, schema);
  // How brackets in names belong to an object is said by its encoding.
  return names === undefined ? ALL : plainNames([...names], credentials, (name) => name.includes('['));
}

const ALL: Names = { list: [], has: () => true };

function plainNames(
  list: readonly string[],
  credentials: ReadonlySet<string>,
  isWellKnown: (name: string) => boolean,
): Names {
  const names = new Set([...list, ...credentials, '']);
  return { list, has: (name) => names.has(name) || isWellKnown(name) };
}

/**
 * An object may be written as parameters of its own, one for each property, or in brackets behind its name; and so are
 * lists by some clients, whatever their style. Source: OpenAPI 3.1.1, "Style Values".
 */
function queryNames(
  contract: Contract,
  parameters: readonly Parameter[],
  credentials: ReadonlySet<string>,
): Names {
  const list = new Set(parameters.map(({ name }) => name));
  for (const { schema, style = 'form', explode = style === 'form', json } of parameters) {
    if (schema === null || json || style !== 'form' || !explode) continue;
    const properties = propertyNames(contract, schema);
    if (properties === undefined) return ALL;
    for (const name of properties) list.add(name);
  }
  const names = new Set([...list, ...credentials, '']);
  const bases = new Set([...list].map((name) => name.replace(/\[\]$/, '')));
  const baseOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf('[')));
  return {
    list: [...list],
    has: (name) => names.has(name) || (name.endsWith(']') && bases.has(baseOf(name))),
  };
}
