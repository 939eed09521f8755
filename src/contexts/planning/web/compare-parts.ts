import { html } from 'hono/html';
import { descriptionList, emptyState, formatNumber, type Html, table, textLink } from '#ui';
import { lueckeOf } from '../domain/kosten.ts';
import { formatTage } from '../domain/tage.ts';
import type { AndereGrundlage, Unterschied } from '../domain/vergleich.ts';
import { prozent, quartaleFrueher, quartalText } from '../messages.ts';
import type { Gegenueberstellung } from '../use-cases/compare.ts';
import type { FertigerPlan } from '../use-cases/read-plan.ts';

export function heads({ erster, zweiter }: Gegenueberstellung): Html {
  const row = (label: string, value: (plan: FertigerPlan) => string) => [
    label,
    value(erster),
    value(zweiter),
  ];
  return table({
    caption: 'Beide Pläne',
    captionHidden: true,
    columns: [{ label: 'Was' }, { label: `1: ${erster.plan.titel}` }, { label: `2: ${zweiter.plan.titel}` }],
    rows: [
      row('Verspätung', ({ fassung }) => formatNumber(fassung.zielwert)),
      row('Höchstens über dem Besten', ({ fassung }) =>
        prozent(lueckeOf(fassung.zielwert, fassung.schranke)),
      ),
      row('Annahmen', ({ plan }) => plan.problem.annahmen.join('; ') || 'keine'),
      row('Fassung', ({ fassung }) => String(fassung.fassung)),
    ],
  });
}

const shownMost = 200;

export function differences(list: readonly Unterschied[]): Html {
  return table({
    caption: 'Unterschiede',
    captionHidden: true,
    columns: [
      { label: 'Maßnahme' },
      { label: 'Kommune' },
      { label: 'Erster Plan' },
      { label: 'Zweiter Plan' },
      { label: 'Das ist' },
    ],
    rows: list
      .slice(0, shownMost)
      .map(({ titel, massnahme, kommune, vorher, nachher, frueher }) => [
        textLink(`/planung/massnahmen/${massnahme}`, titel),
        kommune,
        quartalText(vorher),
        quartalText(nachher),
        quartaleFrueher(frueher),
      ]),
    empty: emptyState({ title: 'Nichts', body: 'Hier unterscheiden sich die Pläne nicht.' }),
  });
}

export function grundlage({ teams, nurErster, nurZweiter, gewichte }: AndereGrundlage): Html {
  const entries = [
    [
      'Tage der Teams',
      teams
        .map(({ name, mehr }) => `${name}: ${mehr > 0 ? '+' : '−'}${formatTage(Math.abs(mehr))}`)
        .join('; '),
    ],
    ['Nur im ersten Plan', nurErster.join('; ')],
    ['Nur im zweiten Plan', nurZweiter.join('; ')],
    [
      'Andere Gewichte',
      gewichte.map(({ titel, vorher, nachher }) => `${titel}: ${vorher} → ${nachher}`).join('; '),
    ],
  ] as const;
  return entries.every(([, value]) => value === '')
    ? html`<p class="kern-body">Auf nichts: Teams, Maßnahmen und Gewichte sind gleich.</p>`
    : descriptionList(entries);
}
