import { badge, emptyState, formatInstant, formatNumber, linkButton, table, textLink } from '#ui';
import { lueckeOf } from '../domain/kosten.ts';
import { prozent } from '../messages.ts';
import type { Planzeile } from '../store-plan.ts';
import type { Planuebersicht } from '../use-cases/read-plan.ts';

export function planTable({ plaene, entscheide }: Planuebersicht) {
  const gilt = entscheide[0]?.planId;
  return table({
    caption: 'Alle Pläne, der neueste zuerst',
    captionHidden: true,
    columns: [
      { label: 'Plan', width: 'wide' },
      { label: 'Gerechnet', width: 'narrow' },
      { label: 'Verspätung', numeric: true },
      { label: 'Höchstens über dem Besten', numeric: true },
      { label: 'Stand' },
    ],
    rows: plaene.map((plan) => [
      textLink(`/planung/plaene/${plan.id}`, plan.titel),
      formatInstant(plan.angelegtAm),
      plan.zielwert === null ? '–' : formatNumber(plan.zielwert),
      plan.zielwert === null ? '–' : prozent(lueckeOf(plan.zielwert, plan.schranke ?? 0)),
      standBadge(plan, plan.id === gilt),
    ]),
    empty: emptyState({
      title: 'Noch kein Plan',
      body: 'Mit Teams, Aufwandsvorlagen und Maßnahmen rechnet Leitwerk in wenigen Sekunden einen Plan und sagt, wo es eng wird.',
      action: linkButton('Teams angeben', '/planung/teams', { kind: 'secondary' }),
    }),
  });
}

function standBadge({ fassung }: Planzeile, gilt: boolean) {
  if (gilt) return badge('success', 'gilt');
  if (fassung === null) return badge('neutral', 'nicht fertig');
  return fassung > 1 ? badge('info', `von Hand geändert, Fassung ${fassung}`) : badge('neutral', 'gerechnet');
}
