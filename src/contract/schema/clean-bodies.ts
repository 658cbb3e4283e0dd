import type { BodySchema } from './judge-body.ts';

/**
 * Bodies that were found clean. Who polls gets the same answer again and again: comparing it with the one before costs a
 * hundredth of judging it. Holds at most `SLOTS` bodies of at most `LONGEST` characters.
 */
export interface CleanBodies {
  has(schema: BodySchema, text: string): boolean;
  add(schema: BodySchema, text: string): void;
}

const SLOTS = 2048;
const LONGEST = 2048;
/** How many characters of a text choose its slot. */
const SAMPLES = 32;

export function createCleanBodies(): CleanBodies {
  const texts: (string | undefined)[] = new Array(SLOTS).fill(undefined);
  const schemas: (BodySchema | undefined)[] = new Array(SLOTS).fill(undefined);
  return {
    has: (schema, text) => {
      if (text.length > LONGEST) return false;
      const slot = slotOf(text);
      return schemas[slot] === schema && texts[slot] === text;
    },
    add: (schema, text) => {
      if (text.length > LONGEST) return;
      const slot = slotOf(text);
      texts[slot] = text;
      schemas[slot] = schema;
    },
  };
}

function slotOf(text: string): number {
  const step = Math.max(1, Math.floor(text.length / SAMPLES));
  let hash = text.length;
  for (let at = 0; at < text.length; at += step) hash = (hash * 31 + text.charCodeAt(at)) | 0;
  return (hash >>> 0) % SLOTS;
}
