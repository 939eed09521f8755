import type { ZugZustand } from './domain/ausrollung.ts';
import type { Lage } from './domain/meldung.ts';
import type { Zeile } from './domain/unterschied.ts';
import type { Schritt, Zustand } from './domain/zustand.ts';

export const zustandLabel: Readonly<Record<Zustand, string>> = {
  geplant: 'geplant',
  laeuft: 'unterwegs',
  angehalten: 'angehalten',
  abgeschlossen: 'abgeschlossen',
  zurueckgenommen: 'zurückgenommen',
  verworfen: 'verworfen',
};

export const schrittLabel: Readonly<Record<Schritt, string>> = {
  beginnen: 'Ausrollung beginnen',
  anhalten: 'Anhalten',
  fortsetzen: 'Fortsetzen',
  abschliessen: 'Abschließen',
  zuruecknehmen: 'Fassung zurücknehmen',
  verwerfen: 'Plan verwerfen',
};

export const schrittGetan: Readonly<Record<Schritt | 'planen', string>> = {
  planen: 'geplant',
  beginnen: 'begonnen',
  anhalten: 'angehalten',
  fortsetzen: 'fortgesetzt',
  abschliessen: 'abgeschlossen',
  zuruecknehmen: 'zurückgenommen',
  verwerfen: 'verworfen',
};

export const zugLabel: Readonly<Record<ZugZustand, string>> = {
  wartet: 'wartet auf ihren Tag',
  umgestellt: 'umgestellt',
  zurueckgeblieben: 'zurückgeblieben: es fehlt etwas',
  festgehalten: 'hält an ihrer Fassung fest',
  entfallen: 'nutzt den Onlinedienst nicht mehr',
  zurueckgestellt: 'zurück auf der früheren Fassung',
};

export const lageLabel: Readonly<Record<Lage, string>> = {
  kommt: 'kommt',
  gilt: 'gilt jetzt',
  vorbei: 'vorbei',
  entfallen: 'entfallen',
};

export const zeilenLabel: Readonly<Record<Zeile['art'], string>> = {
  parameter: 'Angaben der Kommune',
  leistung: 'Leistungen',
  frage: 'Fragen im Formular',
  ablauf: 'Ablauf',
  text: 'Texte der Leistungsseite',
};

/** What an announcement of maintenance always says to somebody with a form open. */
export const nichtsGehtVerloren =
  'Was Sie im Antrag schon ausgefüllt und mit „Weiter“ gespeichert haben, bleibt erhalten. Mit Ihrem persönlichen Link machen Sie danach weiter.';
