import type { Arbeitspunkt, Befund, Gewicht } from './domain/bericht.ts';
import type { HakenStand } from './domain/haken.ts';

export const standLabel: Readonly<Record<HakenStand, string>> = {
  offen: 'Offen',
  erledigt: 'Erledigt',
  entfaellt: 'Nicht nötig',
};

export const verstandenLabel: Readonly<Record<Arbeitspunkt['verstanden'], string>> = {
  ganz: 'Ganz umgesetzt',
  angenaehert: 'Angenähert umgesetzt',
  teilweise: 'An einem Teil der Stellen umgesetzt',
  nicht: 'Nicht umgesetzt',
};

export const punktartLabel: Readonly<Record<Arbeitspunkt['art'], string>> = {
  regel: 'Regel',
  codeliste: 'Codeliste',
  feld: 'Entscheidung',
};

export const gewichtLabel: Readonly<Record<Gewicht, string>> = {
  luecke: 'Lücke',
  arbeit: 'Zu entscheiden',
  hinweis: 'Hinweis',
};

export const befundLabel: Readonly<Record<Befund['art'], string>> = {
  'codeliste-fehlt': 'Codeliste fehlt',
  'auswahl-zu-lang': 'Auswahl zu lang',
  'regel-offen': 'Regel nicht umgesetzt',
  'regel-angenaehert': 'Regel angenähert',
  muster: 'Muster',
  laenge: 'Länge oder Größe',
  zahl: 'Zahl oder Tag',
  vorbelegung: 'Vorbefüllung',
  vorgabewert: 'Vorgabewert',
  verborgen: 'Verborgenes Feld',
  gesperrt: 'Gesperrtes Feld',
  objekt: 'Datenobjekt',
  dateiart: 'Art der Datei',
  wiederholung: 'Wiederholung',
  tiefe: 'Zu tief geschachtelt',
  auswahlgruppe: 'Auswahlgruppe',
  code: 'Code',
  'text-gekuerzt': 'Text gekürzt',
  'ohne-inhalt': 'Ohne Inhalt',
  kommentar: 'Kommentar der Datei',
  'fassung-2': 'Ältere Fassung',
  unbeschrieben: 'Nicht veröffentlicht beschrieben',
};

/** „1 Feld“, „12 Felder“. */
export function anzahlText(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
