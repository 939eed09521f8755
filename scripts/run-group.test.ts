import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type GroupResult, runGroup } from './run-group.ts';
import { verdictOf } from './verdict-of.ts';

/** Runs a group of one file with this text. */
async function runText(text: string, timeoutMs = 60_000): Promise<GroupResult & { readonly note: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-group-'));
  try {
    const file = join(folder, 'a.test.ts');
    const note = join(folder, 'note');
    writeFileSync(file, `import { test } from 'node:test';\n${text}\n`);
    const result = await runGroup(
      { name: 'small', lane: 'inner' as const, files: [file], env: { NOTE: note } },
      timeoutMs,
    );
    return { ...result, note: existsSync(note) ? readFileSync(note, 'utf8') : '' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A process that ended has no command line any more, even where nobody has taken note of its end yet. */
function lives(pid: string): boolean {
  return existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
}

const good = (result: GroupResult, ci = false) => verdictOf([result], [], [], ci).good;

test('what passed, failed, was skipped or is still to do is counted apart, and listed', async () => {
  const result = await runText(`
    test('sound', () => {});
    test('broken', () => { throw new Error('no'); });
    test('left out', { skip: 'no browser' }, () => {});
    test('known to fail', { todo: 'a defect' }, () => { throw new Error('no'); });
    test('mended', { todo: 'was a defect' }, () => {});`);
  assert.deepEqual([result.passed, result.failed, result.faults], [1, 1, []]);
  assert.deepEqual(result.skipped, ['left out: no browser']);
  assert.deepEqual(result.todo, [
    'known to fail: a defect',
    'mended: was a defect (passes; take the option off)',
  ]);
  assert.ok(!good(result));
  assert.match(
    verdictOf([result], [], [], false).lines.join('\n'),
    / in \d+ s\n {2}skipped left out.*\n {2}todo known/,
  );
});

test('a skipped or expected failure is a failure only where nobody watches', async () => {
  const result = await runText(`
    test('sound', () => {});
    test('left out', { skip: 'no browser' }, () => {});`);
  assert.ok(good(result));
  assert.ok(!good(result, true));
});

test('a group that is killed is reported with the test in which it died', async () => {
  const result = await runText(`
    test('sound', () => {});
    test('deadly', () => new Promise(() => setTimeout(() => process.kill(process.pid, 'SIGKILL'), 300)));`);
  assert.deepEqual(result.faults, ['broke off with SIGKILL in „deadly“']);
  assert.ok(!good(result));
});

test('a group that hangs is ended in time, with all that it started', async () => {
  const result = await runText(
    `
    import { spawn } from 'node:child_process';
    import { writeFileSync } from 'node:fs';
    test('endless', async () => {
      const child = spawn('sleep', ['300'], { detached: true, stdio: 'ignore' });
      writeFileSync(process.env.NOTE, String(child.pid));
      await new Promise(() => setInterval(() => {}, 1000));
    });`,
    4_000,
  );
  assert.deepEqual(result.faults, ['ended after 4 s in „endless“', 'left running: sleep 300 ']);
  assert.ok(result.seconds < 20, String(result.seconds));
  assert.match(result.note, /^\d+$/);
  assert.ok(!lives(result.note));
});

test('a run in which nothing passed is no good run', () => {
  assert.ok(!verdictOf([], [], [], false).good);
});
