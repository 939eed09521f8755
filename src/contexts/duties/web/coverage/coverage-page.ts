import { html } from 'hono/html';
import { evidenceGrades, evidenceLabel, formatLocalDate, type LocalDate } from '#kernel';
import { dayOfAddress, type PageContent, type PageRequest, type PageRoute } from '#platform';
import {
  barChart,
  button,
  form,
  formatNumber,
  formatShare,
  inputField,
  section,
  stackedBar,
  statTiles,
  table,
  textLink,
} from '#ui';
import { breiteLabel, breiten, type CoverageFigures, sourcedShare } from '../../domain/coverage.ts';
import { openReasonLabel } from '../../domain/verdict.ts';
import type { DutiesDeps } from '../../doors-deps.ts';
import { type CoverageAnswer, coverageAnswer, readSeed } from '../../use-cases/answer-coverage.ts';
import { verteilungText } from '../wert-label.ts';

/** How much of the communal catalogue the rules decide, and how well that is sourced. */
export function coverageRoutes(deps: DutiesDeps): readonly PageRoute[] {
  return [
    {
      capability: 'duties.coverage',
      method: 'GET',
      path: '/regeln/abdeckung',
      access: 'public',
      handle: (request) => answer(deps, request),
    },
  ];
}

async function answer(deps: DutiesDeps, { query }: PageRequest) {
  const date = dayOfAddress(query, deps.clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal } as const;
  const seed = readSeed(query.get('stichprobe'));
  const covered = coverageAnswer(await deps.world(), date.value, seed);
  return { kind: 'page', content: content(covered, date.value) } as const;
}

function content(covered: CoverageAnswer, date: LocalDate): PageContent {
  const { figures } = covered;
  return {
    title: 'Wie viel die Regeln entscheiden',
    preline: 'Regeln',
    breadcrumb: [{ label: 'Regeln', href: '/regeln' }],
    lead: `Der kommunale Katalog umfasst ${formatNumber(figures.total)} Leistungen. Entschieden ist eine Leistung, wenn für keine der sechs Klassen von Körperschaften etwas offen bleibt. Stand ${formatLocalDate(date)}.`,
    wide: true,
    main: html`
      ${statTiles([
        {
          label: 'Entschieden',
          value: formatShare(figures.decided, figures.total),
          note: `${formatNumber(figures.decided)} von ${formatNumber(figures.total)} Leistungen`,
        },
        {
          label: 'Davon belegt',
          value: formatShare(Math.round(sourcedShare(figures) * figures.decided), figures.decided),
          note: 'Norm gelesen oder Sekundärquelle',
        },
        {
          label: 'Offen',
          value: formatNumber(figures.total - figures.decided),
          note: 'keine Regel, Vorbehalt oder Widerspruch',
          href: `/regeln/offen?datum=${date}`,
        },
      ])}
      ${section('Wie gut ist das Entschiedene belegt?', gradeChart(figures))}
      ${section('Wie genau sprechen die Regeln?', breiteChart(figures), { lead: 'Je enger die Regel, desto weniger nimmt sie mit, was sie nicht meint.' })}
      ${section('Nach Themenfeld', themenTable(covered))}
      ${section('Warum noch offen?', openTable(figures))}
      ${section('Zwanzig Einschätzungen zum Gegenlesen', sampleTable(covered), { lead: 'Zufällig gezogen. Wer eine für falsch hält, öffnet die Regel und schlägt eine Berichtigung vor.' })}
      ${form({ action: '/regeln/abdeckung', method: 'get', label: 'Stichprobe' }, html`<div class="lw-inline-form">${inputField({ name: 'datum', label: 'Stichtag', type: 'date', value: date })}${inputField({ name: 'stichprobe', label: 'Nummer der Stichprobe', inputmode: 'numeric', value: String(covered.seed + 1) })}${button('Andere Stichprobe ziehen', { kind: 'secondary' })}</div>`)}`,
    nextSteps: [
      { label: 'Was noch offen ist', href: '/regeln/offen' },
      { label: 'Alle Regeln', href: '/regeln' },
    ],
  };
}

function gradeChart({ byGrade, decided }: CoverageFigures) {
  return stackedBar({
    id: 'belege',
    caption: 'Entschiedene Leistungen nach Beleg',
    description: `${formatNumber(decided)} Leistungen sind entschieden.`,
    parts: evidenceGrades.map((grade) => ({ label: evidenceLabel[grade], value: byGrade[grade] })),
  });
}

function breiteChart({ byBreite, decided }: CoverageFigures) {
  return barChart({
    id: 'breiten',
    caption: 'Entschiedene Leistungen nach der Breite ihrer Regel',
    description: 'Von der Regel für eine einzelne Leistung bis zur Regel für eine ganze OZG-Leistung.',
    parts: breiten.map((breite) => ({ label: breiteLabel[breite], value: byBreite[breite] })),
    total: decided,
  });
}

function themenTable({ themen }: CoverageAnswer) {
  return table({
    caption: 'Entschieden nach Themenfeld',
    captionHidden: true,
    columns: [
      { label: 'Themenfeld', width: 'wide' },
      { label: 'Leistungen', numeric: true },
      { label: 'Entschieden', numeric: true },
      { label: 'Anteil', numeric: true },
      { label: 'Davon belegt', numeric: true },
      { label: 'Offen', numeric: true },
    ],
    rows: themen.map(({ name, figures }) => [
      name,
      formatNumber(figures.total),
      formatNumber(figures.decided),
      formatShare(figures.decided, figures.total),
      formatShare(figures.decided - figures.byGrade.einschaetzung, figures.decided),
      textLink(
        `/regeln/offen?themenfeld=${encodeURIComponent(name)}`,
        formatNumber(figures.total - figures.decided),
      ),
    ]),
  });
}

function openTable({ byOpen }: CoverageFigures) {
  return table({
    caption: 'Offene Leistungen nach Grund',
    captionHidden: true,
    columns: [{ label: 'Grund' }, { label: 'Leistungen', numeric: true }],
    rows: [...byOpen].map(([code, count]) => [openReasonLabel[code], formatNumber(count)]),
  });
}

function sampleTable({ sample }: CoverageAnswer) {
  return table({
    caption: 'Stichprobe der Einschätzungen',
    captionHidden: true,
    columns: [
      { label: 'Leistung', width: 'wide' },
      { label: 'Wer nimmt sie wahr?', width: 'wide' },
      { label: 'Norm', width: 'wide' },
      { label: 'Regel' },
    ],
    rows: sample.map(({ leistung, regel }) => [
      textLink(`/katalog/leistungen/${leistung.id}`, leistung.name),
      verteilungText(regel),
      regel.norm,
      textLink(`/regeln/${regel.id}`, regel.aufgabe),
    ]),
  });
}
