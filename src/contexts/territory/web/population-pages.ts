import { html } from 'hono/html';
import { type FieldProblem, formatLocalDate, type Refusal, type Result, refuse } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute, Upload } from '#platform';
import {
  alert,
  button,
  buttonRow,
  errorOf,
  errorSummary,
  fileField,
  form,
  formatNumber,
  inputField,
  linkButton,
  section,
  statTiles,
  table,
} from '#ui';
import type { PopulationDeps } from '../doors-deps.ts';
import { notAllowedToReport } from '../errors.ts';
import {
  type PopulationPreview,
  previewPopulation,
  reportPopulation,
} from '../use-cases/report-population.ts';
import { addresses } from '../views/addresses.ts';

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
  const preview = previewPopulation(await deps.territory(), await bytesOf(upload), deps.clock.today());
  if (!preview.ok) return formAnswer(request, preview.refusal.fields ?? []);
  return { kind: 'page', content: previewContent(request, preview.value) };
}

const missingFile = { field: 'datei', message: 'Bitte wählen Sie eine CSV-Datei.' };
const infectedFile = {
  field: 'datei',
  message: 'Der Virenscanner hat in dieser Datei Schadsoftware gefunden. Sie wurde nicht gelesen.',
};
const missingSource = { field: 'quelle', message: 'Bitte nennen Sie die Quelle der Zahlen.' };

async function bytesOf(upload: Upload): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of upload.open()) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

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

const shown = 100;

function previewContent({ csrfToken, form: values }: PageRequest, preview: PopulationPreview): PageContent {
  const { neu, geaendert, gleich, ausserhalb, probleme } = preview;
  const good = [...neu, ...geaendert];
  return {
    title: 'Einwohnerzahlen prüfen',
    preline: 'Größenklassen',
    breadcrumb: [{ label: 'Einwohnerzahlen einlesen', href: addresses.einwohnerImport }],
    wide: true,
    main: html`${statTiles([
      { label: 'Neu', value: formatNumber(neu.length) },
      { label: 'Geändert', value: formatNumber(geaendert.length), note: 'die alte Zahl bleibt nachlesbar' },
      { label: 'Unverändert', value: formatNumber(gleich) },
      { label: 'Nicht zu verstehen', value: formatNumber(probleme.length), note: 'werden ausgelassen' },
    ])}
      ${ausserhalb > 0 ? alert({ kind: 'info', title: 'Nicht alle Tage sind Stichtage', body: html`<p>${formatNumber(ausserhalb)} Zahlen gelten für andere Tage. Sie werden geführt, zählen aber nach § 4 GO NRW nicht.</p>` }) : ''}
      ${probleme.length > 0 ? section('Was nicht zu verstehen ist', problemTable(probleme)) : ''}
      ${good.length > 0 ? section('Was übernommen würde', goodTable(good)) : html`<p>Die Tabelle ändert nichts.</p>`}
      ${good.length > 0 ? confirmForm(csrfToken, values, good, probleme.length) : linkButton('Zurück', addresses.einwohnerImport, { kind: 'secondary' })}`,
  };
}

function confirmForm(
  csrfToken: string,
  values: URLSearchParams,
  good: PopulationPreview['neu'],
  broken: number,
) {
  const lines = good.map(({ body, stichtag, einwohner }) => `${body.ags};${stichtag};${einwohner}`);
  const hidden = {
    daten: ['ags;stichtag;einwohner', ...lines].join('\n'),
    quelle: values.get('quelle') ?? '',
    quelleUrl: values.get('quelleUrl') ?? '',
  };
  const label = broken > 0 ? `Die ${formatNumber(good.length)} guten Zeilen übernehmen` : 'Übernehmen';
  return form(
    { action: `${addresses.einwohnerImport}/uebernehmen`, csrfToken, hidden },
    buttonRow(button(label), linkButton('Abbrechen', addresses.einwohnerImport, { kind: 'secondary' })),
  );
}

function problemTable(probleme: PopulationPreview['probleme']) {
  const rest = probleme.length - shown;
  return html`${table({
    caption: 'Zeilen mit Fehlern',
    captionHidden: true,
    columns: [
      { label: 'Zeile', numeric: true },
      { label: 'Was fehlt', width: 'wide' },
    ],
    rows: probleme.slice(0, shown).map(({ line, message }) => [formatNumber(line), message]),
  })}${rest > 0 ? html`<p>Und ${formatNumber(rest)} weitere Zeilen.</p>` : ''}`;
}

function goodTable(good: PopulationPreview['neu']) {
  const rest = good.length - shown;
  return html`${table({
    caption: 'Neue und geänderte Zahlen',
    captionHidden: true,
    columns: [
      { label: 'Gemeinde' },
      { label: 'Stichtag' },
      { label: 'Bisher', numeric: true },
      { label: 'Neu', numeric: true },
    ],
    rows: good
      .slice(0, shown)
      .map(({ body, stichtag, bisher, einwohner }) => [
        body.name,
        formatLocalDate(stichtag),
        bisher === null ? '–' : formatNumber(bisher),
        formatNumber(einwohner),
      ]),
  })}${rest > 0 ? html`<p>Und ${formatNumber(rest)} weitere.</p>` : ''}`;
}
