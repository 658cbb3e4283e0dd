import type { Exchange } from '../exchange.ts';
import type { Engine } from '../judge/engine.ts';
import { methodBehind } from '../judge/http-itself.ts';
import { destinationsBy, type VerifyExchangeOptions } from '../judge/judge.ts';
import { serverOfUrl } from '../judge/match/destinations.ts';
import { pathOf } from '../judge/values/request-parts.ts';

/** How near a request came to what a description tells of; `behind`: to an operation that is meant by its own, as GET by HEAD. */
const REACH = { elsewhere: 0, host: 1, basePath: 2, behind: 3, operation: 4 } as const;

/** How good a claim a description has to an exchange. Of two the better one is greater at the first place where they differ. */
type Claim = readonly [
  reach: (typeof REACH)[keyof typeof REACH],
  /** Segments of the base path. */
  depth: number,
  /** Whether it went to a server that was named for this description. */
  isNamed: 0 | 1,
  /** Whether it would be an operation but for the base path. */
  isNear: 0 | 1,
];

interface Claimed {
  readonly claim: Claim;
  /** By a part of the path that a recorder replaced. */
  readonly isGuessed: boolean;
}

/** Of a run with several descriptions. */
interface Side {
  readonly engine: Engine;
  /** URLs of servers that were named for it alone. */
  readonly servers: readonly string[];
}

/** Whose an exchange is. */
export interface Whose {
  /** Places of those with the best claim, in the order given; at least one. */
  readonly places: readonly number[];
  /**
   * `one`: it is theirs. `nobody`: none of them describes it. `several`: all of them do. `undecided`: all of them may, for a
   * recorder replaced a part of the path.
   */
  readonly is: 'one' | 'nobody' | 'several' | 'undecided';
}

/**
 * Tells whose an exchange is: that description's which documents it; of several the one with the longer base path, then the
 * one for which that server was named. What none documents belongs to the one whose server it went to, by the same rule.
 */
export function whoseExchange(
  sides: readonly Side[],
  options: VerifyExchangeOptions,
): (exchange: Exchange) => Whose {
  const claims = sides.map((side) => claimsOf(side, options));
  return (exchange) => {
    const claimed = claims.map((claim) => claim(exchange));
    const all = claimed.map(({ claim }) => claim);
    const best = all.reduce((one, other) => (compare(other, one) > 0 ? other : one));
    const places = [...all.keys()].filter((place) => compare(all[place] as Claim, best) === 0);
    const [reach] = best;
    if (places.length > 1 && reach >= REACH.behind)
      return { places, is: places.some((place) => claimed[place]?.isGuessed) ? 'undecided' : 'several' };
    return { places, is: places.length > 1 || reach === REACH.elsewhere ? 'nobody' : 'one' };
  };
}

function compare(one: Claim, other: Claim): number {
  for (const [at, value] of one.entries()) {
    const difference = value - (other[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function claimsOf(
  { engine, servers }: Side,
  options: VerifyExchangeOptions,
): (exchange: Exchange) => Claimed {
  const destinationOf = destinationsBy(engine, {
    ...options,
    servers: [...(options.servers ?? []), ...servers],
  });
  const named = servers.map(serverOfUrl);
  return ({ request }) => {
    const { method, url } = request;
    const { host, kind, match, basePaths, basePath } = destinationOf(url);
    const behind = options.strict ? method : methodBehind(request);
    const isNear = basePath(behind, url) === undefined ? 0 : 1;
    if (kind !== 'server') return sure([REACH.elsewhere, 0, 0, isNear]);
    const path = pathOf(url);
    const isNamed = (depth: number): 0 | 1 =>
      named.some((server) => server.host === host && depthOf(server.basePath, path) === depth) ? 1 : 0;
    const direct = match(method, url);
    const found = direct ?? match(behind, url);
    if (found !== undefined) {
      // What is left of the path is the operation's own.
      const depth = Math.max(0, path.split('/').length - found.operation.path.split('/').length);
      const reach = direct === undefined ? REACH.behind : REACH.operation;
      return { claim: [reach, depth, isNamed(depth), 0], isGuessed: found.isScrubbed === true };
    }
    const depths = basePaths.flatMap((base) => depthOf(base, path) ?? []);
    if (depths.length === 0) return sure([REACH.host, 0, 0, isNear]);
    const depth = Math.max(...depths);
    return sure([REACH.basePath, depth, isNamed(depth), isNear]);
  };
}

function sure(claim: Claim): Claimed {
  return { claim, isGuessed: false };
}

/** How many segments a base path has; undefined where a path does not begin with it. `{}` in it is a run without slash. */
function depthOf(basePath: string, path: string): number | undefined {
  const segments = basePath.split('/');
  const given = path.split('/');
  const begins = segments.every((segment, at) => {
    const text = given[at];
    return text !== undefined && (segment.includes('{}') ? text !== '' : text === segment);
  });
  return begins ? segments.length - 1 : undefined;
}
