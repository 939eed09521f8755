import type { ExprKind } from '../expression/types.ts';
import { countries, nationalities } from '../fields/countries.ts';
import { isJsonObject, type Json, valueAt } from '../json.ts';
import { artDesAusdrucks } from './art-des-ausdrucks.ts';
import { feldart } from './feldart.ts';
import { leererName, type Name, type Namen, type Sicht, type Wahl } from './name.ts';

/** What is read so far, and where. */
interface Lesen {
  readonly listen: Json | undefined;
  readonly sicht: Sicht;
  readonly platz: string;
  readonly seite: string;
}

/** Reads the names of a form and of the values that each Kommune states; of drafts too that do not compile. */
export function namenVon(formular: unknown, parameters: unknown = {}): Namen {
  const parameter = parameterVon(parameters);
  const felder: Name[] = [];
  const sicht = { ...parameter, felder, reihen: [], spalten: null };
  const listen = valueAt(formular, 'codeLists');
  for (const [index, page] of listAt(formular, 'pages').entries()) {
    const seite = textAt(page, 'title');
    lies(listAt(page, 'fields'), felder, { listen, sicht, seite, platz: `pages[${index}].fields` });
  }
  return { ...parameter, felder };
}

function lies(fields: readonly Json[], into: Name[], lesen: Lesen): void {
  for (const [index, field] of fields.entries()) {
    const own = { ...lesen, platz: `${lesen.platz}[${index}]` };
    const type = textAt(field, 'type');
    if (type === 'section') lies(listAt(field, 'fields'), into, { ...own, platz: `${own.platz}.fields` });
    else if (type !== 'info' && type !== 'summary') into.push(nameOf(field, own));
  }
}

function nameOf(field: Json, lesen: Lesen): Name {
  const { platz, seite, sicht } = lesen;
  const type = textAt(field, 'type');
  const { art, teile } = feldart(field);
  const titel = textAt(field, 'label') || textAt(field, 'id');
  const own: Name = { ...leererName, platz, seite, id: textAt(field, 'id'), titel, art };
  if (type === 'calculated')
    return { ...own, berechnet: true, art: artDesAusdrucks(textAt(field, 'value'), sicht) };
  if (type !== 'group' && type !== 'table') {
    const parts = Object.entries(teile).map(
      ([id, each]) => [id, { ...leererName, platz, seite, ...each, id }] as const,
    );
    return { ...own, teile: new Map(parts), wahl: wahlVon(field, lesen.listen) };
  }
  const key = type === 'table' ? 'columns' : 'fields';
  const felder: Name[] = [];
  const innen = { ...sicht, reihen: [...sicht.reihen, felder] };
  lies(listAt(field, key), felder, { ...lesen, sicht: innen, platz: `${platz}.${key}` });
  return { ...own, art: 'unknown', gruppe: { felder } };
}

function wahlVon(field: Json, lists: Json | undefined): readonly Wahl[] | null {
  const type = textAt(field, 'type');
  if (type === 'country') return countries('de');
  if (type === 'nationality') return nationalities('de');
  const options = valueAt(field, 'options');
  const list = textAt(options, 'list');
  const entries = Array.isArray(options) ? options : list ? listAt(valueAt(lists, list), 'entries') : [];
  const wahl = entries.map((each: Json) => ({
    value: textAt(each, 'value'),
    label: textAt(each, 'label') || textAt(each, 'value'),
  }));
  return wahl.length > 0 ? wahl : null;
}

function parameterVon(parameters: unknown): Pick<Namen, 'werte' | 'tabellen'> {
  const all = isJsonObject(parameters) ? Object.entries(parameters) : [];
  const werte = new Map<string, Name>();
  const tabellen = new Map<string, Name>();
  for (const [id, each] of all) {
    const columns = valueAt(each, 'columns');
    const titel = textAt(each, 'label') || id;
    if (textAt(each, 'type') !== 'table') {
      werte.set(id, { ...leererName, id, titel, art: wertArt(each) });
      continue;
    }
    const felder = Object.entries(isJsonObject(columns) ? columns : {}).map(
      ([column, found]): Name => ({
        ...leererName,
        id: column,
        titel: textAt(found, 'label') || column,
        art: wertArt(found),
      }),
    );
    tabellen.set(id, { ...leererName, id, titel, art: 'unknown', gruppe: { felder } });
  }
  return { werte, tabellen };
}

const wertArten: ReadonlySet<string> = new Set([
  'text',
  'integer',
  'decimal',
  'money',
  'boolean',
  'date',
  'texts',
]);

function wertArt(each: Json): ExprKind {
  const type = textAt(each, 'type');
  return wertArten.has(type) ? (type as ExprKind) : 'text';
}

function textAt(value: unknown, name: string): string {
  const found = valueAt(value, name);
  return typeof found === 'string' ? found : '';
}

function listAt(value: unknown, name: string): readonly Json[] {
  const found: unknown = valueAt(value, name);
  return Array.isArray(found) ? found : [];
}
