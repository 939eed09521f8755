import type { Regel } from '#duties';
import { evidenceLabel } from '#kernel';
import type { Datensatz } from './datensatz.ts';
import { eigeneLizenz, herausgeber } from './herausgeber-lizenz.ts';
import { type Feld, makeDatensatz } from './make-datensatz.ts';

const klassen: readonly (readonly [keyof Regel['verteilung'], string])[] = [
  ['kreisfreie-stadt', 'kreisfreie_stadt'],
  ['grosse-kreisangehoerige-stadt', 'grosse_kreisangehoerige_stadt'],
  ['mittlere-kreisangehoerige-stadt', 'mittlere_kreisangehoerige_stadt'],
  ['kreisangehoerige-gemeinde', 'kreisangehoerige_gemeinde'],
  ['kreis', 'kreis'],
  ['staedteregion', 'staedteregion'],
];

/** Every competence rule with its norm. */
export function regelDaten(regeln: readonly Regel[], stand: string): Datensatz {
  const joined = (values: readonly (string | number)[]) => values.join(' ');
  const felder: readonly Feld<Regel>[] = [
    { name: 'regel_id', typ: 'text', beschreibung: 'Kennung der Regel', wert: ({ id }) => id },
    {
      name: 'aufgabe',
      typ: 'text',
      beschreibung: 'Die Aufgabe, die verteilt wird',
      wert: ({ aufgabe }) => aufgabe,
    },
    { name: 'norm', typ: 'text', beschreibung: 'Rechtsgrundlage', wert: ({ norm }) => norm },
    ...klassen.map(
      ([klasse, name]): Feld<Regel> => ({
        name,
        typ: 'text',
        beschreibung:
          'S selbst, K der Kreis, A nach Bestimmung, L Landesbehörde, X andere Stelle, - nicht diese Klasse',
        wert: ({ verteilung }) => verteilung[klasse],
      }),
    ),
    { name: 'stelle', typ: 'text', beschreibung: 'Die Stelle hinter L und X', wert: ({ stelle }) => stelle },
    {
      name: 'ozg_nummern',
      typ: 'text',
      beschreibung: 'OZG-Leistungen, für die sie gilt, durch Leerzeichen getrennt',
      wert: ({ reichweite }) => joined(reichweite.ozgIds),
    },
    {
      name: 'objekte',
      typ: 'text',
      beschreibung: 'LeiKa-Objekte mit 8 Ziffern',
      wert: ({ reichweite }) => joined(reichweite.objekte),
    },
    {
      name: 'schluessel',
      typ: 'text',
      beschreibung: 'LeiKa-Schlüssel mit 14 Ziffern',
      wert: ({ reichweite }) => joined(reichweite.schluessel),
    },
    {
      name: 'gueltig_von',
      typ: 'datum',
      beschreibung: 'Erster Tag; leer: unbekannt',
      wert: ({ validFrom }) => validFrom,
    },
    {
      name: 'gueltig_bis',
      typ: 'datum',
      beschreibung: 'Letzter Tag; leer: gilt weiter',
      wert: ({ validTo }) => validTo,
    },
    {
      name: 'evidenz',
      typ: 'text',
      beschreibung: 'Wie gut die Regel belegt ist',
      wert: ({ evidenz }) => evidenceLabel[evidenz],
    },
    {
      name: 'quelle',
      typ: 'text',
      beschreibung: 'Fundstellen',
      wert: ({ quellen }) => quellen.map(({ title, url }) => url ?? title).join(' | '),
    },
  ];
  return makeDatensatz(
    {
      name: 'regeln',
      titel: 'Regeln der Zuständigkeit in Nordrhein-Westfalen',
      beschreibung: 'Wer welche Aufgabe ausführt, je Größenklasse, mit Norm und Evidenz. Kein Rechtsrat.',
      quelle: 'Von Hand erfasst; jede Zeile nennt Norm und Fundstelle',
      herausgeber,
      lizenz: eigeneLizenz,
      stand,
    },
    felder,
    regeln,
  );
}
