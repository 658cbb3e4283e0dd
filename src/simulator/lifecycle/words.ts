/** What the title of a canceled enrichment was observed to become. */
export const deprecatedTitle = '[Deprecated]';

/** A title of the observed kind: a few words of what was asked for. */
export function titleFor(description: string): string {
  const words = description
    .replace(/[?.!]+$/, '')
    .split(/\s+/)
    .slice(0, 5)
    .join(' ');
  return words === '' ? 'Enrichment' : words;
}

/** Instructions of the observed kind: the description, put as an order. */
export function instructionsFor(description: string): string {
  return `Answer for each item: ${description}`;
}
