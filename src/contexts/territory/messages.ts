import type { BodyArt, Groessenklasse } from './domain/territory.ts';

/** Texts of the territory's pages and commands. */
export const messages = {
  kommunen: 'Kommunen',
  kommune: 'Kommune',
  listTitle: 'Kommunen',
  listLead:
    'Alle Gemeinden, Städte und Kreise, für die Leitwerk Daten führt. Sie können nach Name, Gemeindeschlüssel oder Postleitzahl suchen.',
  groessenklasse: 'Größenklasse',
  ohneKlasse: 'ohne Größenklasse',
  kreisfrei: 'kreisfrei',
  ohneKreis: 'ohne Kreis',
  regierungsbezirk: 'Regierungsbezirk',
  ohneRegierungsbezirk: 'ohne Regierungsbezirk',
  steckbrief: 'Steckbrief',
  einwohner: 'Einwohner',
  einwohnerTitle: 'Einwohner nach Stichtag',
  keineEinwohner: 'Für diese Kommune liegt keine Einwohnerzahl vor.',
  kreisSumme: 'Bei Kreisen ist es die Summe ihrer Gemeinden.',
  gemeinden: 'Gemeinden dieses Kreises',
  plz: 'Postleitzahlen',
  plzNote: 'Eine Postleitzahl kann zu mehreren Gemeinden gehören.',
  plzLicence: '© OpenStreetMap-Mitwirkende, Open Database License (ODbL) 1.0',
  plzLicenceUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
  klasseLead:
    'Die Größenklasse ist eine Rechtsstellung nach § 4 GO NRW. Sie folgt nie allein aus der Einwohnerzahl.',
  keineKlasse:
    'Leitwerk kennt Größenklassen nur für Nordrhein-Westfalen. Für andere Länder gibt es hier noch keine Zuständigkeitsregeln.',
  ungeprueft: 'ungeprüft',
  pflichten: 'Pflichten dieser Kommune ansehen',
  radar: 'Radar: Was kommt auf die Kommune zu?',
  alle: 'Alle Kommunen',
} as const;

export const groessenklasseLabel: Readonly<Record<Groessenklasse, string>> = {
  'kreisfreie-stadt': 'Kreisfreie Stadt',
  'grosse-kreisangehoerige-stadt': 'Große kreisangehörige Stadt',
  'mittlere-kreisangehoerige-stadt': 'Mittlere kreisangehörige Stadt',
  'kreisangehoerige-gemeinde': 'Kreisangehörige Gemeinde',
  kreis: 'Kreis',
  staedteregion: 'Städteregion',
};

export const artLabel: Readonly<Record<BodyArt, string>> = {
  gemeinde: 'Gemeinde',
  stadt: 'Stadt',
  kreis: 'Kreis',
  staedteregion: 'Städteregion',
};
