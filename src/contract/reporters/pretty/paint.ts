import type { Severity } from '../../finding.ts';
import type { Paint } from '../../reporter-support/paint.ts';

export function paintSeverity(severity: Severity, text: string, paint: Paint): string {
  const color = ({ error: 'red', warning: 'yellow', info: 'blue' } as const)[severity];
  return paint(color, paint('bold', text));
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
