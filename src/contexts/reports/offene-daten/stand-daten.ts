import type { OeffentlicheLeistung } from '../domain/freigabe.ts';
import type { OeffentlichRow } from '../store-freigaben.ts';
import type { Datensatz } from './datensatz.ts';
import { type Feld, makeDatensatz } from './make-datensatz.ts';

/** The licence under which a Kommune releases its Stand; the form of the release says so. */
export const standLizenz = {
  name: 'Datenlizenz Deutschland – Zero – Version 2.0',
  url: 'https://www.govdata.de/dl-de/zero-2-0',
} as const;

type Row = OeffentlicheLeistung & { readonly lage: 'online' | 'geplant' };

const felder: readonly Feld<Row>[] = [
  {
    name: 'leistung_id',
    typ: 'text',
    beschreibung: 'Nummer der Leistung, wie in „leistungen“',
    wert: ({ id }) => id,
  },
  { name: 'name', typ: 'text', beschreibung: 'Bezeichnung im Katalog', wert: ({ name }) => name },
  { name: 'themenfeld', typ: 'text', beschreibung: 'Themenfeld', wert: ({ themenfeld }) => themenfeld },
  { name: 'lage', typ: 'text', beschreibung: 'online oder geplant', wert: ({ lage }) => lage },
  {
    name: 'online_seit',
    typ: 'datum',
    beschreibung: 'Nach Angabe der Kommune; leer: keine Angabe',
    wert: ({ seit }) => seit ?? null,
  },
  {
    name: 'geplant_fuer',
    typ: 'datum',
    beschreibung: 'Ein Plan, keine Zusage',
    wert: ({ termin }) => termin ?? null,
  },
  {
    name: 'reifegrad_1_1',
    typ: 'zahl',
    beschreibung: '0 bis 4; leer: nicht freigegeben oder keine Angabe',
    wert: ({ reifegrad11 }) => reifegrad11 ?? null,
  },
];

/** What a Kommune has made public, as open data: only the parts that it released. */
export function standDaten({ inhalt, ags, giltBis }: OeffentlichRow): Datensatz {
  const { kommune, stichtag, online, termine } = inhalt;
  const rows: readonly Row[] = [
    ...(online ?? []).map((each) => ({ ...each, lage: 'online' as const })),
    ...(termine ?? []).map((each) => ({ ...each, lage: 'geplant' as const })),
  ];
  return makeDatensatz(
    {
      name: `stand-${ags}`,
      titel: `Stand der Onlineleistungen, ${kommune}`,
      beschreibung: `Was bei ${kommune} online geht und was geplant ist, soweit freigegeben. Die Freigabe gilt bis ${giltBis}.`,
      quelle: `Eigene Angaben der Kommune ${kommune}`,
      herausgeber: kommune,
      lizenz: standLizenz,
      stand: stichtag,
    },
    felder,
    rows,
  );
}
