import assert from 'node:assert/strict';
import { leitwerk, type StartedServer } from '../processes.ts';
import { signedIn } from '../visitor.ts';
import type { Applied } from './walking-citizen.ts';

/** Lemgo's case worker opens every case and finds in it what its person wrote and sent along. */
export async function expectAllInInbox(
  server: StartedServer,
  dataFolder: string,
  applied: readonly Applied[],
): Promise<void> {
  const codeOf = async (key: string) =>
    (await leitwerk(['demo', 'code', key], { LEITWERK_DATA: dataFolder })).out.trim();
  const worker = await signedIn({ ...server, codeOf }, 'lemgo-fachbereich');
  for (const { nummer, citizen } of applied) {
    const { status, text } = await worker.get(`/eingang/${nummer}`);
    assert.equal(status, 200, nummer);
    for (const part of [`${citizen.name}<`, 'nachweis.pdf', 'Schäferhund'])
      assert.ok(text.includes(part), `${nummer}: ${part}`);
  }
}
