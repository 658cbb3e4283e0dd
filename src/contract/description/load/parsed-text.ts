/** What a parser makes of a text: its value, and where each part begins. */
export interface ParsedText {
  readonly value: unknown;
  /** Offset of the key (or array item) at a JSON Pointer; the parent's where it has none. */
  offsetOf(pointer: string): number;
}
