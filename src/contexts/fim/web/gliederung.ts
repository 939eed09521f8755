import type { XdfDatenfeld, XdfStruktur } from '#standards/xdatenfelder';
import type { Schemadetail } from '../use-cases/read-schema.ts';

interface Ast {
  readonly label: string;
  readonly note: string;
  readonly children?: readonly Ast[];
  readonly open?: boolean;
}

const feldartLabel: Readonly<Record<string, string>> = {
  select: 'Auswahl',
  label: 'Hinweistext',
  hidden: 'verborgen',
  locked: 'gesperrt',
};

const datentypLabel: Readonly<Record<string, string>> = {
  text: 'Text',
  text_latin: 'Text',
  date: 'Datum',
  time: 'Uhrzeit',
  datetime: 'Tag und Uhrzeit',
  bool: 'Ja oder nein',
  num: 'Zahl',
  num_int: 'Ganze Zahl',
  num_currency: 'Betrag',
  file: 'Datei',
  obj: 'Datenobjekt',
};

/** The structure of a schema as a tree. */
export function gliederung({ nachricht: { inhalt } }: Pick<Schemadetail, 'nachricht'>): readonly Ast[] {
  return inhalt.strukturen.map((struktur) => ast(struktur, inhalt.strukturen.length <= 3));
}

function ast({ anzahl, enthaelt }: XdfStruktur, open = false): Ast {
  const label = enthaelt.bezeichnungEingabe.trim() || enthaelt.name.trim() || enthaelt.kennung.id;
  const rules = enthaelt.regeln.length;
  const parts = [
    enthaelt.kennung.id,
    oft(anzahl),
    enthaelt.art === 'feld' ? artOf(enthaelt) : '',
    rules > 0 ? `${rules} ${rules === 1 ? 'Regel' : 'Regeln'}` : '',
  ];
  const note = parts.filter((part) => part !== '').join(' · ');
  if (enthaelt.art === 'feld') return { label, note };
  return { label, note, open, children: enthaelt.strukturen.map((each) => ast(each)) };
}

function artOf({ feldart, datentyp }: XdfDatenfeld): string {
  return feldartLabel[feldart.code] ?? datentypLabel[datentyp.code] ?? datentyp.code;
}

/** „Pflicht“, „freiwillig“, „2 bis 5 Mal“. */
function oft({ min, max }: XdfStruktur['anzahl']): string {
  if (min === 1 && max === 1) return 'Pflicht';
  if (min === 0 && max === 1) return 'freiwillig';
  if (max === null)
    return min === 0 ? 'beliebig oft' : min === 1 ? 'mindestens einmal' : `mindestens ${min} Mal`;
  return `${min} bis ${max} Mal`;
}
