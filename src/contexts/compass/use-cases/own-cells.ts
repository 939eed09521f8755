import type { Catalogue } from '#catalogue';
import type { LocalDate, Refusal } from '#kernel';
import type { Tx } from '#platform';
import {
  type Fachbereiche,
  fachbereicheOf,
  type LeistungOrt,
  type Zuordnung,
  zuordnungOn,
} from '../domain/fachbereich.ts';
import type { Stand } from '../domain/stand.ts';
import { notYourFachbereich } from '../errors.ts';
import { readFachbereiche } from '../store-fachbereiche.ts';
import type { Reader } from './editor.ts';
import { orteOf, ortOfUnknown } from './leistung-orte.ts';

/** Whether a person works for the Fachbereich of a Leistung on a day, as member or deputy, or is named in its statement. */
export function eigeneZellen(
  mitglied: string | null,
  fachbereiche: Fachbereiche,
  date: LocalDate,
): (zuordnung: Zuordnung | null, stand: Stand | null) => boolean {
  if (mitglied === null) return () => false;
  const eigene = fachbereicheOf(fachbereiche, mitglied, date);
  return (zuordnung, stand) =>
    stand?.zustaendig === mitglied ||
    stand?.vertretung === mitglied ||
    (zuordnung !== null && eigene.has(zuordnung.fachbereich.id));
}

/** Whether somebody changes the cells of its own Fachbereiche only: a member that does not manage the Stand. */
export function nurEigene({ mitglied, darfVerwalten }: Pick<Reader, 'mitglied' | 'darfVerwalten'>): boolean {
  return !darfVerwalten && mitglied !== null;
}

/** Tells for each cell why a person may not change it; `null` where it may. */
export function schutzOf(
  reader: Reader,
  fachbereiche: Fachbereiche,
  date: LocalDate,
): (ort: LeistungOrt, stand: Stand | null) => Refusal | null {
  if (!nurEigene(reader)) return () => null;
  const zuordnung = zuordnungOn(fachbereiche, date);
  const eigene = eigeneZellen(reader.mitglied, fachbereiche, date);
  return (ort, stand) => {
    const found = zuordnung(ort, stand?.fachbereichId ?? null);
    return eigene(found, stand) ? null : notYourFachbereich(found?.fachbereich.name ?? null);
  };
}

/** The same inside a transaction, by the id of a Leistung. */
export async function zellenSchutz(
  tx: Tx,
  catalogue: Catalogue,
  reader: Reader,
  date: LocalDate,
): Promise<(leistungId: string, stand: Stand | null) => Refusal | null> {
  if (!nurEigene(reader)) return () => null;
  const orte = orteOf(catalogue);
  const schutz = schutzOf(reader, await readFachbereiche(tx), date);
  return (id, stand) => schutz(orte.get(id) ?? ortOfUnknown(id, id), stand);
}
