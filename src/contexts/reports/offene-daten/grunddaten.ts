import type { Catalogue, Leistung } from '#catalogue';
import type { Regel } from '#duties';
import { evidenceLabel } from '#kernel';
import { artLabel, type LoesungStand, statusLabel } from '#solutions';
import type { GroessenklasseFact, Territory } from '#territory';
import type { Datensatz, Lizenz } from './datensatz.ts';
import { type Feld, makeDatensatz } from './make-datensatz.ts';

const eigen: Lizenz = { name: 'Fakten ohne Schutz, eigene Zusammenstellung', url: null };
const herausgeber = 'Betreiber dieser Installation von Leitwerk';

/** The licence of reference data as their head names it. */
function lizenzOf(name: string): Lizenz {
  return name === 'MIT' ? { name, url: 'https://spdx.org/licenses/MIT' } : { name, url: null };
}

/** Every Leistung of the catalogue. */
export function katalogDaten(catalogue: Catalogue): Datensatz {
  const { fassung } = catalogue;
  const ozgOf = ({ ozgId }: Leistung) => (ozgId === null ? undefined : catalogue.ozgById.get(ozgId));
  const feldOf = (leistung: Leistung) => {
    const lage = catalogue.lageById.get(ozgOf(leistung)?.lageId ?? -1);
    return catalogue.themenfeldById.get(lage?.themenfeldId ?? -1)?.name ?? null;
  };
  const felder: readonly Feld<Leistung>[] = [
    {
      name: 'leistung_id',
      typ: 'text',
      beschreibung: 'Eigene Nummer, bleibt über alle Fassungen gleich',
      wert: ({ id }) => id,
    },
    {
      name: 'leika',
      typ: 'text',
      beschreibung: 'LeiKa-Schlüssel mit 14 Ziffern, leer wo keiner bekannt ist',
      wert: ({ leika }) => leika,
    },
    { name: 'name', typ: 'text', beschreibung: 'Bezeichnung im Katalog', wert: ({ name }) => name },
    { name: 'ozg_nummer', typ: 'zahl', beschreibung: 'Nummer der OZG-Leistung', wert: ({ ozgId }) => ozgId },
    {
      name: 'ozg_name',
      typ: 'text',
      beschreibung: 'Name der OZG-Leistung',
      wert: (row) => ozgOf(row)?.name ?? null,
    },
    { name: 'themenfeld', typ: 'text', beschreibung: 'Themenfeld der OZG-Leistung', wert: feldOf },
    {
      name: 'typisierung',
      typ: 'text',
      beschreibung: 'LeiKa-Typ: wer regelt und wer vollzieht',
      wert: ({ typ }) => typ,
    },
    {
      name: 'sdg1',
      typ: 'wahrheitswert',
      beschreibung: 'Gehört zu Anhang I der SDG-Verordnung; leer: unbekannt',
      wert: ({ sdg1 }) => sdg1,
    },
    {
      name: 'sdg2',
      typ: 'wahrheitswert',
      beschreibung: 'Gehört zu Anhang II der SDG-Verordnung; leer: unbekannt',
      wert: ({ sdg2 }) => sdg2,
    },
  ];
  return makeDatensatz(
    {
      name: 'leistungen',
      titel: 'Katalog der Verwaltungsleistungen',
      beschreibung:
        'Jede Leistung des OZG-Umsetzungskatalogs mit LeiKa-Schlüssel, OZG-Leistung und Themenfeld.',
      quelle: fassung.quelle,
      herausgeber,
      lizenz: lizenzOf(fassung.lizenz),
      stand: fassung.stand,
    },
    felder,
    catalogue.leistungen,
  );
}

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
      lizenz: eigen,
      stand,
    },
    felder,
    regeln,
  );
}

/** Every dated Größenklasse of every body. */
export function klassenDaten(territory: Territory): Datensatz {
  const bestand = territory.bestaende[0];
  const nameOf = (ags: string) => territory.bodyByAgs.get(ags)?.name ?? '';
  const felder: readonly Feld<GroessenklasseFact>[] = [
    {
      name: 'ags',
      typ: 'text',
      beschreibung: 'Amtlicher Schlüssel, 8 Ziffern, bei Kreisen 5',
      wert: ({ ags }) => ags,
    },
    { name: 'name', typ: 'text', beschreibung: 'Name der Körperschaft', wert: ({ ags }) => nameOf(ags) },
    {
      name: 'groessenklasse',
      typ: 'text',
      beschreibung: 'Rechtsstellung nach § 4 GO NRW',
      wert: ({ klasse }) => klasse,
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
      beschreibung: 'Wie gut es belegt ist',
      wert: ({ evidence }) => evidenceLabel[evidence],
    },
    {
      name: 'quelle',
      typ: 'text',
      beschreibung: 'Fundstelle',
      wert: ({ source }) => source.url ?? source.title,
    },
  ];
  return makeDatensatz(
    {
      name: 'groessenklassen',
      titel: 'Größenklassen der Kommunen in Nordrhein-Westfalen',
      beschreibung: 'Die Rechtsstellung jeder Gemeinde und jedes Kreises, mit Tagen und Quelle.',
      quelle: bestand?.quelle ?? 'keine',
      herausgeber,
      lizenz: lizenzOf(bestand?.lizenz ?? 'unbekannt'),
      stand: bestand?.stand ?? 'unbekannt',
    },
    felder,
    [...territory.klassenByAgs.values()].flat(),
  );
}

/** The register of Lösungen. */
export function loesungDaten(loesungen: readonly LoesungStand[], stand: string): Datensatz {
  const felder: readonly Feld<LoesungStand>[] = [
    { name: 'loesung_id', typ: 'text', beschreibung: 'Kennung im Register', wert: ({ id }) => id },
    { name: 'name', typ: 'text', beschreibung: 'Name der Lösung', wert: ({ inhalt }) => inhalt.name },
    {
      name: 'art',
      typ: 'text',
      beschreibung: 'Onlinedienst, EfA-Dienst, Formularassistent oder Fachverfahren',
      wert: ({ inhalt }) => artLabel[inhalt.art],
    },
    {
      name: 'anbieter',
      typ: 'text',
      beschreibung: 'Wer sie anbietet',
      wert: ({ inhalt }) => inhalt.anbieter,
    },
    {
      name: 'status',
      typ: 'text',
      beschreibung: 'Stand am Tag der Datei',
      wert: ({ status }) => statusLabel[status],
    },
    {
      name: 'verfuegbar_ab',
      typ: 'datum',
      beschreibung: 'Erster Tag; leer: unbekannt',
      wert: ({ inhalt }) => inhalt.verfuegbarAb,
    },
    {
      name: 'endet_am',
      typ: 'datum',
      beschreibung: 'Letzter Tag; leer: keiner bekannt',
      wert: ({ inhalt }) => inhalt.endetAm,
    },
    {
      name: 'leistungen',
      typ: 'text',
      beschreibung: 'Nummern der enthaltenen Leistungen, durch Leerzeichen getrennt',
      wert: ({ inhalt }) => inhalt.leistungen.map(({ leistungId }) => leistungId).join(' '),
    },
    { name: 'url', typ: 'text', beschreibung: 'Adresse der Beschreibung', wert: ({ inhalt }) => inhalt.url },
    {
      name: 'gilt_ab',
      typ: 'datum',
      beschreibung: 'Ab wann diese Angaben gelten',
      wert: ({ fassung }) => fassung.giltAb,
    },
    {
      name: 'evidenz',
      typ: 'text',
      beschreibung: 'Wie gut es belegt ist',
      wert: ({ inhalt }) => evidenceLabel[inhalt.evidenz],
    },
    {
      name: 'quelle',
      typ: 'text',
      beschreibung: 'Fundstelle',
      wert: ({ inhalt }) => inhalt.quelle.url ?? inhalt.quelle.title,
    },
  ];
  return makeDatensatz(
    {
      name: 'loesungen',
      titel: 'Register der Lösungen',
      beschreibung:
        'Womit Kommunen ihre Leistungen online anbieten. Übernommen ist, was eine zweite Person geprüft hat.',
      quelle: 'Register der Lösungen; jede Zeile nennt ihre Quelle',
      herausgeber,
      lizenz: eigen,
      stand,
    },
    felder,
    loesungen,
  );
}
