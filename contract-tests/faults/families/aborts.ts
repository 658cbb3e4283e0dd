import type { ExaClient } from 'exa-enrichments';
import type { Family, Fault, Scene } from '../fault.ts';
import { REF } from '../try-fault.ts';
import { broken } from '../wire/broken.ts';
import { endless, head, json, ok } from '../wire/replies.ts';
import { STALL } from '../wire/steps.ts';

/** Far longer than an abort may take to be noticed. */
const PATIENT = { timeout: 60_000, totalTimeout: 60_000 };
const AT_ONCE = [0, 10_000] as const;
const A_MOMENT_MS = 100;

/** Cancels, and aborts a moment after so many requests have arrived. */
function abortAfter(requests: number): (exa: ExaClient, scene: Scene) => Promise<unknown> {
  return (exa, { server, controller }) => {
    void server.received(requests).then(() => setTimeout(() => controller.abort('enough'), A_MOMENT_MS));
    return exa.cancel(REF, { signal: controller.signal });
  };
}

function aborted(fault: string, answers: Fault['answers'], attempts = 1, may = true): Fault {
  return {
    fault,
    ...(answers && { answers }),
    client: PATIENT,
    call: abortAfter(attempts),
    want: { outcome: 'aborted', attempts, may, ms: AT_ONCE },
  };
}

export const aborts: Family = {
  family: 'Aborts',
  faults: [
    {
      fault: 'before the call',
      call: (exa, { controller }) => {
        controller.abort();
        return exa.cancel(REF, { signal: controller.signal });
      },
      want: { outcome: 'aborted', attempts: 0, may: false },
    },
    {
      fault: 'in the same turn as the call',
      call: (exa, { controller }) => {
        const call = exa.cancel(REF, { signal: controller.signal });
        controller.abort();
        return call;
      },
      want: { outcome: 'aborted', attempts: 1, may: true, requests: 'any' },
    },
    aborted('while no answer comes', [broken.silence]),
    aborted('within the headers', [['HTTP/1.1 200 OK\r\ncontent-', STALL]]),
    aborted('within the body', [broken.stall]),
    aborted('within a body that keeps coming, slowly', [
      function* () {
        yield head(200);
        for (const blank of endless(' ')) {
          yield blank;
          yield 10;
        }
      },
    ]),
    aborted('within the body of an error', [[head(500, { 'content-length': '500' }), '{', STALL]]),
    aborted('within the backoff after a reset', [broken.reset]),
    aborted('while it waits as asked', [json(503, {}, { 'retry-after': '50' })]),
    aborted(
      'while it waits as asked, and nothing was processed',
      [json(429, {}, { 'retry-after': '50' })],
      1,
      false,
    ),
    aborted('within the second attempt', [broken.reset, [STALL]], 2),
    {
      fault: 'while the function for the key is asked',
      client: { ...PATIENT, apiKey: () => new Promise<string>(() => {}) },
      call: (exa, { controller }) => {
        setTimeout(() => controller.abort(), A_MOMENT_MS);
        return exa.cancel(REF, { signal: controller.signal });
      },
      want: { outcome: 'aborted', attempts: 0, may: false, ms: AT_ONCE },
    },
    {
      fault: 'after the call was settled',
      call: async (exa, { controller }) => {
        const result = await exa.cancel(REF, { signal: controller.signal });
        controller.abort();
        return result;
      },
      want: { outcome: 'ok pending' },
    },
    {
      fault: 'with a reason that is not an error and can not be printed',
      answers: [broken.silence],
      client: PATIENT,
      call: (exa, { server, controller }) => {
        void server.received(1).then(() => controller.abort(Object.create(null)));
        return exa.cancel(REF, { signal: controller.signal });
      },
      want: { outcome: 'aborted', attempts: 1, may: true, ms: AT_ONCE },
    },
    {
      fault: 'by AbortSignal.timeout',
      answers: [broken.silence],
      client: PATIENT,
      call: (exa) => exa.cancel(REF, { signal: AbortSignal.timeout(300) }),
      want: { outcome: 'aborted', attempts: 1, may: true, ms: [295, 10_000] },
    },
    {
      fault: 'of a wait, between two reads',
      client: PATIENT,
      call: (exa, { server, controller }) => {
        void server.received(1).then(() => setTimeout(() => controller.abort(), A_MOMENT_MS));
        return exa.cancelAndWait(REF, { signal: controller.signal, pollInterval: 50_000 });
      },
      want: { outcome: 'aborted', attempts: 1, may: true, ms: AT_ONCE },
    },
    {
      fault: 'of a wait, within a read',
      answers: [ok(), [STALL]],
      client: PATIENT,
      call: (exa, { server, controller }) => {
        void server.received(2).then(() => controller.abort());
        return exa.cancelAndWait(REF, { signal: controller.signal, pollInterval: 10 });
      },
      want: { outcome: 'aborted', attempts: 2, may: true, ms: AT_ONCE },
    },
    {
      fault: 'through the raw client, within the body',
      answers: [broken.stall],
      client: PATIENT,
      call: (exa, { server, controller }) => {
        void server.received(1).then(() => setTimeout(() => controller.abort(), A_MOMENT_MS));
        return exa.raw.GET('/v0/websets/{webset}/enrichments/{id}', {
          params: { path: { webset: 'w', id: 'e' } },
          signal: controller.signal,
        });
      },
      want: { outcome: 'aborted', attempts: 1, may: false, ms: AT_ONCE },
    },
  ],
};
