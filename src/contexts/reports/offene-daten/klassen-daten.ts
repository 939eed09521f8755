import { evidenceLabel } from '#kernel';
import type { GroessenklasseFact, Territory } from '#territory';
import type { Datensatz } from './datensatz.ts';
import { herausgeber, lizenzOf } from './herausgeber-lizenz.ts';
import { type Feld, makeDatensatz } from './make-datensatz.ts';

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
