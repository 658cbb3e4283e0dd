// A reporter for `node:test`, which writes what jest and vitest write with `--json`.
export default async function* asJestDoes(events) {
  const assertionResults = [];
  for await (const { type, data } of events) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.nesting > 0) continue;
    const { duration_ms, error } = data.details;
    const passed = data.skip === undefined ? 'passed' : 'skipped';
    assertionResults.push({
      title: data.name,
      status: type === 'test:pass' ? passed : 'failed',
      duration: duration_ms,
      failureMessages: type === 'test:pass' ? [] : [String(error?.cause?.message ?? error?.message ?? error)],
    });
  }
  yield JSON.stringify({ testResults: [{ message: '', assertionResults }] });
}
