/** A TypeScript code block of a Markdown file. */
export interface Snippet {
  /** The line of its first code line, from 1. */
  readonly line: number;
  readonly code: string;
}

/** The `ts` blocks of a Markdown text, in order. */
export function snippetsOf(markdown: string): readonly Snippet[] {
  const snippets: Snippet[] = [];
  for (const match of markdown.matchAll(/^```ts\n(.*?)^```$/gms)) {
    const before = markdown.slice(0, match.index);
    snippets.push({ line: before.split('\n').length + 1, code: match[1] ?? '' });
  }
  return snippets;
}

/** A module of its own, with its lines where they are in the Markdown file: the compiler's places are then right. */
export function snippetModule({ line, code }: Snippet): string {
  return `${'\n'.repeat(line - 1)}${code}export {};\n`;
}

/** The packages that a snippet imports or augments, without our own. */
export function packagesOf({ code }: Snippet): readonly string[] {
  const names = [...code.matchAll(/(?:from|declare module) '([^'.][^']*)'/g)].flatMap(([, name]) => {
    const scope = name?.startsWith('@') === true ? 2 : 1;
    return name === undefined ? [] : [name.split('/').slice(0, scope).join('/')];
  });
  return names.filter((name) => !name.startsWith('node:') && name !== 'exa-enrichments');
}
