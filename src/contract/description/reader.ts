import type { Description } from './description.ts';
import type { LimitationList } from './limitations.ts';
import type { SchemaRegistry } from './schemas.ts';

/** What every part of reading a description works with. */
export interface DescriptionReader {
  readonly description: Description;
  readonly schemas: SchemaRegistry;
  readonly limitations: LimitationList;
}
