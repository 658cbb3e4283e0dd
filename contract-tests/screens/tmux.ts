import { execFileSync, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** What one sees of a command in a terminal. */
export interface Screen {
  /** All that stands there once it matches, without blanks at the ends of lines. Rejects where it does not in 20 s. */
  shows(pattern: RegExp): Promise<string>;
  /** Its lines as they were written: what the terminal went on with in the next line is one. */
  lines(): readonly string[];
  /** With the escape codes of its colours. */
  colored(): string;
  /** Presses keys, by the names that tmux has for them. */
  press(...keys: readonly string[]): void;
}

export interface Tmux {
  /** Runs a line of bash in a window of its own. Once it ends the screen says `[exit N]`. */
  open(line: string): Screen;
  close(): void;
}

const COLUMNS = 80;
/** Higher than any help: nothing scrolls out of sight. */
const ROWS = 150;

export const isTmuxThere: boolean = spawnSync('tmux', ['-V']).status === 0;

/** A server with one session, apart from any that the user has, in `folder` and with nothing else in the environment. */
export function startTmux(folder: string, env: Readonly<Record<string, string | undefined>>): Tmux {
  const socket = `exa-enrichments-${process.pid}`;
  const tmux = (...args: readonly string[]): string =>
    execFileSync('tmux', ['-u', '-L', socket, '-f', '/dev/null', ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C.UTF-8', TERM: 'xterm', ...env },
      stdio: 'pipe',
      encoding: 'utf8',
      timeout: 20_000,
    });
  tmux('new-session', '-d', '-x', String(COLUMNS), '-y', String(ROWS), 'sleep 600');
  const trimmed = (text: string): string => text.replace(/ +$/gm, '').trimEnd();
  return {
    open(line) {
      const shell = ['bash', '--norc', '--noprofile', '-c', `${line}\necho "[exit $?]"; sleep 600`];
      const pane = tmux('new-window', '-d', '-P', '-F', '#{pane_id}', ...shell).trim();
      const capture = (...options: readonly string[]): string =>
        trimmed(tmux('capture-pane', '-p', '-t', pane, ...options));
      return {
        async shows(pattern) {
          for (let tries = 0; tries < 250; tries++) {
            const text = capture();
            if (pattern.test(text)) return text;
            await sleep(80);
          }
          throw new Error(`the screen never showed ${pattern}:\n${capture()}`);
        },
        lines: () =>
          capture('-J')
            .split('\n')
            .map((text) => text.trimEnd()),
        colored: () => capture('-e'),
        press: (...keys) => void tmux('send-keys', '-t', pane, ...keys),
      };
    },
    close: () => void tmux('kill-server'),
  };
}
