import type { Bounds } from './watched-run.ts';

/** Input that is made to hurt, and what is to become of a command that is given it. */
export interface HostileCase {
  readonly name: string;
  /** Makes the input; resolves with the arguments of the command. */
  make(folder: string): Promise<readonly string[]>;
  readonly exit: number;
  /** In what the command says: its one line on stderr, or its report. */
  readonly says: RegExp;
  readonly bounds: Bounds;
}
