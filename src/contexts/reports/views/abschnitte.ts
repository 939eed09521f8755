import { type AbschnittKey, abschnittTitel } from '../domain/abschnitt.ts';
import type { Bestand } from '../domain/bestand.ts';
import type { Abschnitt, Zahl } from '../domain/dokument.ts';
import { fachbereiche, fristen, loesungen } from './abschnitt-listen.ts';
import { pflichten } from './abschnitt-pflichten.ts';
import { reifegrad } from './abschnitt-reifegrad.ts';
import { termine } from './abschnitt-termine.ts';
import { ueberblick } from './abschnitt-ueberblick.ts';
import { verlauf } from './abschnitt-verlauf.ts';

const makers: Readonly<Record<AbschnittKey, (bestand: Bestand) => Pick<Abschnitt, 'zahlen' | 'bloecke'>>> = {
  ueberblick,
  pflichten,
  verlauf,
  reifegrad,
  fachbereiche,
  termine,
  loesungen,
  fristen,
};

/** One section of a report: a function of the frozen rows alone. */
export function abschnittOf(key: AbschnittKey, bestand: Bestand): Abschnitt {
  return { key, titel: abschnittTitel[key], ...makers[key](bestand) };
}

/** Every number of the chosen sections. */
export function zahlenOf(keys: readonly AbschnittKey[], bestand: Bestand): readonly Zahl[] {
  return keys.flatMap((key) => abschnittOf(key, bestand).zahlen);
}
