import type { FaultName } from 'exa-enrichments/simulator';
import { head, json, reply } from './replies.ts';
import { RESET, STALL, type Step } from './steps.ts';

type Broken = Extract<
  FaultName,
  | 'silence'
  | 'reset'
  | 'stall'
  | 'cut'
  | 'empty-body'
  | 'html-page'
  | 'redirect'
  | 'unauthorized'
  | 'not-found'
  | 'internal-error'
  | 'overloaded'
>;

/** More than will ever come. */
const PROMISED = { 'content-length': '500' };

/**
 * What goes wrong here and in the simulator too, by the name that it has there. In bytes, and not over Node's own server,
 * everything else can go wrong as well.
 */
export const broken: Readonly<Record<Broken, readonly Step[]>> = {
  silence: [STALL],
  reset: [RESET],
  stall: [head(200, PROMISED), '{', STALL],
  cut: [head(200, PROMISED), '{', 50, RESET],
  'empty-body': reply(200),
  'html-page': reply(200, '<!doctype html><h1>Log in</h1>', { 'content-type': 'text/html; charset=utf-8' }),
  redirect: reply(302, '', { location: '/' }),
  unauthorized: json(401, {}),
  'not-found': json(404, {}),
  'internal-error': reply(500),
  overloaded: reply(503),
};
