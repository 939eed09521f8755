import { html } from 'hono/html';
import { badge, section, table, textLink } from '#ui';
import { type CheckItem, missingOf } from '../domain/check-item.ts';

/** The go-live check as a table: what, whether it holds, who mends it and how. */
export function checkList(items: readonly CheckItem[]) {
  const missing = missingOf(items).length;
  const lead =
    missing === 0
      ? 'Alles Nötige ist da.'
      : `${missing === 1 ? 'Ein Punkt fehlt' : `${missing} Punkte fehlen`} noch. Solange etwas Nötiges fehlt, kann der Dienst nicht live gehen.`;
  return section(
    'Prüfliste für den Start',
    table({
      caption: 'Prüfliste für den Start',
      captionHidden: true,
      columns: [
        { label: 'Was' },
        { label: 'Stand' },
        { label: 'Wer behebt es' },
        { label: 'Wie', width: 'wide' },
      ],
      rows: items.map((item) => [
        item.href ? textLink(item.href, item.what) : item.what,
        itemBadge(item),
        item.ok ? '–' : item.who,
        item.how,
      ]),
    }),
    { id: 'pruefliste', lead: html`${lead}` },
  );
}

function itemBadge({ ok, required }: CheckItem) {
  if (ok) return badge('success', 'in Ordnung');
  return required ? badge('danger', 'fehlt') : badge('warning', 'Hinweis');
}
