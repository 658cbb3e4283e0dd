/**
 * Replaces each of the texts wherever it stands: however many they are, in time that grows with the length of what is
 * looked through. Of texts that overlap there nothing is left.
 */
export function replacerOf(texts: Iterable<string>, replacement: string): (text: string) => string {
  const sought = new Set(texts);
  sought.delete('');
  if (sought.size === 0) return (text) => text;
  const longestFirst = [...sought].sort((a, b) => b.length - a.length);
  const shortest = longestFirst.at(-1)?.length ?? 0;
  const lengths = new Map<string, Set<number>>();
  for (const each of longestFirst) {
    const beginning = each.slice(0, shortest);
    lengths.set(beginning, (lengths.get(beginning) ?? new Set()).add(each.length));
  }
  const lengthAt = (text: string, at: number): number => {
    for (const length of lengths.get(text.slice(at, at + shortest)) ?? []) {
      if (sought.has(text.slice(at, at + length))) return length;
    }
    return 0;
  };
  return (text) => {
    let replaced = '';
    let end = 0;
    for (let at = 0; at + shortest <= text.length; at += 1) {
      const length = lengthAt(text, at);
      if (length === 0) continue;
      if (at >= end) replaced += text.slice(end, at) + replacement;
      end = Math.max(end, at + length);
    }
    return replaced + text.slice(end);
  };
}
