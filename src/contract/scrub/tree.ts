/** A text within a recording, as a reader sees it, and where the recording has it. */
export interface Leaf {
  readonly kind: 'text';
  /** Without quotes and escapes; of bytes (`isBytes`) each is a character. */
  readonly text: string;
  readonly isBytes?: true;
  /** In the recording, quotes and all. */
  readonly start: number;
  readonly end: number;
}

export interface Members {
  readonly kind: 'members';
  readonly members: readonly (readonly [name: Leaf, value: Part])[];
}

export interface Items {
  readonly kind: 'items';
  readonly items: readonly Part[];
}

/** What a recording is made of: only texts are told, for no number and no literal is a credential. */
export type Part = Leaf | Members | Items | undefined;

/** All texts of a part, without the names of members. */
export function leavesOf(part: Part): readonly Leaf[] {
  if (part === undefined) return [];
  if (part.kind === 'text') return [part];
  return part.kind === 'items'
    ? part.items.flatMap(leavesOf)
    : part.members.flatMap(([, each]) => leavesOf(each));
}

/** The text that is a member of a part. */
export function leafAt(part: Part, ...names: readonly string[]): Leaf | undefined {
  if (part?.kind !== 'members') return undefined;
  const found = part.members.find(([name]) => names.includes(name.text))?.[1];
  return found?.kind === 'text' ? found : undefined;
}

/** What a part says, of its texts. */
export function saidBy(part: Part): unknown {
  if (part === undefined) return null;
  if (part.kind === 'text') return part.text;
  if (part.kind === 'items') return part.items.map(saidBy);
  return Object.fromEntries(part.members.map(([name, each]) => [name.text, saidBy(each)]));
}
