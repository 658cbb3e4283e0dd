import type { Contract, Schema, SchemaId } from '../../contract.ts';
import { parsePlace } from '../../finding.ts';
import { type Fault, type FaultFinder, faultFinder } from '../walk/faults.ts';
import { typeOf } from '../walk/meant.ts';
import { type SaidFault, sayFault } from './say.ts';

/** What is wrong with a value, in words, and where. */
export interface Problem extends SaidFault {
  /** JSON Pointer into the value. */
  readonly path: string;
  readonly spec: string;
  readonly cause: Cause;
  /** What it is told of once a run: see the finding's draft. */
  readonly once?: string;
}

/** What makes two problems the same one: nothing that was received but its type, where that is what is wrong. */
export interface Cause {
  /** Where in values of the schema, without the keys of maps and the indexes of lists. */
  readonly location: string;
  readonly keyword: string;
  readonly name?: string;
  readonly type?: string;
}

const finders = new WeakMap<Contract, FaultFinder>();

export function faultFinderOf(contract: Contract): FaultFinder {
  const finder = finders.get(contract) ?? faultFinder(contract);
  finders.set(contract, finder);
  return finder;
}

/** `subject` is what the messages call the whole value. Empty where the value fits. */
export function explainProblems(contract: Contract, id: SchemaId, value: unknown, subject = ''): Problem[] {
  return problemsOf(faultFinderOf(contract).faults(id, value), contract.schemas, subject);
}

/** Faults in words. */
export function problemsOf(
  faults: readonly Fault[],
  schemas: Contract['schemas'],
  subject: string,
): Problem[] {
  return faults.map((fault) => {
    const spec = placeOf(fault, schemas);
    return {
      ...sayFault(fault, schemas, subject),
      path: fault.path,
      spec,
      cause: causeOf(fault),
      ...(fitsSeveral(fault) && { once: `fits-several ${parsePlace(spec).pointer}` }),
    };
  });
}

/** Alternatives that do not exclude each other: the description's fault, and the same one with each value. */
function fitsSeveral({ keyword, found }: Fault): boolean {
  return keyword === 'oneOf' && typeof found === 'object' && found !== null && 'fitting' in found;
}

/** Where the description says what a fault breaks. */
export function placeOf({ id, keyword }: Fault, schemas: Contract['schemas']): string {
  const { places, spec } = schemas[id] as Schema;
  return places[keyword] ?? spec;
}

function causeOf({ keyword, location, name, value }: Fault): Cause {
  return {
    location,
    keyword,
    ...(name !== undefined && { name }),
    ...(keyword === 'type' && { type: typeOf(value) }),
  };
}
