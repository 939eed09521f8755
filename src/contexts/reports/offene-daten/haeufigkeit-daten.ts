import { haeufigkeiten as haeufigkeit } from '#compass';
import type { DutiesWorld } from '#duties';
import type { Datensatz } from './datensatz.ts';
import { eigeneLizenz, herausgeber } from './herausgeber-lizenz.ts';
import { type Feld, makeDatensatz } from './make-datensatz.ts';

type Haeufigkeitsstand = Awaited<ReturnType<typeof haeufigkeit.published>>;
type Row = Haeufigkeitsstand['haeufigkeiten'][number];

/** How common Leistungen are, where enough Kommunen that share their Stand counted their cases. */
export function haeufigkeitDaten(
  { catalogue }: Pick<DutiesWorld, 'catalogue'>,
  { stand, haeufigkeiten }: Haeufigkeitsstand,
): Datensatz {
  const felder: readonly Feld<Row>[] = [
    {
      name: 'leistung_id',
      typ: 'text',
      beschreibung: 'Nummer der Leistung, wie in „leistungen“',
      wert: ({ leistungId }) => leistungId,
    },
    {
      name: 'name',
      typ: 'text',
      beschreibung: 'Bezeichnung im Katalog',
      wert: ({ leistungId }) => catalogue.leistungById.get(leistungId)?.name ?? null,
    },
    {
      name: 'faelle_je_million',
      typ: 'zahl',
      beschreibung: 'Fälle im Jahr je Million Einwohner: der Median der Kommunen',
      wert: ({ jeMillion }) => jeMillion,
    },
    {
      name: 'kommunen',
      typ: 'zahl',
      beschreibung: 'Wie viele Kommunen gezählt haben',
      wert: ({ kommunen }) => kommunen,
    },
  ];
  return makeDatensatz(
    {
      name: 'haeufigkeiten',
      titel: 'Wie oft Leistungen gebraucht werden',
      beschreibung: `Fälle je Million Einwohner, wo mindestens ${haeufigkeit.fewestKommunen} Kommunen gezählt haben und ihren Stand teilen. Geschätzte Zahlen zählen nicht mit. Die Suche ordnet danach, was sonst gleich gut passt.`,
      quelle: 'Gezählte Fallzahlen der Kommunen in dieser Installation',
      herausgeber,
      lizenz: eigeneLizenz,
      stand: stand ?? 'noch nicht gezählt',
    },
    felder,
    haeufigkeiten,
  );
}
