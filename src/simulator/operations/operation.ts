import type { ErrorAnswer } from '../error-answers.ts';
import type { Simulation } from '../simulation.ts';

/** What the service can answer: a body with its status, or an error that is still to be put in its shape. */
export type ServiceAnswer =
  | {
      readonly status: 200 | 201;
      readonly value: object;
      readonly assumed?: string;
      /** What the request changes, still to be done: a mishap may keep it from taking effect. */
      readonly effect?: () => void;
    }
  | { readonly error: ErrorAnswer; readonly assumed?: string; readonly effect?: never };

/** One request for an operation. */
export interface Call {
  /** The decoded path parameters, by their names in the template. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly contentType: string | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** One operation that the simulator serves. */
export interface SimulatedOperation {
  readonly operationId: string;
  readonly method: 'GET' | 'POST';
  /** The path template, without the base path. */
  readonly path: string;
  /** Answers as if the request had taken effect, and leaves everything as it is. */
  serve(call: Call, simulation: Simulation): ServiceAnswer;
}
