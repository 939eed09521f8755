import { elementAm, type Weg } from '../domain/elemente.ts';
import type { Json } from '../domain/json.ts';
import type { Umbau } from '../domain/umbauen.ts';
import { ortVon } from '../settings/ort.ts';
import { typeLabel } from '../settings/type-labels.ts';

/** A place as the history names it: by what people read there. */
export function ortWort(ort: string, formular: Json): string {
  const titel = ortVon(ort, formular)?.titel;
  return titel === undefined ? ort : `„${titel}“`;
}

/** A change of the structure as the history names it. */
export function umbauWort(umbau: Umbau, formular: Json): string {
  switch (umbau.art) {
    case 'neue-seite':
      return `Seite „${umbau.titel || 'Neue Seite'}“ hinzugefügt`;
    case 'neues-feld':
      return `${typeLabel(umbau.typ)} „${umbau.label || umbau.typ}“ hinzugefügt`;
    case 'hoch':
    case 'runter':
    case 'verschieben':
      return `${wegWort(umbau.weg, formular)} verschoben`;
    case 'doppeln':
      return `${wegWort(umbau.weg, formular)} verdoppelt`;
    case 'entfernen':
      return `${wegWort(umbau.weg, formular)} entfernt`;
  }
}

function wegWort(weg: Weg, formular: Json): string {
  const element = elementAm(formular, weg);
  return element === null ? weg.join(' › ') : `${typeLabel(element.art)} „${element.titel}“`;
}
