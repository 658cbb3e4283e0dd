/** The middle value: of a run on a busy machine, what neither a pause nor a lucky moment can move. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** From the first to the third quarter. */
function quartiles(values: readonly number[]): readonly [low: number, high: number] {
  return [quantile(values, 0.25), quantile(values, 0.75)];
}

/** The median, with the quartiles in brackets. */
export function spread(values: readonly number[], digits = 2): string {
  const [low, high] = quartiles(values);
  return `${median(values).toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at % 1);
}
