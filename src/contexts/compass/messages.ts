import type { StandFeld } from './domain/stand.ts';
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

/** What is shown where nobody has said anything. */
export const keineAngabe = 'keine Angabe';

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
