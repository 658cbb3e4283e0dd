import type { ErrorAnswer } from '../error-answers.ts';
import type { Simulation } from '../simulation.ts';

/** What the service can answer: a body with its status, or an error that is still to be put in its shape. */
export type ServiceAnswer =
  | { readonly status: 200 | 201; readonly value: object; readonly assumed?: string }
  | { readonly error: ErrorAnswer; readonly assumed?: string };

/** One request for an operation. */
export interface Call {
  /** The decoded path parameters, by their names in the template. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly contentType: string | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** False: answer as if, but leave everything as it is. */
  readonly takesEffect: boolean;
}

/** One operation that the simulator serves. */
export interface SimulatedOperation {
  readonly operationId: string;
  readonly method: 'GET' | 'POST';
  /** The path template, without the base path. */
  readonly path: string;
  serve(call: Call, simulation: Simulation): ServiceAnswer;
}
