import { cutOff } from '../contract/reporters/shared/fold.ts';
import { canRedraw, type Terminal } from './terminal.ts';

/** What goes on, told on stderr: on a terminal in one line that is written over, elsewhere in lines that stay. */
export interface LiveLine {
  /** What is shown from now on; asked again several times a second. Elsewhere than on a terminal: nothing. */
  show(text: () => string): void;
  /** A step on the way, for those who read the lines; a person sees it in the live line already. */
  step(text: string): void;
  /** A line for both, which stays. */
  say(text: string): void;
  /** Takes the live line away. */
  end(): void;
}

const FRAMES = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const TICK_MS = 120;
const ERASE = '\r\x1b[2K';
/** Without wrapping, should the terminal give a character another width than it has here. */
export const UNWRAPPED = '\x1b[?7l';
const unwrapped = (text: string): string => `${UNWRAPPED}${text}\x1b[?7h`;

export function createLiveLine({ err, env }: Pick<Terminal, 'err' | 'env'>): LiveLine {
  if (!canRedraw(err, env)) {
    const say = (text: string): void => void err.write(`${text}\n`);
    return { show() {}, step: say, say, end() {} };
  }
  let current: (() => string) | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let frame = 0;
  const draw = (): void => {
    if (!current) return;
    const line = `${FRAMES[frame++ % FRAMES.length]} ${current()}`;
    err.write(`${ERASE}${unwrapped(cutOff(line, err.columns))}`);
  };
  return {
    show(text) {
      current = text;
      // Not a reason to keep the process: whoever shows something has work under way.
      timer ??= setInterval(draw, TICK_MS).unref();
      draw();
    },
    step() {},
    say(text) {
      err.write(`${current ? ERASE : ''}${text}\n`);
      draw();
    },
    end() {
      clearInterval(timer);
      timer = undefined;
      if (current) err.write(ERASE);
      current = undefined;
    },
  };
}
