import type { CheckId, Finding, Severity } from '../finding.ts';
import { fingerprintOf } from '../judge/fingerprint.ts';
import { shorten } from '../printable.ts';
import type { Waiver } from './waiver.ts';

/**
 * A finding about a waiver. A warning by default: the finding that it no longer covers fails the run by itself, in its
 * own severity, and an untidy list of waivers says nothing about the API.
 */
export function waiverFinding(
  waiver: Waiver,
  check: CheckId,
  message: string,
  severity: Severity = 'warning',
): Finding {
  const { place, fingerprint, reason, owner, expires } = waiver;
  return {
    check,
    severity,
    message,
    method: '',
    url: '',
    status: 0,
    target: 'response',
    spec: place,
    received: shorten(`${fingerprint} of ${owner}, expires ${expires}: ${reason}`),
    recording: { file: place.file, index: Number(place.pointer.slice(1)) },
    fingerprint: fingerprintOf({
      check,
      subject: fingerprint,
      status: 0,
      target: 'response',
    }),
  };
}
