import type { Catalogue, Leistung } from '#catalogue';
import type { Datensatz } from './datensatz.ts';
import { herausgeber, lizenzOf } from './herausgeber-lizenz.ts';
import { type Feld, makeDatensatz } from './make-datensatz.ts';

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
