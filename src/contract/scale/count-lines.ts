import { readBlocks } from '../recordings/index.ts';

/** The newlines among the first bytes of a file. */
export async function countLines(file: string, bytes: number): Promise<number> {
  let lines = 0;
  for await (const block of readBlocks(file, { start: 0, end: bytes })) {
    for (let at = block.indexOf(0x0a); at !== -1; at = block.indexOf(0x0a, at + 1)) lines += 1;
  }
  return lines;
}
