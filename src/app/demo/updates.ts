import { readLiveOfDienst } from '#efa/fassungen';
import { addDays } from '#kernel';
import { advance, type Lead, planAusrollung, takeStep, writeNote } from '#releases';
import type { Contexts } from '../contexts.ts';
import { need } from './need.ts';

/**
 * Brings a version that came with an update of the product to the Kommunen that use an earlier one, as its provider would:
 * announced, and rolled out. Where a rollout is under way already, that goes on, and the new version waits for its provider.
 */
export async function rollOutUpdate(
  { efa, releases }: Pick<Contexts, 'efa' | 'releases'>,
  lead: Lead,
  { dienst, fassung }: { readonly dienst: string; readonly fassung: string },
): Promise<void> {
  const live = await efa.db.withPublic((tx) => readLiveOfDienst(tx, dienst));
  const kommunen = live.filter(({ ausgesetztGrund }) => ausgesetztGrund === null).map(({ ags }) => ags);
  if (kommunen.length === 0) return;
  const today = releases.clock.today();
  const planned = await planAusrollung(releases, lead, {
    ...{ dienst, fassung, wellen: [] },
    pilot: { name: 'Alle, bei denen der Onlinedienst läuft', ab: today, kommunen },
    alleAb: addDays(today, 1),
  });
  if (!planned.ok) return;
  const text = 'Mit einer Aktualisierung von Leitwerk gekommen (Vorführung).';
  need(await writeNote(releases, lead, { dienst, fassung, text, sicherheit: false, festhaltenBis: '' }));
  const { id, version } = planned.value;
  need(await takeStep(releases, lead, { dienst, schritt: 'beginnen', version, grund: '' }));
  // On the spot: whoever opens the updated demo sees the forms of today.
  await advance(releases, lead.anbieter.tenant, id);
}
