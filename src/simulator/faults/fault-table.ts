import * as answers from './answer-faults.ts';
import * as connections from './connection-faults.ts';
import type { Fault, FaultName } from './fault.ts';
import * as fields from './field-faults.ts';
import { type RefusalName, refusals } from './refusals.ts';

/** All faults, by name. */
export const faults: Readonly<Record<FaultName, Fault>> = {
  delay: connections.delay,
  drip: connections.drip,
  silence: connections.silence,
  stall: connections.stall,
  reset: connections.reset,
  cut: connections.cut,
  truncation: answers.truncation,
  'empty-body': answers.emptyBody,
  'not-json': answers.notJson,
  'wrong-content-type': answers.wrongContentType,
  'html-page': answers.htmlPage,
  'missing-header': answers.missingHeader,
  'bad-header': answers.badHeader,
  redirect: answers.redirect,
  'undocumented-status': answers.undocumentedStatus,
  'gzip-bomb': connections.gzipBomb,
  'undocumented-field': fields.undocumentedField,
  'bad-enum': fields.badEnum,
  'missing-field': fields.missingField,
  'null-field': fields.nullField,
  'bad-date': fields.badDate,
  'bad-request': refusing('bad-request'),
  'bad-key': refusing('bad-key'),
  unauthorized: refusing('unauthorized'),
  'no-credits': refusing('no-credits'),
  'budget-exceeded': refusing('budget-exceeded'),
  'team-budget-exceeded': refusing('team-budget-exceeded'),
  'feature-disabled': refusing('feature-disabled'),
  'not-found': refusing('not-found'),
  conflict: refusing('conflict'),
  unprocessable: refusing('unprocessable'),
  'rate-limited': refusing('rate-limited'),
  'rate-limited-bare': refusing('rate-limited-bare'),
  'internal-error': refusing('internal-error'),
  'internal-error-service': refusing('internal-error-service'),
  'bad-gateway': refusing('bad-gateway'),
  overloaded: refusing('overloaded'),
  'deadline-exceeded': refusing('deadline-exceeded'),
};

/** As documented, so that nothing but the client has anything to notice. */
function refusing(name: RefusalName): Fault {
  const { refusal } = refusals[name];
  return {
    name,
    does: `The request is answered with the error of the scenario \`${name}\`.`,
    foundBy: 'client',
    parameters: [],
    processed: false,
    apply: (_answer, _parameters, refuse) => ({ answer: refuse(refusal), wire: { kind: 'whole' } }),
  };
}
