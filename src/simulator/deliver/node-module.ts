import { SimulatorOptionError } from '../options/value-checks.ts';

interface NodeModules {
  readonly 'node:http': typeof import('node:http');
  readonly 'node:zlib': typeof import('node:zlib');
}

/**
 * A module of Node, asked for when it is needed, and by no import: a bundler for browsers would stumble over one
 * even where it is never run.
 *
 * @throws {SimulatorOptionError} where there is no Node.
 */
export function nodeModule<Name extends keyof NodeModules>(name: Name): NodeModules[Name] {
  const found = globalThis.process?.getBuiltinModule?.(name);
  if (found === undefined)
    throw new SimulatorOptionError('listen() needs Node 20.16 or newer; use fetch here');
  return found as NodeModules[Name];
}
