import type { ClientOptions, ExaClient } from 'exa-enrichments';
import type { Answer, RawServer } from './wire/raw-server.ts';

/** One fault, and what the client has to make of it. */
export interface Fault {
  /** What is wrong, in a few words. */
  readonly fault: string;
  /** What the server does: by a function, where it remembers anything. Default: answers each request as it should. */
  readonly answers?: readonly Answer[] | ((scene: Scene) => readonly Answer[] | Promise<readonly Answer[]>);
  /** What kind of server it is. Default: one without TLS. */
  readonly serve?: (answers: readonly Answer[]) => Promise<RawServer>;
  /** What the client is made with, besides a key, the server's address and an attempt timeout of 10 s. */
  readonly client?: ClientOptions | ((scene: Scene) => ClientOptions);
  /** What is called. Default: a cancel, with the scene's signal. A text that it resolves with is the outcome. */
  readonly call?: (exa: ExaClient, scene: Scene) => Promise<unknown>;
  readonly want: Want;
}

export interface Want {
  /** `ok pending`, say, or the code of the error with its phase, reason or status: `timeout body`. */
  readonly outcome: string;
  /** Of the error: how many requests it says were sent. */
  readonly attempts?: number | 'any';
  /** Of the error: `mayHaveSucceeded`. */
  readonly may?: boolean;
  /** How many requests reached the server. Default: as many as `attempts`, or one. */
  readonly requests?: number | 'any';
  /** How long the client may take to let go of connections afterwards, in milliseconds. Default 3 s. */
  readonly letGo?: number;
  /** How long it took, in milliseconds: at least, at most. Default: at most 20 s. */
  readonly ms?: readonly [least: number, most: number];
  /** What its message has to say: the cause, or what to do. */
  readonly says?: RegExp;
  /** Other fields of the error or the result. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Whatever else has to hold; returns what does not. */
  readonly also?: (scene: Scene) => string | undefined;
}

/** What a fault plays on. */
export interface Scene {
  /** The server that the client talks to. */
  readonly server: RawServer;
  /** Another one. Whatever happens, nobody may talk to it. */
  readonly elsewhere: RawServer;
  readonly controller: AbortController;
}

/** What happened. */
export interface Result {
  readonly fault: string;
  readonly outcome: string;
  readonly attempts: number | undefined;
  readonly may: boolean | undefined;
  readonly requests: number;
  readonly ms: number;
  /** Whether it was tried again with nothing beside it. */
  readonly again?: boolean;
  /** In what way that is not what was wanted; empty if it is. */
  readonly complaints: readonly string[];
}

/** Faults of one kind. */
export interface Family {
  readonly family: string;
  readonly faults: readonly Fault[];
  /** Measure memory or handles of the process, so that nothing else may run beside them. */
  readonly alone?: 'first' | 'last';
}
