import assert from 'node:assert/strict';
import { leitwerk, type StartedServer } from '../processes.ts';
import { signedIn } from '../visitor.ts';
import { type Applied, casesOf } from './walking-citizen.ts';

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
    for (const [at, name] of casesOf(nummer).entries()) {
      const { status, text } = await worker.get(`/eingang/${name}`);
      assert.equal(status, 200, name);
      // Only the Ordnungsamt asks for the proofs.
      for (const part of [`${citizen.name}<`, 'Schäferhund', ...(at === 1 ? ['nachweis.pdf'] : [])])
        assert.ok(text.includes(part), `${name}: ${part}`);
    }
  }
}
