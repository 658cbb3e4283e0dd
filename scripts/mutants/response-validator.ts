import { readFile } from 'node:fs/promises';
import type { Exchange } from 'exa-enrichments/contract';
import type { Judge } from './drift.ts';
import { installPeers } from './peers.ts';

interface Validator {
  validateResponse(status: number, body: unknown): { readonly errors: readonly unknown[] } | undefined;
}

type Constructor = new (options: { responses: unknown; components: unknown }) => Validator;

/**
 * `openapi-response-validator`, fed with what JSON.parse makes of the body: it looks at no header and no request. It is
 * what jest-openapi asks, which itself takes no OpenAPI 3.1. Undefined where it can't be installed.
 */
export async function responseValidator(): Promise<Judge | undefined> {
  const peers = installPeers();
  if (peers === undefined) return undefined;
  const module = peers.require(PACKAGE);
  const OpenAPIResponseValidator: Constructor = module.default ?? module;
  const text = await readFile(new URL('../../generated/openapi.json', import.meta.url), 'utf8');
  const { paths, components } = JSON.parse(text);
  const validators = new Map<string, Validator>();
  for (const [path, item] of Object.entries<Record<string, { responses: Record<string, { $ref?: string }> }>>(
    paths,
  )) {
    for (const [method, { responses }] of Object.entries(item)) {
      // It does not follow a `$ref` to a response.
      const whole = Object.entries(responses).map(([status, response]) => [
        status,
        response.$ref === undefined ? response : components.responses[response.$ref.split('/').at(-1) ?? ''],
      ]);
      const validator = new OpenAPIResponseValidator({ responses: Object.fromEntries(whole), components });
      validators.set(`${method.toUpperCase()} ${path}`, validator);
    }
  }
  const complaints = ({ request, response }: Exchange): string[] => {
    const [key] = [...validators.keys()].filter((one) =>
      new RegExp(`^${one.replace(/\{[^}]*\}/g, '[^/]+').replace(' ', ' .*')}$`).test(
        `${request.method} ${request.url}`,
      ),
    );
    try {
      const body: unknown = JSON.parse(Buffer.from(response.body ?? '').toString());
      const found = validators.get(key ?? '')?.validateResponse(response.status, body);
      return found === undefined ? [] : [JSON.stringify(found)];
    } catch {
      return ['JSON.parse'];
    }
  };
  return {
    name: PACKAGE,
    judge: async (exchanges) => exchanges.map(complaints),
  };
}

const PACKAGE = 'openapi-response-validator';
