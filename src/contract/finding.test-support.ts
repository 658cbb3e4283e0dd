import type { Finding } from './finding.ts';

/** A finding of a cancel whose status is not documented, but for the given parts. For tests. */
export function aFinding(parts: Partial<Finding> = {}): Finding {
  return {
    check: 'response-schema-conformance',
    severity: 'error',
    message: '/status is not one of the documented values.',
    operationId: 'websets-enrichments-cancel',
    method: 'POST',
    url: 'https://api.exa.ai/websets/v0/websets/webset_1/enrichments/wenrich_1/cancel',
    status: 200,
    target: 'response',
    dataPath: '/status',
    spec: {
      file: 'openapi/components/schemas/WebsetEnrichmentStatus.yaml',
      line: 1,
      column: 1,
      pointer: '/enum',
    },
    received: '"stopped"',
    documented: '"pending", "canceled", "completed"',
    recording: { file: 'cancel.json', index: 0 },
    fingerprint: '0123456789abcdef',
    ...parts,
  };
}
