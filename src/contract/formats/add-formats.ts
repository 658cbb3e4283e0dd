import type { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { isDateTime } from './date-time.ts';

/** The formats of ajv-formats, with date-time in the strict reading of RFC 3339. */
export function addFormatsTo(ajv: Pick<Ajv, 'addFormat'>): void {
  addFormats.default(ajv as Ajv);
  ajv.addFormat('date-time', isDateTime);
}
