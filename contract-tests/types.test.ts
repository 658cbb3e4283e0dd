import { describe, it } from '@jest/globals';
import { createClient, type Enrichment, type EnrichmentRef, type ExaClient } from 'exa-enrichments';
import { type Exchange, toMatchContract, verifyExchange } from 'exa-enrichments/contract';
import type { components, operations, paths } from 'exa-enrichments/schema';
import { createSimulator, type Simulator } from 'exa-enrichments/simulator';
import { expectTypeOf } from 'expect-type';

type Read = paths['/v0/websets/{webset}/enrichments/{id}']['get'];
type Cancel = paths['/v0/websets/{webset}/enrichments/{id}/cancel']['post'];
type Answer<O extends Cancel | Read, Status extends keyof O['responses']> = O['responses'][Status] extends {
  content: { 'application/json': infer Body };
}
  ? Body
  : never;

// The compiler judges these; at run time they do nothing.
describe('the types', () => {
  it('know the two calls, by path and by operationId', () => {
    expectTypeOf<Cancel>().toEqualTypeOf<operations['websets-enrichments-cancel']>();
    expectTypeOf<Read>().toEqualTypeOf<operations['websets-enrichments-get']>();
  });

  it('want both ids in the path, as strings, and no body', () => {
    expectTypeOf<Cancel['parameters']['path']>().toEqualTypeOf<{ webset: string; id: string }>();
    expectTypeOf<Read['parameters']['path']>().toEqualTypeOf<{ webset: string; id: string }>();
    expectTypeOf<undefined>().toExtend<Cancel['requestBody']>();
    expectTypeOf<Read['requestBody']>().toEqualTypeOf<undefined>();
  });

  it('know every published status, and the bodies of each', () => {
    type Statuses = 200 | 400 | 401 | 402 | 403 | 404 | 409 | 422 | 429 | 500 | 502 | 503 | 504;
    expectTypeOf<keyof Cancel['responses']>().toEqualTypeOf<Statuses>();
    expectTypeOf<keyof Read['responses']>().toEqualTypeOf<Statuses>();
    expectTypeOf<Answer<Cancel, 200>>().toEqualTypeOf<Enrichment>();
    expectTypeOf<Answer<Read, 200>>().toEqualTypeOf<Enrichment>();
    expectTypeOf<Answer<Cancel, 404>>().toEqualTypeOf<components['schemas']['Error']>();
  });

  it('know what an enrichment has: metadata may be missing, four fields may be null', () => {
    expectTypeOf<Enrichment>().toEqualTypeOf<components['schemas']['WebsetEnrichment']>();
    expectTypeOf<Enrichment>().toEqualTypeOf<{
      id: string;
      object: 'webset_enrichment';
      status: 'pending' | 'canceled' | 'completed';
      websetId: string;
      title: string | null;
      description: string;
      format: 'text' | 'date' | 'number' | 'options' | 'email' | 'phone' | 'url' | null;
      options: { label: string }[] | null;
      instructions: string | null;
      metadata?: { [key: string]: string };
      createdAt: string;
      updatedAt: string;
    }>();
  });

  it('take an enrichment by name, so that the two ids can not be swapped', () => {
    expectTypeOf<ExaClient['cancel']>().parameter(0).toEqualTypeOf<EnrichmentRef>();
    expectTypeOf<ExaClient['get']>().parameter(0).toEqualTypeOf<EnrichmentRef>();
    expectTypeOf<EnrichmentRef>().toEqualTypeOf<{ readonly webset: string; readonly enrichment: string }>();
    expectTypeOf<string>().not.toExtend<EnrichmentRef>();
    expectTypeOf<{ webset: string }>().not.toExtend<EnrichmentRef>();
    expectTypeOf<{ webset: string; enrichment: null }>().not.toExtend<EnrichmentRef>();
  });

  it('give an enrichment back, in a promise', () => {
    expectTypeOf<ExaClient['cancel']>().returns.toEqualTypeOf<Promise<Enrichment>>();
    expectTypeOf<ExaClient['get']>().returns.toEqualTypeOf<Promise<Enrichment>>();
    expectTypeOf(createClient).returns.toEqualTypeOf<ExaClient>();
  });

  it('let the fetch of the simulator, and that of the platform, be that of the client', () => {
    type Fetch = NonNullable<NonNullable<Parameters<typeof createClient>[0]>['fetch']>;
    expectTypeOf<Simulator['fetch']>().toExtend<Fetch>();
    expectTypeOf<typeof globalThis.fetch>().toExtend<Fetch>();
    expectTypeOf(createSimulator).returns.toEqualTypeOf<Simulator>();
  });

  it('let a judge take an exchange, and a matcher anything', () => {
    expectTypeOf(verifyExchange).parameter(1).toEqualTypeOf<Exchange>();
    expectTypeOf(toMatchContract).parameter(0).toEqualTypeOf<unknown>();
  });
});
