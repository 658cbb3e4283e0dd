import { resolve } from 'node:path';
import type { Contract } from '../contract.ts';
import { type VerifyExchangeOptions, verifyExchange } from '../contract-run.ts';
import { anExchange, type ExchangeParts } from '../exchange.test-support.ts';
import type { Finding } from '../finding.ts';
import { compileDescription } from './compile.ts';

/** Compiles the first of some files, which exist only in memory. */
export function compileFiles(files: Readonly<Record<string, string>>): Promise<Contract> {
  const readText = async (path: string): Promise<string> => {
    const name = Object.keys(files).find((file) => resolve('/', file) === path);
    if (name === undefined) throw Object.assign(new Error(`no file ${path}`), { code: 'ENOENT' });
    return files[name] as string;
  };
  return compileDescription(resolve('/', Object.keys(files)[0] as string), { relativeTo: '/', readText });
}

/** Compiles a description that is given as an object; what every description needs is added. */
export function compileObject(description: Readonly<Record<string, unknown>>): Promise<Contract> {
  const whole = { openapi: '3.1.1', info: { title: 'T', version: '1' }, ...description };
  return compileFiles({ 'openapi.json': JSON.stringify(whole, null, 1) });
}

/** A description with one operation, `GET https://x.test/things/1`, whose 200 body has the given schema. */
export function describing(
  schema: unknown,
  components: Readonly<Record<string, unknown>> = {},
  openapi = '3.1.1',
): Promise<Contract> {
  const content = { 'application/json': { schema } };
  return compileObject({
    openapi,
    paths: {
      '/things/{id}': {
        get: { operationId: 'get-thing', responses: { 200: { description: 'ok', content } } },
      },
    },
    components: { schemas: components },
  });
}

const A_THING = { method: 'GET', url: 'https://x.test/things/1', requestHeaders: {} };

/** `check dataPath` of every finding about an answer with this body. */
export function toldOf(contract: Contract, body: unknown, options?: VerifyExchangeOptions): string[] {
  return toldOfExchange(contract, { ...A_THING, body }, options);
}

export function toldOfExchange(
  contract: Contract,
  parts: ExchangeParts,
  options?: VerifyExchangeOptions,
): string[] {
  const findings = verifyExchange(contract, anExchange(parts), options);
  return findings.map(({ check, dataPath }) => (dataPath === undefined ? check : `${check} ${dataPath}`));
}

export function findingsOf(contract: Contract, body: unknown): Finding[] {
  return verifyExchange(contract, anExchange({ ...A_THING, body }));
}
