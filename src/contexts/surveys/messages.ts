import { flashesOf } from '#platform';
import type { AbgabeArt, AbgabeZustand } from './domain/abgabe.ts';
import type { Bedarf, Vorarbeit } from './domain/antwort.ts';
import type { FrageArt, Zusatzfrage } from './domain/umfrage.ts';
import type { Anlass } from './domain/vorbelegung.ts';
import type { SchrittArt, Zustand } from './domain/zustand.ts';

export const zustandLabel: Readonly<Record<Zustand, string>> = {
  entwurf: 'Entwurf',
  offen: 'offen',
  nachfrist: 'Nachfrist',
  geschlossen: 'geschlossen',
  ausgewertet: 'ausgewertet',
  veroeffentlicht: 'veröffentlicht',
};

export const schrittLabel: Readonly<Record<SchrittArt, string>> = {
  oeffnen: 'Öffnen',
  verlaengern: 'Frist verlängern',
  nachfrist: 'Nachfrist geben',
  schliessen: 'Schließen',
  auswerten: 'Auswertung abschließen',
  veroeffentlichen: 'Ergebnis veröffentlichen',
  zurueck: 'Einen Schritt zurück',
};

export const bedarfLabel: Readonly<Record<Bedarf, string>> = { ja: 'ja', spaeter: 'später', nein: 'nein' };

export const vorarbeitLabel: Readonly<Record<Vorarbeit, string>> = {
  keine: 'noch keine',
  begonnen: 'begonnen',
  abgeschlossen: 'abgeschlossen',
};

export const zusatzLabel: Readonly<Record<Zusatzfrage, string>> = {
  wunschquartal: 'Wunschquartal',
  fallzahl: 'Fälle im Jahr',
  vorarbeit: 'Eigene Vorarbeit',
  bemerkung: 'Bemerkung',
};

export const frageArtLabel: Readonly<Record<FrageArt, string>> = {
  text: 'freier Text',
  zahl: 'Zahl',
  'ja-nein': 'ja oder nein',
  auswahl: 'eines von mehreren',
};

export const abgabeLabel: Readonly<Record<AbgabeZustand, string>> = {
  unbearbeitet: 'nicht begonnen',
  'in-arbeit': 'in Arbeit',
  eingereicht: 'eingereicht',
  freigegeben: 'freigegeben',
};

export const abgabeArtLabel: Readonly<Record<AbgabeArt, string>> = {
  begonnen: 'begonnen',
  eingereicht: 'eingereicht',
  zurueckgegeben: 'zurückgegeben',
  freigegeben: 'freigegeben',
  geaendert: 'nach dem Einreichen geändert',
};

export const anlassLabel: Readonly<Record<Anlass, string>> = {
  neu: 'in der letzten Runde nicht dabei',
  geaendert: 'Ihr Umsetzungsstand hat sich seither geändert',
  'ohne-antwort': 'in der letzten Runde ohne Antwort',
  rang: 'Ihre Antwort kann die vordersten Plätze ändern',
};

export const { done, flashOf } = flashesOf({
  angelegt: 'Der Entwurf ist angelegt. Gefragt wird erst, wenn Sie die Bedarfsabfrage öffnen.',
  geaendert: 'Der Entwurf ist geändert.',
  schritt: 'Der Schritt ist getan.',
  erinnert: 'Die Erinnerungen werden versandt, nur an Kommunen ohne freigegebene Antwort.',
  gespeichert: 'Ihre Antworten sind gespeichert.',
  vorbelegt: 'Die Vorbelegung ist als Antwort übernommen. Sie können sie weiter ändern.',
  verteilt: 'Die Leistungen sind zugeteilt.',
  eingereicht: 'Die Antworten sind eingereicht. Eine zweite Person gibt sie jetzt frei.',
  freigegeben: 'Die Antworten sind freigegeben.',
  zurueckgegeben: 'Die Antworten sind zurückgegeben und können weiter bearbeitet werden.',
  uebernommen: 'Die verwahrte Eingabe ist übernommen.',
  verworfen: 'Die verwahrte Eingabe ist verworfen.',
  eingelesen: 'Die guten Zeilen der Tabelle sind übernommen.',
});
