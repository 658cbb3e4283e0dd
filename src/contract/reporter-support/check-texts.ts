import type { CheckId } from '../finding.ts';

/** What each check claims, in a sentence that holds when nothing is wrong. */
export const CHECK_TEXTS: Readonly<Record<CheckId, string>> = {
  'undocumented-operation': 'Every call is of an operation that the description has.',
  'status-code-conformance': 'A response has a status that is documented for its operation.',
  'content-type-conformance': 'A response has a media type that is documented for its status.',
  'response-headers-conformance': 'Required headers are there, and documented ones have documented values.',
  'response-schema-conformance': 'The body of a response is what its schema says.',
  'malformed-body': 'The body of a JSON response is JSON that every parser reads alike.',
  'undocumented-property': 'The body of a response has no property that no schema names.',
  'undocumented-parameter': 'A request has no parameter that the description does not have.',
  'request-conformance': 'A request has the parameters, the credentials and the body that are documented.',
  'check-crashed': 'Every check could run.',
  'recorded-credential': 'No recording holds what looks like a real key.',
  'outdated-recording': 'No recording is older than it may be.',
  'expired-waiver': 'No waiver is past its last day.',
  'unused-waiver': 'Every waiver covers a finding.',
};
