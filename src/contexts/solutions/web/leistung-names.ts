import type { SolutionsDeps } from '../solutions-deps.ts';

/** What a Leistung is called, by its number; null where this catalogue does not know it. */
export type LeistungName = (leistung: string) => string | null;

/** The names of the catalogue as it is now. */
export async function leistungNames({ catalogue }: Pick<SolutionsDeps, 'catalogue'>): Promise<LeistungName> {
  const { leistungen } = await catalogue();
  const names = new Map<string, string>(leistungen.map(({ id, name }) => [id, name]));
  return (leistung) => names.get(leistung.trim()) ?? null;
}
