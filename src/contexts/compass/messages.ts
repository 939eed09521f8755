import type { Bezug } from './domain/bezug.ts';
import type { PersonRolle } from './domain/fachbereich.ts';
import type { Frische } from './domain/frische.ts';
import type { PruefErgebnis } from './domain/pruefung.ts';
import type { FallzahlArt, NachweisArt, StandFeld } from './domain/stand.ts';
import type { Zustand } from './domain/zustand.ts';

export const zustandLabel: Readonly<Record<Zustand, string>> = {
  'nicht-begonnen': 'nicht begonnen',
  vorgemerkt: 'vorgemerkt',
  geplant: 'geplant',
  'in-umsetzung': 'in Umsetzung',
  'in-erprobung': 'in Erprobung',
  online: 'online',
  abgeschaltet: 'abgeschaltet',
  'nicht-anwendbar': 'nicht anwendbar',
};

/** What a statement is called that came along with a Leistung after a split or a merge. */
export const mitgezogenLabel = 'mitgezogen, zu bestätigen';

/** What is shown where nobody has said anything. */
export const keineAngabe = 'keine Angabe';

/** What an entry is called that took a statement back. */
export const zurueckgenommen = 'zurückgenommen';

export const feldLabel: Readonly<Record<StandFeld, string>> = {
  zustand: 'Zustand',
  giltAb: 'gilt ab',
  grund: 'Grund',
  geplantFuer: 'geplant für',
  umgesetztAm: 'umgesetzt am',
  abgeschaltetAm: 'abgeschaltet am',
  reifegrad11: 'Reifegrad 1.1',
  kriterien11: 'Kriterien zum Reifegrad 1.1',
  reifegrad20: 'Reifegrad 2.0',
  kriterien20: 'Kriterien zum Reifegrad 2.0',
  fallzahl: 'Fallzahl',
  fallzahlJahr: 'Jahr der Fallzahl',
  fallzahlArt: 'Art der Fallzahl',
  loesungId: 'Lösung',
  prioritaet: 'Priorität',
  fachbereichId: 'Fachbereich',
  zustaendig: 'zuständig',
  vertretung: 'Vertretung',
  nachweis: 'Nachweis',
  bemerkung: 'Bemerkung',
  felder: 'eigene Felder',
};

export const frischeLabel: Readonly<Record<Frische, string>> = {
  frisch: 'frisch',
  alternd: 'älter als ein halbes Jahr',
  veraltet: 'älter als ein Jahr',
};

export const fallzahlArtLabel: Readonly<Record<FallzahlArt, string>> = {
  gezaehlt: 'gezählt',
  geschaetzt: 'geschätzt',
};

export const rolleLabel: Readonly<Record<PersonRolle, string>> = {
  leitung: 'Leitung',
  mitarbeit: 'Mitarbeit',
  vertretung: 'Vertretung',
};

export const nachweisArtLabel: Readonly<Record<NachweisArt, string>> = {
  link: 'Link',
  notiz: 'Notiz',
  datei: 'Datei',
};

export const pruefLabel: Readonly<Record<PruefErgebnis, string>> = {
  erreichbar: 'Die Seite antwortet.',
  'antwortet-nicht': 'Die Seite antwortet nicht.',
  fehler: 'Die Seite meldet einen Fehler.',
  'nicht-erlaubt': 'Diese Adresse fragen wir nicht ab: Sie liegt nicht im öffentlichen Netz.',
};

export const bezugLabel: Readonly<Record<Bezug, string>> = {
  zustaendig: 'Sie sind zuständig',
  vertretung: 'Sie vertreten',
  fachbereich: 'Ihr Fachbereich',
  abgegeben: 'nicht mehr bei Ihnen',
};
