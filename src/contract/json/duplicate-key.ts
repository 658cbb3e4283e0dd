import { escapeSegment } from './pointer.ts';

/**
 * The JSON Pointer of the first object key that occurs twice in the same object, or undefined. The text must be valid JSON
 * (JSON.parse has accepted it): this scan knows only strings, braces and brackets.
 */
export function duplicateKey(text: string): string | undefined {
  const frames: Frame[] = [];
  for (let at = 0; at < text.length; at++) {
    const frame = frames.at(-1);
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
        frames.push({ keys: new Set(), key: '', expectsKey: true, index: 0 });
        break;
      case 0x5b: // [
        frames.push({ keys: undefined, key: '', expectsKey: false, index: 0 });
        break;
      case 0x7d: // }
      case 0x5d: // ]
        frames.pop();
        break;
      case 0x2c: // ,
        if (frame?.keys === undefined) (frame as Frame).index++;
        else frame.expectsKey = true;
        break;
      case 0x22: {
        // "
        const end = endOfString(text, at);
        if (frame?.expectsKey === true) {
          const raw = text.slice(at, end + 1);
          frame.key = raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);
          if (frame.keys?.has(frame.key)) return pointerOf(frames);
          frame.keys?.add(frame.key);
          frame.expectsKey = false;
        }
        at = end;
      }
    }
  }
  return undefined;
}

interface Frame {
  /** Undefined for an array. */
  readonly keys: Set<string> | undefined;
  key: string;
  expectsKey: boolean;
  index: number;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++;
  return backslashes % 2 === 1;
}

function pointerOf(frames: readonly Frame[]): string {
  return frames
    .map((frame) => (frame.keys === undefined ? `/${frame.index}` : `/${escapeSegment(frame.key)}`))
    .join('');
}
