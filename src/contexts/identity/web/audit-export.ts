import { formatInstant, type ListDefinition } from '#ui';
import type { NamedAuditLine } from '../use-cases/read-audit.ts';
import { labelOfAction } from './audit-labels.ts';

/** The audit trail as a file: every line that the search found, newest first, with the keys in full. */
export const auditExport: ListDefinition<NamedAuditLine> = {
  id: 'pruefspur',
  defaultSort: { key: 'nr', descending: true },
  columns: [
    { key: 'nr', label: 'Nr.', kind: 'number', value: ({ seq }) => seq },
    { key: 'wann', label: 'Wann', value: ({ at }) => formatInstant(at) },
    { key: 'was', label: 'Was', value: ({ action }) => labelOfAction(action) },
    { key: 'aktion', label: 'Aktion', value: ({ action }) => action },
    { key: 'wer', label: 'Wer', value: ({ actorName }) => actorName },
    { key: 'kennung', label: 'Kennung', value: ({ actor }) => actor },
    { key: 'woran', label: 'Woran', value: ({ objectName, objectType }) => objectName ?? objectType },
    { key: 'gegenstand', label: 'Kennung des Gegenstands', value: ({ objectId }) => objectId },
    { key: 'naeheres', label: 'Näheres', value: ({ summary }) => JSON.stringify(summary) },
  ],
};
