/** One thing that a recording can show. */
export interface Mark {
  readonly text: string;
  readonly seen: boolean;
  /** Why no recording is asked to show it. */
  readonly reason?: string;
}

/** Gives the mark of a point; undefined for none. */
export type MarkOf = (text: string, point: number | undefined) => Mark | undefined;
