import { description } from '../../generated/operations.js';
import { schemas } from '../../generated/schemas.js';
import { validators } from '../../generated/validators.js';
import type { Contract } from './contract.ts';

/** The contract of the fragment that comes with this package, compiled ahead. */
export const bundledContract: Contract = { ...description, schemas, validators };
