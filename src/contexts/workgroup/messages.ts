import type { BeschlussZustand, Gewichtung, Wahl } from './domain/abstimmung.ts';
import type { AufgabeZustand } from './domain/aufgabe.ts';
import type { FrageListe, FrageZustand } from './domain/frage.ts';
import type { Form, SitzungZustand, Teilnahme } from './domain/sitzung.ts';

export const sitzungZustandLabel: Readonly<Record<SitzungZustand, string>> = {
  entwurf: 'Entwurf',
  eingeladen: 'eingeladen',
  laeuft: 'läuft',
  abgeschlossen: 'abgeschlossen',
  abgesagt: 'abgesagt',
};

export const formLabel: Readonly<Record<Form, string>> = {
  praesenz: 'vor Ort',
  online: 'online',
  hybrid: 'vor Ort und online',
};

export const teilnahmeLabel: Readonly<Record<Teilnahme, string>> = {
  'vor-ort': 'kommt vor Ort',
  online: 'nimmt online teil',
  nein: 'kommt nicht',
};

export const gewichtungLabel: Readonly<Record<Gewichtung, string>> = {
  person: 'jedes Mitglied eine Stimme',
  kommune: 'jede Kommune eine Stimme',
  einwohner: 'jede Kommune nach Einwohnerzahl',
};

export const wahlLabel: Readonly<Record<Wahl, string>> = { ja: 'Ja', nein: 'Nein', enthaltung: 'Enthaltung' };

export const beschlussZustandLabel: Readonly<Record<BeschlussZustand, string>> = {
  vorgeschlagen: 'vorgeschlagen',
  abstimmung: 'Abstimmung läuft',
  angenommen: 'angenommen',
  abgelehnt: 'abgelehnt',
  zurueckgezogen: 'zurückgezogen',
};

export const aufgabeZustandLabel: Readonly<Record<AufgabeZustand, string>> = {
  offen: 'offen',
  erledigt: 'erledigt',
  entfallen: 'entfallen',
};

export const frageZustandLabel: Readonly<Record<FrageZustand, string>> = {
  neu: 'noch nicht zugeteilt',
  zugeteilt: 'zugeteilt',
  beantwortet: 'beantwortet',
  zurueckgezogen: 'zurückgezogen',
};

export const frageListeLabel: Readonly<Record<FrageListe, string>> = {
  tagesordnung: 'auf der nächsten Tagesordnung',
  'ohne-termin': 'wartet auf einen Sitzungstermin',
  antworten: 'Antworten der Gruppe',
  zurueckgezogen: 'zurückgezogen',
};
