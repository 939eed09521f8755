/** The sections that a report can have, in their usual order. */
export const abschnittKeys = [
  'ueberblick',
  'pflichten',
  'verlauf',
  'reifegrad',
  'fachbereiche',
  'termine',
  'loesungen',
  'fristen',
] as const;

export type AbschnittKey = (typeof abschnittKeys)[number];

export const abschnittTitel: Readonly<Record<AbschnittKey, string>> = {
  ueberblick: 'Überblick',
  pflichten: 'Pflichten und Abdeckung',
  verlauf: 'Entwicklung in 24 Monaten',
  reifegrad: 'Reifegrad',
  fachbereiche: 'Fachbereiche',
  termine: 'Nächste Schritte und verstrichene Termine',
  loesungen: 'Eingesetzte Lösungen',
  fristen: 'Fristen nach OZG 2.0',
};

/** A section of a report with the Kommune's own remark. */
export interface GewaehlterAbschnitt {
  readonly key: AbschnittKey;
  readonly anmerkung: string;
}

export function parseAbschnittKey(text: string): AbschnittKey | null {
  return abschnittKeys.find((key) => key === text) ?? null;
}
