import { readEnvironment } from './environment.ts';

/** Takes a line and its fields: `console` is one. Neither ever holds the API key. */
export interface Logger {
  debug(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
}

/** What was given, else standard error if `EXA_LOG=debug`. `console.debug` would write to standard output. */
export function defaultLogger(): Logger | undefined {
  return readEnvironment('EXA_LOG') === 'debug' ? { debug: console.error, warn: console.error } : undefined;
}
