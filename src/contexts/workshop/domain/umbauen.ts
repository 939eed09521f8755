import { alleIds, elementAm, freieId, type Weg } from './elemente.ts';
import { isList, isObject, type Json, type JsonObject, listAt, textAt, withValue } from './json.ts';

/** A change of the structure of a form. */
export type Umbau =
  | { readonly art: 'neue-seite'; readonly nach: Weg | null; readonly titel: string }
  | { readonly art: 'neues-feld'; readonly in: Weg; readonly typ: string; readonly label: string }
  | { readonly art: 'hoch' | 'runter' | 'doppeln' | 'entfernen'; readonly weg: Weg }
  | { readonly art: 'verschieben'; readonly weg: Weg; readonly nach: Weg };

/** The form after a change, and the element that it was about; `null` where the element is not there. */
export interface Umgebaut {
  readonly formular: Json;
  readonly weg: Weg;
}

/** Changes the structure; `vorlage` makes the first content of a new field. */
export function umgebaut(
  formular: Json,
  umbau: Umbau,
  vorlage: (typ: string, id: string, label: string) => Json,
): Umgebaut | null {
  switch (umbau.art) {
    case 'neue-seite':
      return neueSeite(formular, umbau.nach, umbau.titel);
    case 'neues-feld': {
      const id = freieId(idAus(umbau.label, umbau.typ), alleIds(formular));
      return eingefuegt(formular, umbau.in, vorlage(umbau.typ, id, umbau.label || umbau.typ));
    }
    case 'verschieben':
      return verschoben(formular, umbau.weg, umbau.nach);
    default:
      return amPlatz(formular, umbau.art, umbau.weg);
  }
}

/** Words that say nothing about what is asked. */
const small = new Set(
  'der die das und oder ihr ihre ihren wie was wann wo wer ist sind fuer es von vom zum zur im in an am auf mit bei viele sie ein eine einen welche welcher welches soll sollen haben hat moechten wollen'.split(
    ' ',
  ),
);

/** An id out of the words of a label: „Ihre Straße und Nummer“ gives `strasseNummer`. */
export function idAus(label: string, otherwise: string): string {
  const words = faltung(label)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !small.has(word))
    .slice(0, 3);
  const [first = '', ...rest] = words;
  const id = (first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''))
    .replace(/^[^a-z]+/, '')
    .slice(0, 36);
  return id || otherwise;
}

/** The same for pages and services: words with hyphens between. */
export function kurznameAus(label: string, otherwise: string): string {
  const words = faltung(label)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 5);
  return words.join('-').slice(0, 50).replace(/-+$/, '') || otherwise;
}

function faltung(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss');
}

function neueSeite(formular: Json, nach: Weg | null, titel: string): Umgebaut | null {
  const pages = listAt(formular, 'pages');
  const taken = new Set(pages.map((page) => textAt(page, 'id')));
  const id = freieKurz(kurznameAus(titel, 'seite'), taken);
  const at = nach === null ? pages.length : pages.findIndex((page) => textAt(page, 'id') === nach[0]) + 1;
  const next = pages.toSpliced(at === 0 ? pages.length : at, 0, {
    id,
    title: titel || 'Neue Seite',
    fields: [],
  });
  return { formular: withValue(formular, ['pages'], () => next), weg: [id] };
}

function freieKurz(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

function eingefuegt(formular: Json, into: Weg, feld: Json): Umgebaut | null {
  const found = elementAm(formular, into);
  if (!found?.behaelter) return null;
  const key = childKey(found.wert);
  const next = withValue(formular, [...found.pointer, key], (old) => [...(isList(old) ? old : []), feld]);
  return { formular: next, weg: [...into, textAt(feld, 'id')] };
}

function childKey(wert: Json): 'fields' | 'columns' {
  return isObject(wert) && isList(wert.columns) ? 'columns' : 'fields';
}

function amPlatz(
  formular: Json,
  art: 'hoch' | 'runter' | 'doppeln' | 'entfernen',
  weg: Weg,
): Umgebaut | null {
  const found = elementAm(formular, weg);
  const index = found?.pointer.at(-1);
  if (!found || typeof index !== 'number') return null;
  const list = found.pointer.slice(0, -1);
  const changed = (change: (items: readonly Json[]) => readonly Json[]) =>
    withValue(formular, list, (old) => change(isList(old) ? old : []));
  if (art === 'entfernen')
    return { formular: changed((items) => items.toSpliced(index, 1)), weg: weg.slice(0, -1) };
  if (art === 'doppeln') {
    const copy = umbenannt(found.wert, weg.length === 1, alleIds(formular));
    return {
      formular: changed((items) => items.toSpliced(index + 1, 0, copy)),
      weg: [...weg.slice(0, -1), textAt(copy, 'id')],
    };
  }
  const to = art === 'hoch' ? index - 1 : index + 1;
  return {
    weg,
    formular: changed((items) =>
      to < 0 || to >= items.length ? items : items.toSpliced(index, 1).toSpliced(to, 0, found.wert),
    ),
  };
}

/** A copy with ids that the form does not have yet, also inside. */
function umbenannt(wert: Json, page: boolean, taken: ReadonlySet<string>): JsonObject {
  const used = new Set(taken);
  const copy = (value: Json, isPage: boolean): Json => {
    if (!isObject(value)) return value;
    const old = textAt(value, 'id');
    const id = isPage ? freieKurz(old, used) : freieId(old, used);
    used.add(id);
    const inner = (key: string) =>
      isList(value[key]) ? { [key]: listAt(value, key).map((each) => copy(each, false)) } : {};
    return { ...value, id, ...inner('fields'), ...inner('columns') };
  };
  const copied = copy(wert, page);
  return isObject(copied) ? copied : {};
}

/** Moves a part into another page, group or section, as its last. */
function verschoben(formular: Json, weg: Weg, nach: Weg): Umgebaut | null {
  const moved = elementAm(formular, weg);
  const inItself = nach.length >= weg.length && weg.every((id, index) => nach[index] === id);
  if (!moved || weg.length < 2 || inItself) return null;
  const without = amPlatz(formular, 'entfernen', weg);
  return without && eingefuegt(without.formular, nach, moved.wert);
}
