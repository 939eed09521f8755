import { formatQuartal, quartal } from '#kernel';
import { distinctOptions, type ListColumn, type ListDefinition, textLink } from '#ui';
import type { Auswertungszeile } from '../use-cases/evaluate.ts';

type Column = ListColumn<Auswertungszeile>;

const count = (
  key: 'ja' | 'spaeter' | 'nein' | 'geantwortet' | 'gefragt' | 'spaete',
  label: string,
): Column => ({
  key,
  label,
  kind: 'number',
  value: (zeile) => zeile[key],
  sortable: true,
  hidden: key === 'gefragt' || key === 'spaete',
});

/** The counted answers of each Leistung; with `href` each leads to what the Kommunen said singly. */
export function auswertungsliste(
  id: string,
  href: ((leistungId: string) => string) | null,
): ListDefinition<Auswertungszeile> {
  return {
    id,
    defaultSort: { key: 'ja', descending: true },
    search: ({ ort }) => `${ort.name} ${ort.id} ${ort.leika ?? ''}`,
    columns: [
      {
        key: 'name',
        label: 'Leistung',
        value: ({ ort }) => ort.name,
        cell: ({ ort }) => (href ? textLink(href(ort.id), ort.name) : ort.name),
        sortable: true,
        width: 'wide',
      },
      {
        key: 'themenfeld',
        label: 'Themenfeld',
        value: ({ ort }) => ort.themenfeld,
        sortable: true,
        hidden: true,
      },
      count('ja', 'Bedarf: ja'),
      count('spaeter', 'später'),
      count('nein', 'nein'),
      {
        key: 'ohne',
        label: 'Ohne Angabe',
        kind: 'number',
        value: ({ gefragt, geantwortet }) => gefragt - geantwortet,
        sortable: true,
      },
      {
        key: 'faelle',
        label: 'Fälle im Jahr',
        kind: 'number',
        value: ({ faelle }) => faelle,
        sortable: true,
      },
      {
        key: 'faelleVon',
        label: 'Fallzahlen von Kommunen',
        kind: 'number',
        value: ({ faelleVon }) => faelleVon,
        hidden: true,
      },
      { key: 'quartal', label: 'Am häufigsten gewünscht', value: ({ quartale }) => haeufigstes(quartale) },
      count('gefragt', 'Gefragte Kommunen'),
      count('geantwortet', 'Antworten'),
      count('spaete', 'Davon verspätet'),
      { key: 'nummer', label: 'Nummer', value: ({ ort }) => ort.id, exportOnly: true },
      { key: 'leika', label: 'LeiKa-Schlüssel', value: ({ ort }) => ort.leika, exportOnly: true },
      {
        key: 'quartale',
        label: 'Wünsche je Quartal',
        value: ({ quartale }) =>
          Object.entries(quartale)
            .toSorted()
            .map(([name, wishes]) => `${name}: ${wishes}`)
            .join('; ') || null,
        exportOnly: true,
      },
    ],
    filters: [
      {
        key: 'themenfeld',
        label: 'Themenfeld',
        options: distinctOptions(({ ort }: Auswertungszeile) => ort.themenfeld),
        values: ({ ort }) => ort.themenfeld,
      },
      {
        key: 'blick',
        label: 'Im Blick',
        options: [
          { value: 'ja', label: 'im Blick dieser Runde' },
          { value: 'nein', label: 'übrige' },
        ],
        values: ({ fokus }) => (fokus ? 'ja' : 'nein'),
      },
    ],
    groupings: [{ key: 'themenfeld', label: 'Themenfeld', value: ({ ort }) => ort.themenfeld }],
  };
}

/** The quarter that most wish, the earlier one of equals; `null` where nobody wished one. */
function haeufigstes(quartale: Readonly<Record<string, number>>): string | null {
  const [first] = Object.entries(quartale).toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first ? formatQuartal(quartal(first[0])) : null;
}
