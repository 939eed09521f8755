import { isValidOn, type LocalDate } from '#kernel';
import { digitalOnlyOf, entriesOf } from '../domain/digital-only.ts';
import type { Frist } from '../domain/eintrag.ts';
import type { LawWorld } from '../law-world.ts';
import { lawLeistung, names } from './law-leistung.ts';

/** A day by which a law wants a Leistung itself to be different. */
export interface LeistungsFrist {
  readonly am: LocalDate;
  readonly titel: string;
  readonly norm: string;
}

/**
 * The most pressing deadline of each Leistung that is meant by one, on a day, by our own id. What concerns all Leistungen
 * alike is left out: it tells none from another. A passed day counts where its rule goes on.
 */
export function fristenOfLeistungen(world: LawWorld, date: LocalDate): ReadonlyMap<string, LeistungsFrist> {
  const fristen = world.law.fristen
    .filter((frist) => isValidOn(frist, date) && (frist.faelligAm >= date || frist.nachTag === 'gilt'))
    .toSorted((a, b) => (a.faelligAm < b.faelligAm ? -1 : 1));
  const means = meansOf(world, date);
  const found = new Map<string, LeistungsFrist>();
  for (const frist of fristen)
    for (const id of means[frist.betrifft]())
      if (!found.has(id)) found.set(id, { am: frist.faelligAm, titel: frist.titel, norm: frist.norm });
  return found;
}

function meansOf(
  world: LawWorld,
  date: LocalDate,
): Readonly<Record<Frist['betrifft'], () => readonly string[]>> {
  const { leistungen } = world.catalogue;
  const none = () => [];
  return {
    alle: none,
    keine: none,
    sdg: () => leistungen.filter(({ sdg2 }) => sdg2 === true).map(({ id }) => id),
    'digital-only': () => {
      const gruppen = entriesOf(world.law.eintraege, 'nutzergruppe', date);
      return leistungen
        .filter((one) => digitalOnlyOf(lawLeistung(world.catalogue, one), gruppen, names) === 'soll')
        .map(({ id }) => id);
    },
  };
}
