import { ask, contribute } from '#discussion';
import type { Principal } from '#platform';
import { listSitzungen, mitwirkendeOf, readSitzungBlick, type WorkgroupDeps } from '#workgroup';
import type { Contexts } from '../../contexts.ts';
import { need } from '../need.ts';
import { demoFragen } from '../sitzungen.ts';
import { type Runde, tue } from './schritte.ts';

/** Two questions stay open, one of them with an owner; one is answered. */
export async function stelleFragen(
  { discussion }: Contexts,
  { workgroup, leitung, people }: Runde,
): Promise<void> {
  for (const [at, { antwort, zu, betreff, text, zugeteilt }] of demoFragen.entries()) {
    const person = people[at % people.length];
    if (person === undefined) return;
    const asked = await ask(discussion, person, { zu, adressat: 'verbund', betreff, text });
    // A Kommune that does not share asks nobody beyond its IT-Dienstleister.
    if (!asked.ok) continue;
    if (antwort !== null)
      need(await contribute(discussion, leitung, asked.value.id, { art: 'antwort', text: antwort }));
    if (zugeteilt) await teileZu(workgroup, leitung, asked.value.id);
  }
}

async function teileZu(workgroup: WorkgroupDeps, leitung: Principal, id: string): Promise<void> {
  const wer = need(await mitwirkendeOf(workgroup, leitung, 'leiten'));
  const [zeile] = await listSitzungen(workgroup, wer);
  if (zeile === undefined) return;
  const { eigener } = need(await readSitzungBlick(workgroup, wer, zeile.sitzung.id));
  await tue(workgroup, leitung, 'workgroup.question.assign', { id }, { zustaendig: eigener?.id ?? '' });
}
