import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Exchange } from 'exa-enrichments/contract';
import type { Judge } from './drift.ts';

interface Validator {
  validateResponse(status: number, body: unknown): { readonly errors: readonly unknown[] } | undefined;
}

type Constructor = new (options: { responses: unknown; components: unknown }) => Validator;

/**
 * `openapi-response-validator`, fed with what JSON.parse makes of the body: it looks at no header and no request. Not
 * among our dependencies: it is installed when it is asked for, from a lockfile of its own. Undefined where it can't be.
 */
export async function responseValidator(): Promise<Judge | undefined> {
  const OpenAPIResponseValidator = install();
  if (OpenAPIResponseValidator === undefined) return undefined;
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

/** Not a dependency that a tool should look for. */
const PACKAGE = 'openapi-response-validator';

function install(): Constructor | undefined {
  const folder = fileURLToPath(new URL('../../node_modules/.cache/mutants/', import.meta.url));
  const require = createRequire(`${folder}/`);
  const load = (): Constructor => {
    const module = require(PACKAGE);
    return module.default ?? module;
  };
  try {
    return load();
  } catch {
    try {
      mkdirSync(folder, { recursive: true });
      for (const file of ['package.json', 'package-lock.json']) {
        copyFileSync(new URL(`peers/${file}`, import.meta.url), `${folder}/${file}`);
      }
      execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
        cwd: folder,
        stdio: 'ignore',
        timeout: 30_000,
      });
      return load();
    } catch {
      return undefined;
    }
  }
}
