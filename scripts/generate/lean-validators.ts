import type { ContractData } from '../../src/contract/contract.ts';
import { bundleModule } from './bundle-module.ts';
import { leanSchema } from './lean-schema.ts';

/** Validators as small as they get, each an export of its own, for the bundle of everybody who uses the client. */
export function leanValidatorsModule(
  schemas: ContractData['schemas'],
  exports: Readonly<Record<string, string>>,
): Promise<string> {
  const validators = Object.entries(exports).map(
    ([
      name,
      id,
    ]) => `const rulesOf_${name} = /* @__PURE__ */ rulesOf(${JSON.stringify(leanSchema(id, schemas))});
export function ${name}(value) {
  return (${name}.errors = issuesOf(value, rulesOf_${name})).length === 0;
}
`,
  );
  return bundleModule(`import { issuesOf } from './scripts/generate/issues-of.ts';
import { rulesOf } from './scripts/generate/rules-of.ts';
${validators.join('')}`);
}
