import { html } from 'hono/html';
import { formatLocalDate, parseLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, page, refusal } from '#platform';
import { badge, descriptionList, emptyState, section, table } from '#ui';
import type { LevelText } from '../domain/level-text.ts';
import { isDue, pointsOf } from '../domain/score.ts';
import type { QualityDeps } from '../doors-deps.ts';
import { levelsOf, onlineLabel, zustaendigLabel } from '../messages.ts';
import { findRow } from '../use-cases/find-row.ts';
import { kommuneFor } from '../use-cases/kommune-for.ts';
import type { QualityRow } from '../use-cases/read-quality.ts';
import { deskCrumb } from './desk.ts';
import { paths } from './paths.ts';

/** The points of one Leistung, each with its reason, and which level says what. */
export async function showLeistung(
  deps: QualityDeps,
  { params, principal }: PageRequest,
): Promise<PageAnswer> {
  const kommune = await kommuneFor(deps, principal, params.kommune ?? '');
  if (!kommune.ok) return refusal(kommune.refusal);
  const { ags, name } = kommune.value;
  const found = await findRow(deps, kommune.value, params.leistung ?? '');
  if (!found.ok) return refusal(found.refusal);
  const row = found.value;
  const breadcrumb = [...deskCrumb, { label: `Qualität der Texte: ${name}`, href: paths.liste(ags) }];
  const writing = row.texts.find(({ ebene }) => ebene === 'Gemeinde')
    ? 'Eigenen Text ändern'
    : 'Eigenen Text schreiben';
  return page({
    title: row.leistung.name,
    preline: `${name}: ${row.punkte} von 100 Punkten`,
    breadcrumb,
    lead: `Zuständig: ${zustaendigLabel[row.zustaendig]}. Onlinedienst: ${onlineLabel[row.online]}. Texte von: ${levelsOf(row).join(', ')}.`,
    main: html`${section('Wofür es Punkte gibt', pointTable(row))}
      ${section('Was welche Ebene schreibt', levelTable(row, deps.clock.today()))}`,
    nextSteps: [
      {
        label: writing,
        href: `/redaktion/texte/${row.leistung.id}?${new URLSearchParams({ kommune: ags }).toString()}`,
      },
      { label: 'Links dieser Kommune', href: paths.links(ags) },
    ],
  });
}

function pointTable({ kriterien }: QualityRow) {
  return table({
    caption: 'Wofür es Punkte gibt',
    captionHidden: true,
    columns: [
      { label: 'Was zählt', width: 'narrow' },
      { label: 'Punkte', numeric: true },
      { label: 'Grund', width: 'wide' },
    ],
    rows: kriterien.map(({ label, punkte, von, grund }) => [label, `${punkte} von ${von}`, grund]),
    footer: ['Zusammen', `${pointsOf(kriterien)} von 100`, ''],
  });
}

function levelTable({ texts, lesbarkeit }: QualityRow, today: Parameters<typeof isDue>[1]) {
  const all = table({
    caption: 'Was welche Ebene schreibt',
    captionHidden: true,
    columns: [
      { label: 'Ebene' },
      { label: 'Redaktion', width: 'wide' },
      { label: 'Stand' },
      { label: 'Textmodule', width: 'wide' },
      { label: 'Durchsicht' },
    ],
    rows: texts.map((text) => [
      text.ebene,
      text.redaktion,
      dayText(text.stand),
      text.module.map(({ modul }) => modul).join(', '),
      reviewOf(text, today),
    ]),
    empty: emptyState({
      title: 'Noch kein Text',
      body: 'Keine Ebene beschreibt diese Leistung. Bis jemand schreibt, lesen Menschen nur ihren Namen.',
    }),
  });
  if (lesbarkeit === null) return all;
  const rule =
    '180 weniger die Wörter je Satz weniger 58,5-mal die Silben je Wort, nach Flesch und Amstad; 100 ist sehr leicht, 0 sehr schwer';
  return html`${all}${descriptionList([['Verständlichkeit', `${lesbarkeit} von 100 (${rule})`]])}`;
}

function reviewOf(text: LevelText, today: Parameters<typeof isDue>[1]) {
  if (isDue(text, today)) return badge('warning', 'fällig');
  return text.pruefenBis === null ? '' : `bis ${dayText(text.pruefenBis)}`;
}

function dayText(text: string | null): string {
  const day = parseLocalDate(text ?? '');
  return day.ok ? formatLocalDate(day.value) : 'ohne Tag';
}
