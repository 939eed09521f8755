import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import type { PageContent } from '#platform';
import { badge, dateForm, evidenceBadge, formatNumber, section, table } from '#ui';
import { type Beobachtung, type Beobachtungsstand, beobachtungen } from '../domain/beobachtung.ts';
import { groessenklasseOn } from '../domain/groessenklasse-on.ts';
import type { Body, Territory } from '../domain/territory.ts';
import { groessenklasseLabel, messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import { stichtageOf } from '../views/status-json.ts';
import { conditionText, standLabel, targetText, watchText } from '../views/status-texts.ts';
import { klasseSection } from './klasse-section.ts';

/** The status of one Gemeinde: its ordinances, its figures on the Stichtage, and how near each threshold is. */
export function statusPage(territory: Territory, body: Body, date: LocalDate): PageContent {
  const klasse = groessenklasseOn(territory, body.ags, date);
  const watches = beobachtungen(territory, body.ags, date);
  return {
    title: `Größenklasse von ${body.name}`,
    preline: klasse ? groessenklasseLabel[klasse.klasse] : messages.ohneKlasse,
    breadcrumb: [
      { label: messages.kommunen, href: addresses.kommunen },
      { label: body.name, href: addresses.kommune(body.ags) },
    ],
    lead: `Stand am ${formatLocalDate(date)}. Welche Aufgaben eine Gemeinde hat, hängt am Status, und der Status an der Verordnung.`,
    main: html`${dateForm(addresses.status(body.ags), date)}
      ${klasse ? klasseSection(territory, body, klasse, date) : html`<p>${messages.keineKlasse}</p>`}
      ${section('Wie nah ist eine Schwelle?', watchSection(watches))}
      ${section('Einwohner an den Stichtagen', stichtagSection(territory, body, date))}`,
    nextSteps: [
      {
        label: `Was wäre, wenn ${body.name} eine andere Größenklasse hätte?`,
        href: whatIfAddress(body, watches, date),
      },
      { label: 'Die Schwellen in allen Fassungen', href: addresses.schwellen },
      { label: 'Größenklassen aller Gemeinden', href: `${addresses.groessenklassen}?datum=${date}` },
    ],
  };
}

function whatIfAddress({ ags }: Body, [nearest]: readonly Beobachtung[], date: LocalDate): string {
  const query = new URLSearchParams({ datum: date });
  if (nearest) query.set('aenderungen', `${ags}:${nearest.schwelle.nach}`);
  return `/groessenklassen/was-waere-wenn?${query}`;
}

const badgeKind: Readonly<Record<Beobachtungsstand, 'success' | 'info' | 'warning'>> = {
  erfuellt: 'success',
  'im-lauf': 'info',
  'nicht-im-lauf': 'info',
  'ohne-zahlen': 'warning',
};

function watchSection(watches: readonly Beobachtung[]) {
  if (watches.length === 0) return html`<p>Für diesen Status kennt § 4 GO NRW keine Schwelle.</p>`;
  return table({
    caption: 'Schwellen und Beobachtung',
    captionHidden: true,
    columns: [
      { label: 'Ziel' },
      { label: 'Bedingung', width: 'wide' },
      { label: 'Stand', width: 'wide' },
      { label: 'Beleg der Regel' },
    ],
    rows: watches.map((watch) => [
      targetText(watch.schwelle),
      conditionText(watch.schwelle),
      html`${badge(badgeKind[watch.stand], standLabel[watch.stand])}<p class="kern-body kern-body--small">${watchText(watch)}</p>`,
      evidenceBadge(watch.schwelle.evidence),
    ]),
  });
}

function stichtagSection(territory: Territory, body: Body, date: LocalDate) {
  const days = stichtageOf(territory, body.ags, date);
  const known = days.filter(({ zahl }) => zahl !== null).length;
  const note =
    known === days.length
      ? ''
      : html`<p>Von den letzten ${days.length} Stichtagen sind ${known} bekannt. Zahlen anderer Tage, etwa der Volkszählung, zählen nach § 4 GO NRW nicht.</p>`;
  return html`${note}${table({
    caption: 'Einwohner an den Stichtagen',
    captionHidden: true,
    small: true,
    columns: [{ label: 'Stichtag' }, { label: messages.einwohner, numeric: true }],
    rows: days.map(({ stichtag, zahl }) => [
      formatLocalDate(stichtag),
      zahl === null ? 'nicht bekannt' : formatNumber(zahl),
    ]),
  })}`;
}
