// Generated from openapi/ by `npm run generate`. Do not edit.
import type { components } from './schema.js';

export interface ValidationError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message: string;
}
export interface Validator<T> {
  (value: unknown): value is T;
  errors?: readonly ValidationError[];
}
export declare const validateWebsetEnrichment: Validator<components['schemas']['WebsetEnrichment']>;
