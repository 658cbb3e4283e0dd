import { readFileSync } from 'node:fs';

const markdown = readFileSync(new URL('../../docs/simulator.md', import.meta.url), 'utf8');

/** The first block in JavaScript below a heading of docs/simulator.md. @throws Error where there is none */
export function recipe(heading: string): string {
  const section = markdown.split(/^#+ /m).find((text) => text.startsWith(`${heading}\n`));
  const code = /^```js\n(.*?)^```$/ms.exec(section ?? '')?.[1];
  if (code === undefined) throw new Error(`docs/simulator.md has no code below "${heading}"`);
  return code;
}
