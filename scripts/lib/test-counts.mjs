export const noCounts = { passed: 0, failed: 0, skipped: 0 };

/** Two sets of counts as one. */
export function plus(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** Counts from vitest's JSON. A file that could not even be loaded holds no tests and counts as one that failed. */
export function unitCounts(results) {
  if (results === undefined) return noCounts;
  const unloaded = (results.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
  ).length;
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + unloaded,
    skipped: results.numPendingTests + (results.numTodoTests ?? 0),
  };
}

/** Counts from Playwright's JSON. A test that passed only when tried again counts as failed. */
export function endToEndCounts(results) {
  if (results === undefined) return noCounts;
  const { expected, unexpected, flaky, skipped } = results.stats;
  const unloaded = unexpected + flaky === 0 ? (results.errors?.length ?? 0) : 0;
  return { passed: expected, failed: unexpected + flaky + unloaded, skipped };
}
