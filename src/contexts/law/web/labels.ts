import type { AkteurArt, Ebene, Schritt } from '../domain/akteur.ts';
import type { Frist, RegisterName } from '../domain/eintrag.ts';
import type { RadarStand } from '../domain/radar.ts';

/** Words of the pages for what stands as a code in the data. */

export const artLabel: Readonly<Record<AkteurArt, string>> = {
  bund: 'Bund',
  ministerium: 'Ministerium',
  land: 'Land',
  gremium: 'Gremium',
  anstalt: 'Anstalt',
  koordination: 'Koordinationsstelle',
  'kommunaler-verband': 'Kommunaler Verband',
  'it-dienstleister': 'IT-Dienstleister',
};

export const ebeneLabel: Readonly<Record<Ebene, string>> = {
  bund: 'Bund',
  'bund-land': 'Bund und Länder',
  land: 'Land',
  kommune: 'Kommune',
};

export const schrittLabel: Readonly<Record<Schritt, string>> = {
  regelt: 'regelt',
  finanziert: 'finanziert',
  entwickelt: 'entwickelt',
  betreibt: 'betreibt',
  'rollt-aus': 'rollt aus',
  vollzieht: 'vollzieht',
};

export const registerLabel: Readonly<Record<RegisterName, string>> = {
  schriftform: 'Schriftform',
  bescheid: 'Bescheide und Siegel',
  nutzergruppe: 'Nutzergruppen',
  nachweis: 'Nachweise',
  kennzahl: 'Kennzahlen nach § 11 OZG',
};

const artenLabel: Readonly<Record<string, string>> = {
  antrag: 'Antrag',
  allgemein: 'allgemeine Regel',
  schriftlich: 'schriftlich',
  'schriftlich-oder-elektronisch': 'schriftlich oder elektronisch',
  'nur-schriftlich': 'nur schriftlich, kein Siegel',
  ausnahme: 'nur ausnahmsweise',
  persoenlich: 'persönliches Erscheinen',
  erklaerung: 'Erklärung',
  anzeige: 'Anzeige',
  vollmacht: 'Vollmacht',
  rechtsbehelf: 'Rechtsbehelf',
  vertrag: 'Vertrag',
  unterschrift: 'eigenhändige Unterschrift',
  formwahl: 'Form zur Wahl',
  formfrei: 'formfrei',
  textform: 'Textform',
  beurkundung: 'Beurkundung',
  'schriftlich-oder-signatur': 'schriftlich oder mit Signatur',
  urkunde: 'Urkunde',
  'urkunde-oder-elektronisch': 'Urkunde oder elektronisch',
  zustellung: 'förmliche Zustellung',
  'unterschrift-und-siegel': 'Unterschrift und Siegel',
  mitfuehren: 'Papier zum Mitführen',
  'nur-unternehmen': 'nur Unternehmen',
  'nur-personen': 'nur Privatpersonen',
  gemischt: 'Personen und Unternehmen',
  eu: 'EU-Recht',
  bund: 'Bundesrecht',
  monitoring: 'Monitoring',
  evaluierung: 'Evaluierung',
  erfuellungsaufwand: 'Erfüllungsaufwand',
};

/** The kind of an entry in words. */
export function eintragArtLabel(art: string): string {
  return artenLabel[art] ?? art;
}

export const standLabel: Readonly<Record<RadarStand, string>> = {
  jetzt: 'jetzt beginnen',
  gilt: 'gilt schon',
  jederzeit: 'jederzeit nutzbar',
  kommt: 'kommt',
  vorbei: 'Stichtag vorbei',
};

export const verpflichtetLabel: Readonly<Record<Frist['verpflichtet'], string>> = {
  bund: 'nur der Bund',
  'bund-laender': 'Bund und Länder',
  alle: 'alle Stellen, auch Kommunen',
};
