import { alleBedingungen, saetzeVon } from '#forms/bedingungen';
import type { Dokumente } from '../domain/unterschied.ts';

/** Every condition of a state with its place, its expression and its sentence. */
export function bedingungenInWorten(dokumente: Dokumente) {
  const satz = saetzeVon(dokumente);
  return alleBedingungen(dokumente).map(({ dokument, stelle, ausdruck }) => ({
    stelle: `${dokument}.json: ${stelle}`,
    ausdruck,
    inWorten: satz(stelle, ausdruck),
  }));
}
