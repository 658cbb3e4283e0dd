import { isDateTime } from '../../src/contract/description/schemas/date-time.ts';

/** The formats that the fragment uses; generation fails on one that is not here. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = { 'date-time': isDateTime };
