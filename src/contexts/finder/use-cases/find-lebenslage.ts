import { ok, type Result, refuse } from '#kernel';
import type { FinderReadDeps } from '../deps.ts';
import type { Lebenslage, Schritt } from '../domain/lebenslage.ts';
import { lebenslageUnknown } from '../errors.ts';

/** A step with the names of its Leistungen; those that the catalogue no longer has are left out. */
export interface GuidedSchritt extends Omit<Schritt, 'leistungen'> {
  readonly leistungen: readonly {
    readonly id: string;
    readonly name: string;
    readonly ozgId: number | null;
  }[];
}

export interface GuidedLebenslage extends Omit<Lebenslage, 'schritte'> {
  readonly schritte: readonly GuidedSchritt[];
}

/** Every life situation, in their order. */
export async function allLebenslagen({
  words,
}: Pick<FinderReadDeps, 'words'>): Promise<readonly Lebenslage[]> {
  return (await words()).lebenslagen;
}

/** One life situation with its steps in order; refuses an unknown one with suggestions. */
export async function findLebenslage(
  { words, catalogue }: Pick<FinderReadDeps, 'words' | 'catalogue'>,
  id: string,
): Promise<Result<GuidedLebenslage>> {
  const [{ lebenslagen }, { leistungById }] = await Promise.all([words(), catalogue()]);
  const found = lebenslagen.find((each) => each.id === id);
  if (found === undefined) return refuse(lebenslageUnknown(id, lebenslagen));
  const schritte = found.schritte.map(({ leistungen, ...schritt }) => ({
    ...schritt,
    leistungen: leistungen.flatMap((each) => {
      const leistung = leistungById.get(each);
      return leistung ? [{ id: leistung.id, name: leistung.name, ozgId: leistung.ozgId }] : [];
    }),
  }));
  return ok({ ...found, schritte });
}
