import { istBedingung, namenVon, type Sicht, sichtVon } from '#forms/bedingungen';
import { placeOf, property } from '../../domain/json.ts';
import type { Dokumente } from '../../domain/unterschied.ts';
import type { Ort } from '../../settings/ort.ts';

/** What a condition can name: everything, as it is read, and what stands before it, as it is offered. */
export interface Sichten {
  readonly weit: Sicht;
  readonly eng: Sicht;
}

/** What the conditions at a place can name, by the name of the setting; `null` for other expressions. */
export function sichtenAm(
  { pointer }: Pick<Ort, 'pointer'>,
  dokumente: Dokumente,
): (path: string) => Sichten | null {
  const namen = namenVon(dokumente.formular, property(dokumente.dienst, 'parameters'));
  const own = placeOf(pointer);
  return (path) => {
    const stelle = own === '' ? path : `${own}.${path}`;
    if (!istBedingung(stelle)) return null;
    return {
      weit: sichtVon(namen, dokumente, stelle),
      eng: sichtVon(namen, dokumente, stelle, true),
    };
  };
}
