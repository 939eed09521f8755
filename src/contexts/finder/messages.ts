import type { WortArt } from './domain/finder-input.ts';
import type { Grund } from './domain/search/answer.ts';
import type { Aktion, Vorschlag } from './domain/vorschlag.ts';
import type { Zielgruppe } from './domain/zielgruppe.ts';

export const artLabel: Readonly<Record<WortArt, string>> = {
  alltag: 'Alltagswort',
  kurz: 'Abkürzung',
  regional: 'Regionales Wort',
  lage: 'Lage',
  fremd: 'Fremdsprache',
};

export const aktionLabel: Readonly<Record<Aktion, string>> = { dazu: 'Wort dazu', weg: 'Wort weg' };

export const zielgruppeLabel: Readonly<Record<Zielgruppe, string>> = {
  buerger: 'Bürgerinnen und Bürger',
  unternehmen: 'Unternehmen',
};

export const herkunftLabel = { mitgeliefert: 'mitgeliefert', redaktion: 'Redaktion' } as const;

/** What became of a proposal. */
export function standOf({ entscheidung }: Pick<Vorschlag, 'entscheidung'>): string {
  return entscheidung === null ? 'offen' : standLabel[entscheidung];
}

const standLabel = {
  angenommen: 'angenommen',
  abgelehnt: 'abgelehnt',
  zurueckgezogen: 'zurückgezogen',
} as const;

const feldLabel: Readonly<Record<Grund['feld'], string>> = {
  ozg: 'Name der OZG-Leistung',
  name: 'Name der Leistung',
  alltag: 'Alltagswort',
  kurz: 'Abkürzung',
  regional: 'regionales Wort',
  lage: 'Lage',
  fremd: 'Wort einer anderen Sprache',
  umfeld: 'Lebenslage',
  recht: 'Rechtsgrundlage',
  lokal: 'Text vor Ort',
  schluessel: 'Schlüssel',
};

/** Why something was found, in a few words. */
export function grundText({ feld, text }: Grund): string {
  return text === '' ? feldLabel[feld] : `${feldLabel[feld]}: ${text}`;
}
