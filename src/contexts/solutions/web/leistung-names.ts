import type { Feld } from '#fields';
import type { LocalDate } from '#kernel';
import type { Principal } from '#platform';
import type { SolutionsDeps } from '../solutions-deps.ts';

/** What a Leistung is called, by its number; null where this catalogue does not know it. */
export type LeistungName = (leistung: string) => string | null;

/** In what words pages speak of a Lösung: names of Leistungen, and the fields as the IT-Dienstleister words them. */
export interface Words {
  readonly leistungName: LeistungName;
  readonly felder: readonly Feld[];
  readonly today: LocalDate;
}

/** The names of the catalogue as it is now, and the fields for somebody. */
export async function wordsFor(
  { catalogue, felderOf, clock }: Pick<SolutionsDeps, 'catalogue' | 'felderOf' | 'clock'>,
  principal: Principal | null,
): Promise<Words> {
  const { leistungen } = await catalogue();
  const names = new Map<string, string>(leistungen.map(({ id, name }) => [id, name]));
  return {
    leistungName: (leistung) => names.get(leistung.trim()) ?? null,
    felder: await felderOf(principal),
    today: clock.today(),
  };
}
