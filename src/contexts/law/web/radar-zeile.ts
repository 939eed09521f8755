import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, ok, type Result, refuse } from '#kernel';
import type { PageContent } from '#platform';
import type { Body } from '#territory';
import { descriptionList, emptyState, evidenceBadge, formatNumber, onDay, section } from '#ui';
import type { Radar, RadarZeile } from '../domain/radar.ts';
import { leistungenOfZeile } from '../use-cases/answer-radar.ts';
import type { ListedLeistung } from '../use-cases/law-leistung.ts';
import type { AskedList } from './ask.ts';
import { standLabel, verpflichtetLabel } from './labels.ts';
import { leistungenTable, sourceText } from './parts.ts';

export function zeileContent({ world, body, date, radar }: AskedRadar, id: string): Result<PageContent> {
  const zeile = radar.zeilen.find((one) => one.id === id);
  if (!zeile)
    return refuse({
      kind: 'not-found',
      code: 'LAW_RADAR_ZEILE_UNKNOWN',
      message: `Auf dem Radar von ${body.name} steht „${id.slice(0, 80)}“ ${onDay(date)} nicht.`,
    });
  const leistungen = leistungenOfZeile(world, body, date, zeile);
  return ok({
    title: zeile.titel,
    preline: `${body.name}, ${onDay(date)}`,
    lead: zeile.tun,
    breadcrumb: [
      ...breadcrumbOf(body),
      { label: 'Radar', href: `/kommunen/${body.ags}/radar?datum=${date}` },
    ],
    main: html`${section('Was, wann, wer', zeileFacts(zeile))}${section(
      'Welche eigenen Leistungen?',
      leistungenPart(leistungen, body, date),
    )}`,
    nextSteps: [
      { label: 'Zurück zum Radar', href: `/kommunen/${body.ags}/radar?datum=${date}` },
      ...(zeile.art === 'eintrag' ? [{ label: 'Der Eintrag im Register', href: `/ozg2/${zeile.id}` }] : []),
    ],
  });
}

function zeileFacts(zeile: RadarZeile) {
  const { vorlaufTage, vorlaufGrund, verpflichtet, bindung } = zeile;
  return descriptionList([
    ['Stand', standLabel[zeile.stand]],
    ['Beginnen', zeile.beginnAm && formatLocalDate(zeile.beginnAm)],
    ['Tag', zeile.faelligAm && formatLocalDate(zeile.faelligAm)],
    ['Vorlauf', vorlaufTage === null ? null : `${formatNumber(vorlaufTage)} Tage. ${vorlaufGrund ?? ''}`],
    ['Wer?', zeile.wer],
    ['Wer ist verpflichtet?', verpflichtet && `${verpflichtetLabel[verpflichtet]} (${bindung})`],
    ['Norm', zeile.norm],
    ['Beleg', evidenceBadge(zeile.evidenz)],
    ['Quelle', sourceText(zeile.quelle)],
    ['Hinweis', zeile.hinweis],
  ]);
}

function leistungenPart(leistungen: readonly ListedLeistung[], body: Body, date: LocalDate) {
  return leistungen.length > 0
    ? leistungenTable(
        'Betroffene Leistungen',
        leistungen,
        (id) => `/kommunen/${body.ags}/pflichten/${id}?datum=${date}`,
      )
    : emptyState({
        title: 'Keine eigene Leistung',
        body: 'Dieser Punkt betrifft keine Leistung, die hier selbst vollzogen wird.',
      });
}

export interface AskedRadar extends AskedList<RadarZeile> {
  readonly body: Body;
  readonly radar: Radar;
}

export function breadcrumbOf(body: Body) {
  return [
    { label: 'Kommunen', href: '/kommunen' },
    { label: body.name, href: `/kommunen/${body.ags}` },
  ];
}
