import { valueAt } from '../json.ts';
import { istBedingung } from './alle-bedingungen.ts';
import { namenVon } from './namen.ts';
import { inWorten } from './satz.ts';
import { sichtVon, type Unterlagen } from './stelle.ts';

/** Says the condition at a place of a service: `pages[2].condition`; `null` for what is no condition or has no sentence. */
export type Saetze = (stelle: string, ausdruck: string) => string | null;

export function saetzeVon(unterlagen: Unterlagen): Saetze {
  const namen = namenVon(unterlagen.formular, valueAt(unterlagen.dienst, 'parameters'));
  return (stelle, ausdruck) =>
    istBedingung(stelle) ? inWorten(ausdruck, sichtVon(namen, unterlagen, stelle)) : null;
}
