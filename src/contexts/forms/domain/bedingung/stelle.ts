import { isJsonObject, type Json, valueAt } from '../json.ts';
import { leererName, type Name, type Namen, type Sicht } from './name.ts';

/** A service's two documents, as far as places are looked up in them. */
export interface Unterlagen {
  readonly dienst: unknown;
  readonly formular: unknown;
}

const listenEintrag: readonly Name[] = [
  { ...leererName, id: 'value', titel: 'Wert', art: 'text' },
  { ...leererName, id: 'label', titel: 'Beschriftung', art: 'text' },
];

/**
 * What the expression at a place can name: `pages[2].fields[1].condition` of the form, `offices[0].rows.hunde` of the service.
 * Only what stands before it, where `nurDavor` says so.
 */
export function sichtVon(namen: Namen, unterlagen: Unterlagen, stelle: string, nurDavor = false): Sicht {
  const [, feld = '', rest = ''] =
    /^(pages\[\d+\](?:\.(?:fields|columns)\[\d+\])*)\.?(.*)$/s.exec(stelle) ?? [];
  const grenze = /^(checks|messages)/.test(rest) ? nach(feld) : feld;
  const alle: Sicht = { ...namen, reihen: [], spalten: spaltenVon(namen, unterlagen, feld, rest) };
  if (feld !== '') {
    const sicht = mitReihen(alle, feld);
    return nurDavor ? davor(sicht, grenze) : sicht;
  }
  const [aussen, ort] = gruppeDerStelle(unterlagen, stelle);
  const gruppe = findeGruppe(namen.felder, aussen);
  const sicht = gruppe.length > 0 ? { ...alle, reihen: gruppe } : alle;
  return nurDavor && ort !== '' ? davor(sicht, nach(platzVon(namen.felder, ort.split('.')))) : sicht;
}

/** The groups around a field, the outermost first. */
function mitReihen(sicht: Sicht, feld: string): Sicht {
  const reihen: (readonly Name[])[] = [];
  let level: readonly Name[] = sicht.felder;
  for (;;) {
    const around = level.find(({ gruppe, platz }) => gruppe !== null && feld.startsWith(`${platz}.`));
    if (!around?.gruppe) return { ...sicht, reihen };
    level = around.gruppe.felder;
    reihen.push(level);
  }
}

/** Only names that stand before a place; the group around it counts, its later fields do not. */
function davor(sicht: Sicht, grenze: string): Sicht {
  const vorher = (felder: readonly Name[]): readonly Name[] =>
    felder.filter(({ platz }) => vergleich(platz, grenze) < 0 && !grenze.startsWith(`${platz}.`));
  return { ...sicht, felder: vorher(sicht.felder), reihen: sicht.reihen.map(vorher) };
}

/** The order of two places in the document. */
function vergleich(a: string, b: string): number {
  const [one, two] = [a, b].map((place) => [...place.matchAll(/\d+/g)].map(Number));
  for (const [index, number] of (one ?? []).entries()) {
    const other = two?.[index];
    if (other === undefined) return 1;
    if (number !== other) return number - other;
  }
  return (one?.length ?? 0) < (two?.length ?? 0) ? -1 : 0;
}

/** Just behind a field, so that it counts itself. */
function nach(feld: string): string {
  return feld.replace(/\[(\d+)\]$/, (_, index: string) => `[${Number(index) + 1}]`);
}

/** What `entry.…` is in the options of a field. */
function spaltenVon(
  namen: Namen,
  { formular }: Unterlagen,
  feld: string,
  rest: string,
): readonly Name[] | null {
  if (!rest.startsWith('options')) return null;
  const options = jsonAm(jsonAm(formular, feld), 'options');
  const table = String(jsonAm(options, 'from') ?? '');
  if (jsonAm(options, 'list') !== undefined) return listenEintrag;
  return namen.tabellen.get(table)?.gruppe?.felder ?? null;
}

/** The group whose row a place outside of the pages is about, and the field after which it is checked. */
function gruppeDerStelle({ formular }: Unterlagen, stelle: string): readonly [readonly string[], string] {
  const [, gruppe] = /^offices\[\d+\]\.rows\.(\w+)$/.exec(stelle) ?? [];
  if (gruppe !== undefined) return [[gruppe], ''];
  const [, liste, index] = /^(fee\.lines|rules)\[(\d+)\]/.exec(stelle) ?? [];
  if (liste === undefined) return [[], ''];
  const eintrag = jsonAm(formular, `${liste}[${index}]`);
  const je = jsonAm(eintrag, 'forEach');
  if (typeof je === 'string') return [[je], ''];
  const feld = jsonAm(eintrag, 'field');
  return typeof feld === 'string' ? [feld.split('.').slice(0, -1), feld] : [[], ''];
}

function findeGruppe(felder: readonly Name[], [id, ...rest]: readonly string[]): (readonly Name[])[] {
  const found = felder.find((each) => each.id === id)?.gruppe;
  return found ? [found.felder, ...findeGruppe(found.felder, rest)] : [];
}

function platzVon(felder: readonly Name[], [id, ...rest]: readonly string[]): string {
  const found = felder.find((each) => each.id === id);
  if (!found) return '';
  return found.gruppe && rest.length > 0 ? platzVon(found.gruppe.felder, rest) : found.platz;
}

/** What stands at `pages[2].fields[1]`. */
function jsonAm(value: unknown, place: string): Json | undefined {
  let current = isJsonObject(value) ? (value as Json) : undefined;
  for (const part of place.split(/[.[\]]+/).filter(Boolean)) {
    if (Array.isArray(current)) current = (current as readonly Json[])[Number(part)];
    else current = valueAt(current, part);
  }
  return current;
}
