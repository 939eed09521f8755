import { evidenceLabel } from '#kernel';
import { efaKriterien } from '../domain/efa-kriterien.ts';
import type { EnthalteneLeistung, LoesungInhalt } from '../domain/loesung.ts';
import { euroText, type LeistungInput, type LoesungInput } from '../domain/loesung-input.ts';
import { artLabel, kriteriumLabel, niveauLabel, statusLabel, urteilLabel } from '../messages.ts';
import { divider } from '../use-cases/read-fields.ts';

/** A column of the exported table that the import reads again. */
export interface TableField {
  /** The field of `LoesungInput`; criteria are `efa-…`. */
  readonly field: string;
  readonly label: string;
  readonly kind?: 'date';
  readonly write: (inhalt: LoesungInhalt) => string;
}

const joined = (list: readonly string[]) => list.join(` ${divider} `);

/** Every field of a Lösung as a column; written and read again without loss. */
export const tableFields: readonly TableField[] = [
  { field: 'name', label: 'Name', write: ({ name }) => name },
  { field: 'art', label: 'Art', write: ({ art }) => artLabel[art] },
  { field: 'anbieter', label: 'Anbieter', write: ({ anbieter }) => anbieter ?? '' },
  { field: 'hersteller', label: 'Hersteller', write: ({ hersteller }) => hersteller ?? '' },
  { field: 'status', label: 'Status', write: ({ status }) => statusLabel[status] },
  {
    field: 'verfuegbarAb',
    label: 'Verfügbar ab',
    kind: 'date',
    write: ({ verfuegbarAb }) => verfuegbarAb ?? '',
  },
  { field: 'endetAm', label: 'Letzter Tag', kind: 'date', write: ({ endetAm }) => endetAm ?? '' },
  {
    field: 'leistungen',
    label: 'Leistungen',
    write: ({ leistungen }) => joined(leistungen.map(leistungText)),
  },
  { field: 'preisText', label: 'Preis', write: ({ preisText }) => preisText ?? '' },
  {
    field: 'preisEinmalig',
    label: 'Preis einmalig (Euro)',
    write: ({ preisEinmaligCent }) => euroText(preisEinmaligCent),
  },
  {
    field: 'preisJaehrlich',
    label: 'Preis jährlich (Euro)',
    write: ({ preisJaehrlichCent }) => euroText(preisJaehrlichCent),
  },
  { field: 'schnittstellen', label: 'Schnittstellen', write: ({ schnittstellen }) => joined(schnittstellen) },
  {
    field: 'fachverfahren',
    label: 'Benötigte Fachverfahren',
    write: ({ fachverfahren }) => joined(fachverfahren),
  },
  {
    field: 'voraussetzungen',
    label: 'Voraussetzungen',
    write: ({ voraussetzungen }) => voraussetzungen ?? '',
  },
  {
    field: 'vertrauensniveau',
    label: 'Mindest-Vertrauensniveau',
    write: ({ vertrauensniveau }) => (vertrauensniveau === null ? '' : niveauLabel[vertrauensniveau]),
  },
  { field: 'zahlverfahren', label: 'Zahlverfahren', write: ({ zahlverfahren }) => joined(zahlverfahren) },
  { field: 'portale', label: 'Portale', write: ({ portale }) => joined(portale) },
  ...efaKriterien.map(
    (each): TableField => ({
      field: `efa-${each}`,
      label: `EfA: ${kriteriumLabel[each]}`,
      write: ({ efa }) => {
        const urteil = efa[each];
        return urteil === undefined ? '' : urteilLabel[urteil];
      },
    }),
  ),
  { field: 'url', label: 'Adresse', write: ({ url }) => url ?? '' },
  { field: 'hinweis', label: 'Hinweis', write: ({ hinweis }) => hinweis ?? '' },
  { field: 'quelle', label: 'Quelle', write: ({ quelle }) => quelle.title },
  { field: 'quelleUrl', label: 'Adresse der Quelle', write: ({ quelle }) => quelle.url ?? '' },
  { field: 'quelleStand', label: 'Stand der Quelle', kind: 'date', write: ({ quelleStand }) => quelleStand },
  { field: 'evidenz', label: 'Beleg', write: ({ evidenz }) => evidenceLabel[evidenz] },
];

/** The column that tells which Lösung a row is. */
export const idLabel = 'Kennung';

/** `L02950; verfügbar; 3; 4; Kommentar`: number, state, Reifegrad 1.1, Reifegrad 2.0, comment. */
function leistungText({
  leistungId,
  status,
  reifegrad11,
  reifegrad20,
  kommentar,
}: EnthalteneLeistung): string {
  return [leistungId, statusLabel[status], reifegrad11 ?? '', reifegrad20 ?? '', kommentar ?? ''].join('; ');
}

function leistungInput(text: string): LeistungInput {
  const [leistung = '', status = '', reifegrad11 = '', reifegrad20 = '', ...kommentar] = text.split(';');
  return {
    leistung: leistung.trim(),
    status: status.trim(),
    reifegrad11: reifegrad11.trim(),
    reifegrad20: reifegrad20.trim(),
    kommentar: kommentar.join(';').trim(),
  };
}

/** The input that the cells of a row say, by field; a column that the table does not have says nothing. */
export function inputOfCells(cell: (field: string) => string): LoesungInput {
  const list = (field: string) =>
    cell(field)
      .split(divider)
      .filter((each) => each.trim() !== '');
  return {
    name: cell('name'),
    art: cell('art'),
    anbieter: cell('anbieter'),
    hersteller: cell('hersteller'),
    preisText: cell('preisText'),
    preisEinmalig: cell('preisEinmalig'),
    preisJaehrlich: cell('preisJaehrlich'),
    schnittstellen: list('schnittstellen'),
    fachverfahren: list('fachverfahren'),
    voraussetzungen: cell('voraussetzungen'),
    vertrauensniveau: cell('vertrauensniveau'),
    zahlverfahren: list('zahlverfahren'),
    portale: list('portale'),
    verfuegbarAb: cell('verfuegbarAb'),
    endetAm: cell('endetAm'),
    status: cell('status'),
    efa: Object.fromEntries(efaKriterien.map((each) => [each, cell(`efa-${each}`)])),
    leistungen: list('leistungen').map(leistungInput),
    url: cell('url'),
    hinweis: cell('hinweis'),
    quelle: cell('quelle'),
    quelleUrl: cell('quelleUrl'),
    quelleStand: cell('quelleStand'),
    evidenz: cell('evidenz'),
    felder: {},
  };
}
