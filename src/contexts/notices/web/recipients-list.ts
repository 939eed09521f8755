import { localDate } from '#kernel';
import { badge, distinctOptions, formatInstant, type ListDefinition } from '#ui';
import type { Empfaenger } from '../domain/rundmail.ts';
import type { RundmailDetail } from '../use-cases/read-rundmails.ts';
import { empfaengerLabels, rolesText } from '../views/labels.ts';

/** One recipient; without a state it is one of a preview. */
export interface RecipientRow extends Pick<Empfaenger, 'memberId' | 'kommune' | 'rollen'> {
  readonly stand: Empfaenger | null;
}

/** Of a draft who would get it, of a released Rundmail what became of each. */
export function recipientRows({ empfaenger, preview }: RundmailDetail): readonly RecipientRow[] {
  if (preview) return preview.recipients.map((one) => ({ ...one, stand: null }));
  return empfaenger.map((one) => ({ ...one, stand: one }));
}

function stateText({ stand }: RecipientRow): string {
  if (stand === null) return 'vorgesehen';
  const [, label] = empfaengerLabels[stand.zustand];
  return stand.zustand === 'fehlgeschlagen' ? `${stand.versuche}-mal fehlgeschlagen` : label;
}

function detailText({ stand }: RecipientRow): string | null {
  if (stand === null) return null;
  if (stand.gesendetAm) return formatInstant(stand.gesendetAm);
  const next =
    stand.zustand === 'fehlgeschlagen' ? ` Nächster Versuch ${formatInstant(stand.naechsterVersuch)}.` : '';
  return stand.grund === null ? null : `${stand.grund}${next}`;
}

/** The list of recipients: without names, for those stay with their Kommune. */
export function recipientsList(id: string): ListDefinition<RecipientRow> {
  return {
    id: `empfaenger-${id}`,
    defaultSort: { key: 'kommune', descending: false },
    search: ({ kommune, rollen }) => `${kommune} ${rolesText(rollen)}`,
    columns: [
      { key: 'kommune', label: 'Kommune', value: ({ kommune }) => kommune, sortable: true, width: 'wide' },
      { key: 'rollen', label: 'Rollen', value: ({ rollen }) => rolesText(rollen), sortable: true },
      { key: 'kennung', label: 'Person', value: ({ memberId }) => memberId.slice(0, 8) },
      {
        key: 'stand',
        label: 'Stand',
        value: stateText,
        cell: (row) => badge(row.stand ? empfaengerLabels[row.stand.zustand][0] : 'neutral', stateText(row)),
        sortable: true,
      },
      { key: 'versuche', label: 'Versuche', kind: 'number', value: ({ stand }) => stand?.versuche ?? null },
      { key: 'bemerkung', label: 'Gesendet am oder Grund', value: detailText },
      {
        key: 'gesendet',
        label: 'Gesendet (Tag)',
        kind: 'date',
        value: ({ stand }) =>
          stand?.gesendetAm ? localDate(stand.gesendetAm.toISOString().slice(0, 10)) : null,
        exportOnly: true,
      },
    ],
    filters: [
      {
        key: 'stand',
        label: 'Stand',
        options: distinctOptions((row: RecipientRow) => stateText(row)),
        values: stateText,
      },
    ],
  };
}
