/** What a parser makes of a text: its value, and where each part begins. */
export interface ParsedText {
  readonly value: unknown;
  /** Offset of the key (or array item), by JSON Pointer. */
  offsets(): ReadonlyMap<string, number>;
}
