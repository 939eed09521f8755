import { alleElemente, type Element, elementeOf } from './elemente.ts';
import { type Json, listAt, textAt } from './json.ts';

/** Parts of an answer that have a line of their own on a page. */
const teile: Readonly<Record<string, string>> = {
  given: 'Vornamen',
  family: 'Nachname',
  birth: 'Geburtsname',
  title: 'Titel',
  street: 'Straße',
  number: 'Hausnummer',
  houseNumber: 'Hausnummer',
  extra: 'Zusatz',
  plz: 'Postleitzahl',
  city: 'Ort',
  country: 'Staat',
  day: 'Tag',
  month: 'Monat',
  year: 'Jahr',
  date: 'Datum',
  time: 'Uhrzeit',
  from: 'Von',
  to: 'Bis',
};

/** How people read the pages and questions of a form: by title and label, „Hund 2, Chipnummer“. What it does not know goes by its id. */
export function worteVon(formular: Json): {
  readonly seite: (id: string) => string;
  readonly frage: (name: string) => string;
} {
  const titles = new Map(
    listAt(formular, 'pages').map((page) => [textAt(page, 'id'), textAt(page, 'title')] as const),
  );
  const byId = new Map(alleElemente(elementeOf(formular)).map((each) => [each.weg.at(-1) ?? '', each]));
  return {
    seite: (id) => (titles.get(id) ? `„${titles.get(id)}“` : id),
    frage: (name) => `„${worte(name.split('.'), byId).join(', ')}“`,
  };
}

function worte(parts: readonly string[], byId: ReadonlyMap<string, Element>): readonly string[] {
  const [part = '', next, ...rest] = parts;
  const element = byId.get(part);
  const own = element?.titel ?? teile[part] ?? part;
  if (next === undefined) return [own];
  if (!/^\d+$/.test(next)) return [own, ...worte([next, ...rest], byId)];
  const row = `${textAt(element?.wert, 'item') || own} ${Number(next) + 1}`;
  return rest.length === 0 ? [row] : [row, ...worte(rest, byId)];
}
