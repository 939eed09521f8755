import type { TestEvent } from 'node:test/reporters';

interface Counts {
  passed: number;
  failed: number;
  readonly skipped: string[];
}

/** A node:test reporter that writes one JSON line: how many tests passed, failed, and which could not run and why. */
// biome-ignore lint/style/noDefaultExport: node:test loads a reporter by its default export.
export default async function* countReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts: Counts = { passed: 0, failed: 0, skipped: [] };
  for await (const event of source) count(event, counts);
  yield `${JSON.stringify(counts)}\n`;
}

function count(event: TestEvent, counts: Counts): void {
  if (event.type !== 'test:pass' && event.type !== 'test:fail') return;
  if (event.data.details.type === 'suite') return;
  if (event.type === 'test:fail') counts.failed += 1;
  else if (event.data.skip !== undefined) counts.skipped.push(`${event.data.name}: ${event.data.skip}`);
  else counts.passed += 1;
}
