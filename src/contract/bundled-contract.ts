import { fits } from '../../generated/fits.js';
import { description } from '../../generated/operations.js';
import { shapes } from '../../generated/shapes.js';
import { validators } from '../../generated/validators.js';
import type { Contract } from './contract.ts';

/** The contract of the fragment that comes with this package, compiled ahead. */
export const bundledContract: Contract = { ...description, shapes, validators, fits };
