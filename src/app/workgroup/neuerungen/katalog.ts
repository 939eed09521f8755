import { type DeltaEntry, deltaKindLabel } from '#catalogue';
import { dayInGermany, formatLocalDate, localDate } from '#kernel';
import type { Neuerung } from '#workgroup';
import type { Services } from '../../services.ts';
import type { Betroffen } from '../betroffene.ts';
import { keine, type Zeitraum } from './zeitraum.ts';

/** What each Fassung of the catalogue changed, dated by the day on which it was imported here. */
export async function katalog(
  { worlds }: Services,
  zeit: Zeitraum,
  betroffen: Betroffen,
): Promise<readonly Neuerung[]> {
  const counting = (await worlds.versions.all()).filter(({ zurueckgenommen }) => zurueckgenommen === null);
  const found: Neuerung[] = [];
  for (const [at, fassung] of counting.entries()) {
    const before = counting[at - 1];
    const tag = dayInGermany(fassung.eingelesen_am);
    // The first one is the stock with which the installation began.
    if (before === undefined || !zeit.in(tag)) continue;
    const delta = await worlds.versions.delta(before.nummer, fassung.nummer);
    if (!delta.ok) continue;
    const quelle = `Katalog, Fassung ${fassung.nummer}, Stand ${formatLocalDate(localDate(fassung.stand))}`;
    found.push(...delta.value.entries.map((entry) => deltaZeile(entry, { tag, quelle }, betroffen)));
  }
  return found;
}

function deltaZeile(
  { ebene, id, name, kinds }: DeltaEntry,
  when: Pick<Neuerung, 'tag' | 'quelle'>,
  betroffen: Betroffen,
): Neuerung {
  const ids = ebene === 'Leistung' ? [id] : [];
  return {
    ...when,
    titel: name,
    text: `${ebene}: ${kinds.map((kind) => deltaKindLabel[kind]).join(', ')}`,
    href: ebene === 'Leistung' ? `/katalog/leistungen/${id}` : `/katalog/ozg/${id}`,
    kommunen: ids.length > 0 ? betroffen.kommunen(ids) : keine,
    leistungen: betroffen.leistungen(ids),
  };
}
