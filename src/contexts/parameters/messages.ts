import type { Ebene } from '#efa/parameter';
import type { Regel, Schwere } from './lint/befund.ts';

export const schwereLabel: Readonly<Record<Schwere, string>> = {
  fehler: 'Fehler',
  warnung: 'Warnung',
  hinweis: 'Hinweis',
};

export const schwereBadge = { fehler: 'danger', warnung: 'warning', hinweis: 'info' } as const;

export const regelLabel: Readonly<Record<Regel, string>> = {
  fehlt: 'fehlt',
  abgelaufen: 'abgelaufen',
  widerspruch: 'widerspricht sich',
  platzhalter: 'Platzhalter',
  adresse: 'Adresse',
  staffel: 'Staffel',
  'zu-lang': 'zu lang',
  'zu-schwer': 'schwer zu lesen',
  kontakt: 'Kontakt',
  bezirke: 'Bezirke',
  schicht: 'Schicht',
};

export const ebeneLabel: Readonly<Record<Ebene, string>> = {
  land: 'Land',
  kreis: 'Kreis',
  kommune: 'Kommune',
};
