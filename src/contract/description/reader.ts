import type { Description } from './description.ts';
import type { LimitationList } from './limitations.ts';
import type { SchemaReader } from './schemas/schema-reader.ts';

/** What every part of reading a description works with. */
export interface DescriptionReader {
  readonly description: Description;
  readonly schemas: SchemaReader;
  readonly limitations: LimitationList;
}
