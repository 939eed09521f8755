import { html } from 'hono/html';
import { badge, type Content, section, table, textLink } from '#ui';
import { type CheckItem, missingOf } from '../domain/check-item.ts';

/** The go-live check as a table: what, whether it holds, who mends it and how. */
export function checkList(items: readonly CheckItem[]) {
  const missing = missingOf(items).length;
  const lead =
    missing === 0
      ? 'Alles Nötige ist da.'
      : `${missing === 1 ? 'Ein Punkt fehlt' : `${missing} Punkte fehlen`} noch. Solange etwas Nötiges fehlt, kann der Dienst nicht live gehen.`;
  return section(
    'Prüfung vor dem Start',
    table({
      caption: 'Prüfung vor dem Start',
      captionHidden: true,
      columns: [
        { label: 'Was' },
        { label: 'Stand' },
        { label: 'Wer behebt es' },
        { label: 'Wie', width: 'wide' },
      ],
      rows: folded(items),
    }),
    { id: 'pruefung', lead: html`${lead}` },
  );
}

/** More open lines of the checklist than these stand as one row: they are worked on in a list of their own. */
const mostSingle = 3;

function folded(items: readonly CheckItem[]): readonly (readonly Content[])[] {
  const open = items.filter(ofChecklist);
  const [first] = open;
  if (first === undefined || open.length <= mostSingle) return items.map(row);
  return items.flatMap((item) =>
    item === first ? [checklistRow(open)] : ofChecklist(item) ? [] : [row(item)],
  );
}

function ofChecklist({ ok, href }: CheckItem): boolean {
  return !ok && href !== null && href.includes('/checkliste/');
}

function checklistRow(open: readonly CheckItem[]): readonly Content[] {
  const names = open.slice(0, mostSingle).map(({ what }) => `„${what}“`);
  const href = (open[0]?.href ?? '').replace(/\/checkliste\/.*$/, '/checkliste');
  return [
    textLink(href, `Checkliste: ${open.length} Punkte`),
    badge('danger', 'fehlt'),
    [...new Set(open.map(({ who }) => who))].join(', '),
    `${names.join(', ')} und ${open.length - mostSingle} weitere. Dort haken Sie jeden ab, oder erklären alle zugleich.`,
  ];
}

function row(item: CheckItem): readonly Content[] {
  return [
    item.href ? textLink(item.href, item.what) : item.what,
    itemBadge(item),
    item.ok ? '–' : item.who,
    item.how,
  ];
}

function itemBadge({ ok, required }: CheckItem) {
  if (ok) return badge('success', 'in Ordnung');
  return required ? badge('danger', 'fehlt') : badge('warning', 'Hinweis');
}
