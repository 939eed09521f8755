import type { Feld, FeldTyp } from './domain/feld.ts';

export const typLabel: Readonly<Record<FeldTyp, string>> = {
  text: 'Text',
  zahl: 'Zahl',
  datum: 'Datum',
  'ja-nein': 'ja oder nein',
  auswahl: 'Auswahl',
  link: 'Link',
};

export const herkunftLabel: Readonly<Record<Feld['herkunft'], string>> = {
  system: 'fest',
  anbieter: 'IT-Dienstleister',
  kommune: 'eigene Kommune',
};
