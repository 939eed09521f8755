import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, Upload } from '#platform';
import {
  alert,
  button,
  buttonRow,
  checkboxField,
  errorOf,
  errorSummary,
  fileField,
  form,
  formatNumber,
  type Html,
  linkButton,
  section,
  statTiles,
  table,
} from '#ui';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { findTable, keepTable, type PlannedTable, takeTable } from '../use-cases/import-table.ts';
import type { ImportPlan } from '../use-cases/plan-import.ts';
import { changeList } from './history-table.ts';
import { type LeistungName, leistungNames } from './leistung-names.ts';
import { paths } from './paths.ts';

/** The most bytes of a table of Lösungen; thousands of rows fit. */
export const uploadLimit = 2_000_000;
const shown = 50;

const breadcrumb = [{ label: 'Lösungen', href: paths.register }];

/** The form that takes a table. */
export async function showUpload(request: PageRequest): Promise<PageAnswer> {
  return uploadAnswer(request, []);
}

/** Reads a table, keeps it for a day and leads to its preview. */
export async function receiveUpload(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const [upload] = request.uploads.get('datei') ?? [];
  if (!upload || upload.bytes === 0)
    return uploadAnswer(request, [problem('Bitte wählen Sie eine Tabelle, die nicht leer ist.')]);
  if (upload.scanned === 'infected')
    return uploadAnswer(request, [
      problem('Der Virenscanner hat in dieser Datei Schadsoftware gefunden. Sie wurde nicht gelesen.'),
    ]);
  const kept = await keepTable(deps, request.principal, upload.fileName, await bytesOf(upload));
  if (kept.ok) return { kind: 'redirect', to: paths.imported(kept.value.id) };
  return kept.refusal.kind === 'forbidden'
    ? { kind: 'refusal', refusal: kept.refusal }
    : uploadAnswer(request, [problem(kept.refusal.message)]);
}

function problem(message: string): FieldProblem {
  return { field: 'datei', message };
}

async function bytesOf(upload: Upload): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of upload.open()) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function uploadAnswer({ csrfToken }: PageRequest, problems: readonly FieldProblem[]): PageAnswer {
  const content: PageContent = {
    title: 'Lösungen aus einer Tabelle einlesen',
    lead: 'Sie sehen erst, was neu und was geändert wäre. Die guten Zeilen werden Beiträge, über die eine zweite Person entscheidet.',
    breadcrumb,
    error: problems.length > 0,
    main: html`${errorSummary(problems)}${form(
      { action: paths.import, csrfToken, multipart: true, label: 'Tabelle hochladen' },
      html`${fileField({
        name: 'datei',
        label: 'Tabelle (CSV oder Excel)',
        hint: 'Mit einer Kopfzeile. Am einfachsten laden Sie das Register herunter, ändern es und lesen es wieder ein.',
        accept: '.csv,.txt,.xlsx',
        error: errorOf(problems, 'datei'),
      })}${buttonRow(button('Änderungen zeigen'), linkButton('Abbrechen', paths.register, { kind: 'tertiary' }))}`,
    )}`,
    nextSteps: [{ label: 'Register als Excel-Datei', href: `${paths.register}.xlsx` }],
  };
  return { kind: 'page', status: problems.length > 0 ? 422 : 200, content };
}

/** What a kept table would do. */
export async function showPreview(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const found = await findTable(deps, request.principal, request.params.id ?? '');
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  return { kind: 'page', content: previewContent(found.value, request, [], await leistungNames(deps)) };
}

/** Makes contributions of the good rows. */
export async function receiveConfirmation(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const id = request.params.id ?? '';
  const taken = await takeTable(deps, request.principal, id, request.form.get('auslassen') === 'ja');
  if (taken.ok) return { kind: 'redirect', to: paths.beitraege };
  const { refusal } = taken;
  const found = refusal.fields ? await findTable(deps, request.principal, id) : null;
  if (!found?.ok) return { kind: 'refusal', refusal };
  const leistungName = await leistungNames(deps);
  const content = previewContent(found.value, request, refusal.fields ?? [], leistungName);
  return { kind: 'page', status: 422, content };
}

function previewContent(
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
