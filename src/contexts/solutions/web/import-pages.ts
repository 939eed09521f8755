import { html } from 'hono/html';
import type { FieldProblem, Refusal } from '#kernel';
import { type PageAnswer, type PageContent, type PageRequest, sentFile } from '#platform';
import { button, buttonRow, errorOf, errorSummary, fileField, form, linkButton } from '#ui';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { findTable, keepTable, takeTable } from '../use-cases/import-table.ts';
import { paths } from '../views/paths.ts';
import { breadcrumb, previewContent } from './import-preview-page.ts';
import { wordsFor } from './leistung-names.ts';

/** The most bytes of a table of Lösungen; thousands of rows fit. */
export const uploadLimit = 2_000_000;

/** The form that takes a table. */
export async function showUpload(request: PageRequest): Promise<PageAnswer> {
  return uploadAnswer(request, []);
}

/** Reads a table, keeps it for a day and leads to its preview. */
export async function receiveUpload(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const file = await sentFile(request, noTable);
  if (!file.ok) return uploadAnswer(request, file.refusal.fields ?? []);
  const kept = await keepTable(deps, request.principal, file.value.name, file.value.bytes);
  if (kept.ok) return { kind: 'redirect', to: paths.imported(kept.value.id) };
  return kept.refusal.kind === 'forbidden'
    ? { kind: 'refusal', refusal: kept.refusal }
    : uploadAnswer(request, [{ field: 'datei', message: kept.refusal.message }]);
}

const noTable: Refusal = {
  kind: 'invalid',
  code: 'SOLUTIONS_TABLE_MISSING',
  message: 'Bitte wählen Sie eine Tabelle, die nicht leer ist.',
};

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
  return {
    kind: 'page',
    content: previewContent(found.value, request, [], (await wordsFor(deps, request.principal)).leistungName),
  };
}

/** Makes contributions of the good rows. */
export async function receiveConfirmation(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const id = request.params.id ?? '';
  const taken = await takeTable(deps, request.principal, id, request.form.get('auslassen') === 'ja');
  if (taken.ok) return { kind: 'redirect', to: paths.beitraege };
  const { refusal } = taken;
  const found = refusal.fields ? await findTable(deps, request.principal, id) : null;
  if (!found?.ok) return { kind: 'refusal', refusal };
  const { leistungName } = await wordsFor(deps, request.principal);
  const content = previewContent(found.value, request, refusal.fields ?? [], leistungName);
  return { kind: 'page', status: 422, content };
}
