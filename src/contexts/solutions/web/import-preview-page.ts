import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  alert,
  button,
  buttonRow,
  checkboxField,
  errorOf,
  errorSummary,
  form,
  formatNumber,
  type Html,
  linkButton,
  section,
  statTiles,
  table,
} from '#ui';
import type { PlannedTable } from '../use-cases/import-table.ts';
import type { ImportPlan } from '../use-cases/plan-import.ts';
import { paths } from '../views/paths.ts';
import { changeList } from './history-table.ts';
import type { LeistungName } from './leistung-names.ts';

const shown = 50;

export const breadcrumb = [{ label: 'Lösungen', href: paths.register }];

/** What a table would do, its broken rows, and the confirmation. */
export function previewContent(
  { id, dateiname, notes, plan }: PlannedTable,
  { csrfToken }: PageRequest,
  problems: readonly FieldProblem[],
  leistungName: LeistungName,
): PageContent {
  const { problems: rowProblems, ignored } = plan;
  return {
    title: 'Was sich im Register ändern würde',
    lead: `Tabelle „${dateiname}“. Noch ist nichts übernommen.`,
    wide: true,
    breadcrumb,
    error: problems.length > 0,
    main: html`<div class="lw-stack">${errorSummary(problems)}${tiles(plan)}
      ${notes.length > 0 ? html`<p class="kern-body kern-body--muted">${notes.join(' ')}</p>` : ''}
      ${ignored.length > 0 ? alert({ kind: 'info', title: 'Nicht gelesene Spalten', body: ignored.join(', ') }) : ''}
      ${rowProblems.length > 0 ? section('Fehlerhafte Zeilen', brokenPart(plan), { id: 'fehler' }) : ''}
      ${section('Änderungen', changesPart(plan, leistungName), { id: 'aenderungen' })}
      ${confirmPart(id, csrfToken, plan, problems)}</div>`,
    nextSteps: [{ label: 'Andere Tabelle einlesen', href: paths.import }],
  };
}

function countOf({ planned }: ImportPlan, kind: 'neu' | 'geaendert'): number {
  return planned.filter((row) => row.kind === kind).length;
}

function tiles(plan: ImportPlan): Html {
  return statTiles([
    { label: 'Zeilen gelesen', value: formatNumber(plan.total) },
    { label: 'Neu', value: formatNumber(countOf(plan, 'neu')) },
    { label: 'Geändert', value: formatNumber(countOf(plan, 'geaendert')) },
    { label: 'Unverändert', value: formatNumber(plan.unchanged) },
    { label: 'Fehlerhaft', value: formatNumber(plan.brokenRows) },
  ]);
}

function brokenPart({ problems }: ImportPlan): Html {
  const rest = problems.length - shown;
  return html`${table({
    caption: 'Was zu berichtigen ist',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Zeile', width: 'narrow' },
      { label: 'Spalte' },
      { label: 'Inhalt' },
      { label: 'Was nicht stimmt', width: 'wide' },
    ],
    rows: problems
      .slice(0, shown)
      .map(({ line, column, value, message }) => [String(line), column ?? '–', value || '–', message]),
  })}${rest > 0 ? html`<p class="kern-body">und ${formatNumber(rest)} weitere</p>` : ''}`;
}

function changesPart({ planned }: ImportPlan, leistungName: LeistungName): Html {
  if (planned.length === 0)
    return html`<p class="kern-body">Die Tabelle sagt, was schon im Register steht.</p>`;
  const rest = planned.length - shown;
  return html`${table({
    caption: 'Neue und geänderte Lösungen',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Zeile', width: 'narrow' },
      { label: 'Lösung' },
      { label: 'Was geschieht' },
      { label: 'Einzelheiten', width: 'wide' },
    ],
    rows: planned
      .slice(0, shown)
      .map(({ line, inhalt, kind, changes }) => [
        String(line),
        inhalt.name,
        kind === 'neu' ? 'neu' : 'geändert',
        kind === 'neu' ? '–' : changeList(changes, leistungName),
      ]),
  })}${rest > 0 ? html`<p class="kern-body">und ${formatNumber(rest)} weitere</p>` : ''}`;
}

function confirmPart(
  id: string,
  csrfToken: string,
  { planned, brokenRows }: ImportPlan,
  problems: readonly FieldProblem[],
): Html | '' {
  if (planned.length === 0) return '';
  const skip = checkboxField({
    name: 'auslassen',
    label:
      brokenRows === 1
        ? 'Ja, die fehlerhafte Zeile bleibt weg'
        : `Ja, die ${formatNumber(brokenRows)} fehlerhaften Zeilen bleiben weg`,
    error: errorOf(problems, 'auslassen'),
  });
  return section(
    'Beitragen',
    form(
      { action: `${paths.imported(id)}/uebernehmen`, csrfToken, label: 'Zeilen beitragen' },
      html`${brokenRows > 0 ? skip : ''}${buttonRow(
        button(
          planned.length === 1 ? 'Eine Zeile beitragen' : `${formatNumber(planned.length)} Zeilen beitragen`,
        ),
        linkButton('Verwerfen', paths.register, { kind: 'tertiary' }),
      )}`,
    ),
  );
}
