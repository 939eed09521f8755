import type { Knoten } from './knoten.ts';

/**
 * How a place shows in a form: `feld` one question, `zeilen` rows that are added, `abschnitt` parts under a heading.
 * A group that may be left out is a row that may be added, unless a rule says when it shows.
 */
export type Einordnung = 'feld' | 'zeilen' | 'abschnitt';

export function einordnungOf(knoten: Knoten, gesteuert: ReadonlySet<Knoten>): Einordnung {
  const { quelle } = knoten;
  const wanted = ohneGrenze(knoten, gesteuert);
  if (wanted !== 'zeilen' || knoten.oben === null) return wanted;
  if (zeilenUm(knoten, gesteuert, false).length < mostZeilen) return 'zeilen';
  return quelle.art === 'feld' ? 'feld' : 'abschnitt';
}

/** Whether rows stand so deep in rows that the form shows them once only. */
export function istZuTief(knoten: Knoten, gesteuert: ReadonlySet<Knoten>): boolean {
  return ohneGrenze(knoten, gesteuert) === 'zeilen' && einordnungOf(knoten, gesteuert) !== 'zeilen';
}

/** Rows in rows in rows are as deep as a form goes. */
const mostZeilen = 3;

function ohneGrenze(knoten: Knoten, gesteuert: ReadonlySet<Knoten>): Einordnung {
  const { quelle, anzahl } = knoten;
  if (quelle.art === 'feld') return anzahl.max === 1 || nimmtMehrere(knoten) ? 'feld' : 'zeilen';
  if (anzahl.max !== 1) return 'zeilen';
  return anzahl.min === 1 || gesteuert.has(knoten) ? 'abschnitt' : 'zeilen';
}

/** Fields that take several answers at once: files, and choices from a list. */
export function nimmtMehrere({ quelle }: Knoten): boolean {
  if (quelle.art === 'gruppe') return false;
  return quelle.datentyp.code === 'file' || (quelle.feldart.code === 'select' && quelle.werte !== null);
}

/** The rows around a place, the outermost first; `selbst` counts the place's own rows too. */
export function zeilenUm(knoten: Knoten, gesteuert: ReadonlySet<Knoten>, selbst: boolean): readonly Knoten[] {
  const around: Knoten[] = [];
  for (let at: Knoten | null = selbst ? knoten : knoten.oben; at !== null; at = at.oben)
    if (einordnungOf(at, gesteuert) === 'zeilen') around.unshift(at);
  return around;
}
