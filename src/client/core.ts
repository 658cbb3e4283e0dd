import type { Client, ClientOptions as HttpOptions } from 'openapi-fetch';
import type { paths } from '../../generated/schema.js';
import type { Gate } from './gate.ts';
import type { Limits } from './limits.ts';
import type { Logger } from './logger.ts';
import type { Notify } from './notify.ts';
import type { Fetch } from './options.ts';
import type { Runtime } from './runtime.ts';

/** The typed HTTP client that builds the requests. */
export type Http = Client<paths>;

/** What a client is made of, checked and ready. The key is in none of it, but behind a function. */
export interface Core {
  readonly runtime: Runtime;
  readonly baseUrl: string;
  readonly http: Http;
  /** What `http` was made with, but for its {@link Draft}. */
  readonly httpOptions: HttpOptions;
  readonly fetch: Fetch | undefined;
  /** Shared by all runs of `cancelMany`: by default a key may make 10 requests a second (published). */
  readonly gate: Gate;
  readonly limits: Limits;
  key(): string | Promise<string>;
  /** The header that carries the key. */
  authorization(key: string): Record<string, string>;
  readonly notify: Notify | undefined;
  readonly logger: Logger | undefined;
}
