/** The TypeScript type of a piece of plain data, to the letter and read-only. */
export function literalType(value: unknown): string {
  if (Array.isArray(value)) return `readonly [${value.map(literalType).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([key, member]) => `readonly ${JSON.stringify(key)}: ${literalType(member)}`,
    );
    return `{ ${members.join('; ')} }`;
  }
  return JSON.stringify(value);
}
