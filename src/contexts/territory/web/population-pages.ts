import { html } from 'hono/html';
import { type FieldProblem, type Refusal, type Result, refuse } from '#kernel';
import { type PageAnswer, type PageContent, type PageRequest, type PageRoute, uploadBytes } from '#platform';
import { button, buttonRow, errorOf, errorSummary, fileField, form, inputField, linkButton } from '#ui';
import type { PopulationDeps } from '../doors-deps.ts';
import { notAllowedToReport } from '../errors.ts';
import {
  type PopulationPreview,
  previewPopulation,
  reportPopulation,
} from '../use-cases/report-population.ts';
import { addresses } from '../views/addresses.ts';
import { previewContent } from './population-preview.ts';

const uploadLimit = 2_000_000;

/** The pages on which official population figures are brought: a table, what it would change, and the confirmation. */
export function populationPages(deps: PopulationDeps): readonly PageRoute[] {
  const may = {
    capability: 'territory.population.report',
    access: { permission: 'reference.import' },
  } as const;
  const path = addresses.einwohnerImport;
  return [
    { ...may, method: 'GET', path, handle: async (request) => formAnswer(request, []) },
    { ...may, method: 'POST', path, uploadLimit, handle: (request) => showPreview(deps, request) },
    { ...may, method: 'POST', path: `${path}/uebernehmen`, handle: (request) => take(deps, request) },
  ];
}

function formAnswer(request: PageRequest, problems: readonly FieldProblem[]): PageAnswer {
  return { kind: 'page', status: problems.length > 0 ? 422 : 200, content: formContent(request, problems) };
}

async function showPreview(deps: PopulationDeps, request: PageRequest): Promise<PageAnswer> {
  const [upload] = request.uploads.get('datei') ?? [];
  const sourceMissing = (request.form.get('quelle') ?? '').trim() === '';
  const problems = sourceMissing ? [missingSource] : [];
  if (!upload || upload.bytes === 0) return formAnswer(request, [missingFile, ...problems]);
  if (upload.scanned === 'infected') return formAnswer(request, [infectedFile, ...problems]);
  if (problems.length > 0) return formAnswer(request, problems);
  const preview = previewPopulation(await deps.territory(), await uploadBytes(upload), deps.clock.today());
  if (!preview.ok) return formAnswer(request, preview.refusal.fields ?? []);
  return { kind: 'page', content: previewContent(request, preview.value) };
}

const missingFile = { field: 'datei', message: 'Bitte wählen Sie eine CSV-Datei.' };
const infectedFile = {
  field: 'datei',
  message: 'Der Virenscanner hat in dieser Datei Schadsoftware gefunden. Sie wurde nicht gelesen.',
};
const missingSource = { field: 'quelle', message: 'Bitte nennen Sie die Quelle der Zahlen.' };

async function take(deps: PopulationDeps, request: PageRequest): Promise<PageAnswer> {
  const done = await report(deps, request);
  if (!done.ok)
    return done.refusal.fields
      ? formAnswer(request, done.refusal.fields)
      : { kind: 'refusal', refusal: done.refusal };
  deps.changed();
  return { kind: 'redirect', to: addresses.groessenklassen };
}

async function report(
  deps: PopulationDeps,
  { principal, form: values }: PageRequest,
): Promise<Result<PopulationPreview, Refusal>> {
  if (principal === null) return refuse(notAllowedToReport());
  const input = {
    bytes: new TextEncoder().encode(values.get('daten') ?? ''),
    quelle: values.get('quelle') ?? '',
    quelleUrl: values.get('quelleUrl') || null,
    trotzFehlern: false,
  };
  return reportPopulation(deps.db, await deps.territory(), principal.actor, input, deps.clock.today());
}

function formContent(
  { csrfToken, form: values }: PageRequest,
  problems: readonly FieldProblem[],
): PageContent {
  const field = (name: string) => ({ name, value: values.get(name) ?? '', error: errorOf(problems, name) });
  return {
    title: 'Einwohnerzahlen einlesen',
    preline: 'Größenklassen',
    breadcrumb: [{ label: 'Größenklassen', href: addresses.groessenklassen }],
    lead: 'Amtliche Zahlen zu den Stichtagen 30.06. und 31.12. entscheiden, wie nah eine Gemeinde an einer Schwelle ist. Jede Zahl bleibt mit ihrer Quelle stehen.',
    error: problems.length > 0,
    main: html`${errorSummary(problems)}${form(
      { action: addresses.einwohnerImport, csrfToken, multipart: true },
      html`
        ${fileField({ name: 'datei', label: 'Tabelle', hint: 'CSV mit den Spalten ags (oder gemeinde), stichtag, einwohner', accept: '.csv,.txt', error: errorOf(problems, 'datei') })}
        ${inputField({ ...field('quelle'), label: 'Quelle', hint: 'Zum Beispiel: IT.NRW, Bevölkerungsfortschreibung zum 31.12.2024', maxLength: 300, width: 'full' })}
        ${inputField({ ...field('quelleUrl'), type: 'url', label: 'Adresse der Quelle', optional: true, width: 'full' })}
        ${buttonRow(button('Änderungen zeigen'), linkButton('Abbrechen', addresses.groessenklassen, { kind: 'secondary' }))}`,
    )}`,
  };
}
