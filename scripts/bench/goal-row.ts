/** What was wished for, what came of it, and whether that is enough: a row of a table. */
export function goalRow(goal: string, measured: string, isMet: boolean): string {
  return `| ${goal} | ${measured} | ${isMet ? 'met' : '**missed**'} |`;
}
