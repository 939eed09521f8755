import type { TestEvent } from 'node:test/reporters';

interface Counts {
  passed: number;
  failed: number;
  readonly skipped: string[];
  readonly todo: string[];
}

/**
 * A node:test reporter that writes JSON lines: the test that begins, so that one that never ends can be named, and in
 * the end how many passed and failed, and which could not run or are expected to fail, and why.
 */
// biome-ignore lint/style/noDefaultExport: node:test loads a reporter by its default export.
export default async function* countReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts: Counts = { passed: 0, failed: 0, skipped: [], todo: [] };
  for await (const event of source) {
    if (event.type === 'test:dequeue') yield `${JSON.stringify({ running: event.data.name })}\n`;
    else count(event, counts);
  }
  yield `${JSON.stringify(counts)}\n`;
}

function count(event: TestEvent, counts: Counts): void {
  if (event.type !== 'test:pass' && event.type !== 'test:fail') return;
  const { name, skip, todo, details } = event.data;
  if (details.type === 'suite') return;
  if (todo !== undefined) {
    counts.todo.push(`${name}: ${todo}${event.type === 'test:pass' ? ' (passes; take the option off)' : ''}`);
  } else if (event.type === 'test:fail') counts.failed += 1;
  else if (skip !== undefined) counts.skipped.push(`${name}: ${skip}`);
  else counts.passed += 1;
}
