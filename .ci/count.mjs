// Adds up the results that vitest and Playwright wrote, and fails where a test was skipped or none ran.
import { readFileSync } from "node:fs";

const total = { passed: 0, failed: 0, skipped: 0 };
let flaky = 0;
for (const file of process.argv.slice(2)) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  if (report.stats) {
    total.passed += report.stats.expected + report.stats.flaky;
    flaky += report.stats.flaky;
    total.failed += report.stats.unexpected;
    total.skipped += report.stats.skipped;
  } else {
    total.passed += report.numPassedTests;
    total.failed += report.numFailedTests;
    total.skipped += report.numPendingTests + report.numTodoTests;
  }
}
if (flaky > 0) process.stdout.write(`of these, ${flaky} passed only on a second try\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed + total.skipped > 0 || total.passed === 0 ? 1 : 0);
