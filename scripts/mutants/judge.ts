import type { Exchange } from 'exa-enrichments/contract';

/** What is tried: an exchange, under a name, of a part of it that was changed. */
export interface Change {
  readonly part: string;
  readonly name: string;
  readonly exchange: Exchange;
  /** Before it was changed. */
  readonly original: Exchange;
}

/** Someone who complains of exchanges: what it says of each, in order; nothing where it accepts one. */
export interface Judge {
  readonly name: string;
  judge(exchanges: readonly Exchange[]): Promise<readonly (readonly string[])[]>;
}
