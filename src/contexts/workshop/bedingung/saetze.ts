import { alleBedingungen, inWorten, istBedingung, namenVon, sichtVon } from '#forms/bedingungen';
import { property } from '../domain/json.ts';
import type { Dokumente } from '../domain/unterschied.ts';

/** Says the condition at a place of a state: `pages[2].condition`; `null` for what is no condition or has no sentence. */
export type Saetze = (stelle: string, ausdruck: string) => string | null;

export function saetzeVon(dokumente: Dokumente): Saetze {
  const namen = namenVon(dokumente.formular, property(dokumente.dienst, 'parameters'));
  return (stelle, ausdruck) =>
    istBedingung(stelle) ? inWorten(ausdruck, sichtVon(namen, dokumente, stelle)) : null;
}

/** Every condition of a state with its place, its expression and its sentence. */
export function bedingungenInWorten(dokumente: Dokumente) {
  const satz = saetzeVon(dokumente);
  return alleBedingungen(dokumente).map(({ dokument, stelle, ausdruck }) => ({
    stelle: `${dokument}.json: ${stelle}`,
    ausdruck,
    inWorten: satz(stelle, ausdruck),
  }));
}
