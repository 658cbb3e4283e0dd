import { inWords } from '../duration-in-words.ts';

/** Where a run stands. */
export interface Standing {
  readonly done: number;
  /** Unknown for a pipe. */
  readonly total: number | undefined;
  readonly failed: number;
  /** How many of the done ones needed no request: they say nothing about the pace. */
  readonly skipped: number;
  readonly elapsedMs: number;
}

const WIDTH = 24;

/** `━━━━━━──── 512/1000, 51 %, 9.8/s, 50.0 s left, 3 failed`; the bar only where it is asked for. */
export function progressText({ done, total, failed, skipped, elapsedMs }: Standing, bar: boolean): string {
  const rate = elapsedMs > 0 ? (done - skipped) / (elapsedMs / 1000) : 0;
  const pace = rate > 0 ? [`${rate.toFixed(1)}/s`] : [];
  const failures = failed > 0 ? [`${failed} failed`] : [];
  if (total === undefined) return [`${done} done`, ...pace, ...failures].join(', ');
  const part = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.floor(part * WIDTH);
  const left = rate > 0 && done < total ? [`${inWords(((total - done) / rate) * 1000)} left`] : [];
  const drawn = bar ? `${'━'.repeat(filled)}${'─'.repeat(WIDTH - filled)} ` : '';
  const percent = `${Math.floor(part * 100)} %`;
  return [`${drawn}${done}/${total}`, percent, ...pace, ...left, ...failures].join(', ');
}
