import type pico from 'picocolors';
import type { Severity } from '../../finding.ts';

export type Paint = ReturnType<typeof pico.createColors>;

export function paintSeverity(severity: Severity, text: string, paint: Paint): string {
  const color = { error: paint.red, warning: paint.yellow, info: paint.blue }[severity];
  return color(paint.bold(text));
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
