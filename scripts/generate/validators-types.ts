import { HEADER } from './header.ts';

/** Types of the contract run's validators: by schema id, whether a value fits. */
export const VALIDATORS_TYPES: string = `${HEADER}export declare const validators: Readonly<Record<string, (value: unknown) => boolean>>;
`;

/** Types of the lean validators: every error, in ajv's words, without its place. */
export const CLIENT_VALIDATORS_TYPES: string = `${HEADER}import type { components } from './schema.js';

export interface ValidationError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message: string;
}
export interface Validator<T> {
  (value: unknown): value is T;
  errors?: readonly ValidationError[];
}
`;

export function clientValidatorsTypes(exports: Readonly<Record<string, string>>): string {
  return Object.keys(exports)
    .map((name) => {
      const type = `components['schemas']['${name.replace(/^validate/, '')}']`;
      return `export declare const ${name}: Validator<${type}>;\n`;
    })
    .join('');
}
