import { badDate } from './bad-date.ts';
import { badEnum } from './bad-enum.ts';
import { badHeader } from './bad-header.ts';
import { cut } from './cut.ts';
import { delay } from './delay.ts';
import { drip } from './drip.ts';
import { emptyBody } from './empty-body.ts';
import type { Fault, FaultName } from './fault.ts';
import { gzipBomb } from './gzip-bomb.ts';
import { htmlPage } from './html-page.ts';
import { missingField } from './missing-field.ts';
import { missingHeader } from './missing-header.ts';
import { notJson } from './not-json.ts';
import { nullField } from './null-field.ts';
import { redirect } from './redirect.ts';
import { reset } from './reset.ts';
import { silence } from './silence.ts';
import { stall } from './stall.ts';
import { truncation } from './truncation.ts';
import { undocumentedField } from './undocumented-field.ts';
import { undocumentedStatus } from './undocumented-status.ts';
import { wrongContentType } from './wrong-content-type.ts';

/** All faults, by name. */
export const faults: Readonly<Record<FaultName, Fault>> = {
  delay,
  drip,
  silence,
  stall,
  reset,
  cut,
  truncation,
  'empty-body': emptyBody,
  'not-json': notJson,
  'wrong-content-type': wrongContentType,
  'html-page': htmlPage,
  'missing-header': missingHeader,
  'bad-header': badHeader,
  redirect,
  'undocumented-status': undocumentedStatus,
  'gzip-bomb': gzipBomb,
  'undocumented-field': undocumentedField,
  'bad-enum': badEnum,
  'missing-field': missingField,
  'null-field': nullField,
  'bad-date': badDate,
};
