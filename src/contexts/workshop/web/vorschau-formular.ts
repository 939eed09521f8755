import { html } from 'hono/html';
import {
  type Answers,
  type Evaluation,
  evaluate,
  type FileAnswer,
  formIn,
  hasErrors,
  nextPage,
  type Onlinedienst,
  type PageReading,
  pageModel,
  parseParameters,
  reachablePages,
  readPage,
  renderPage,
  renderSummary,
} from '#forms';
import { ok, type Result } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, refusal, type Upload } from '#platform';
import { alert, assetFiles, button, buttonRow, form, type Html } from '#ui';
import type { WorkshopDeps } from '../deps.ts';
import { isObject, jsonOf } from '../domain/json.ts';
import { beispielwerte } from '../testfaelle/beispielwerte.ts';
import { dienstVon } from '../use-cases/pruefstand.ts';
import { standNamens } from '../use-cases/staende.ts';
import { adresse, type Offen, route, withEntwurf } from './answers.ts';

const uploadLimit = 20_000_000;

/** Fields of the preview's forms: the answers so far travel with the page, because nothing is kept. */
const felder = {
  antworten: '~antworten',
  seite: '~seite',
  gehe: '~gehe',
  sprache: '~sprache',
} as const;

/** The form itself, page by page, as the frame shows it. */
export function vorschauFormularRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  const handle = (request: PageRequest) => withEntwurf(deps, request, answer);
  return [
    route('GET', 'workshop.preview', '/:dienst/vorschau/formular', handle),
    route('POST', 'workshop.preview', '/:dienst/vorschau/formular', handle, { uploadLimit }),
  ];
}

/** What the preview runs on. */
interface Lauf {
  readonly offen: Offen;
  readonly dienst: Onlinedienst;
  readonly form: Onlinedienst['form'];
  readonly kommune: string;
  readonly context: Parameters<typeof evaluate>[2];
}

async function answer(offen: Offen): Promise<PageAnswer> {
  const lauf = await laufVon(offen);
  if (!lauf.ok) return refusal(lauf.refusal);
  const { request } = offen;
  const answers = antwortenAus(request.form);
  const gehe =
    request.form.get(felder.gehe) ?? (request.method === 'GET' ? request.query.get('seite') : null);
  if (request.method === 'GET' || gehe !== null) return zeige(lauf.value, answers, gehe);
  return naechste(lauf.value, answers, request);
}

async function laufVon(offen: Offen): Promise<Result<Lauf>> {
  const { deps, autor, entwurf, request } = offen;
  const { query, principal } = request;
  const stand = await standNamens(deps, autor, entwurf.dienst, query.get('stand') || 'jetzt');
  if (!stand.ok) return stand;
  const dienst = dienstVon(stand.value);
  if (!dienst.ok) return dienst;
  const ags = query.get('kommune') ?? '';
  const kommunen = principal === null || ags === '' ? [] : await deps.kommunen(principal, entwurf.dienst);
  const kommune = kommunen.find((each) => each.ags === ags);
  const { parameters: definitions } = dienst.value.definition;
  const known = Object.entries(kommune?.werte ?? {}).filter(([name]) => Object.hasOwn(definitions, name));
  const werte = { ...beispielwerte(definitions), ...Object.fromEntries(known) };
  const parameters = parseParameters(definitions, werte);
  if (!parameters.ok) return parameters;
  const { form: compiled } = dienst.value;
  const inLanguage = formIn(compiled, request.form.get(felder.sprache) ?? query.get('sprache') ?? '');
  const context = { parameters: parameters.value, today: deps.clock.today() };
  return ok({
    offen,
    dienst: dienst.value,
    form: inLanguage,
    kommune: kommune?.name ?? 'Musterstadt',
    context,
  });
}

/** The answers so far; whatever else somebody sends counts as none. */
function antwortenAus(sent: URLSearchParams): Answers {
  try {
    const answers = jsonOf(JSON.parse(sent.get(felder.antworten) ?? '{}'));
    return isObject(answers) ? answers : {};
  } catch {
    return {};
  }
}

/** A page that somebody chose, or the first. */
async function zeige(lauf: Lauf, answers: Answers, wanted: string | null): Promise<PageAnswer> {
  const evaluation = evaluate(lauf.form, answers, lauf.context);
  const way = reachablePages(evaluation);
  if (wanted === 'pruefen') return pruefen(lauf, evaluation, answers);
  const authored = evaluation.pages.find(({ page, reachable }) => reachable && page.authored === wanted)?.page
    .id;
  const seite = way.find((id) => id === wanted) ?? authored ?? way[0] ?? '';
  return seitenAntwort(lauf, evaluation, answers, { seite });
}

async function naechste(
  lauf: Lauf,
  answers: Answers,
  { form: sent, uploads }: PageRequest,
): Promise<PageAnswer> {
  const seite = sent.get(felder.seite) ?? '';
  const read = readPage(lauf.form, answers, lauf.context, seite, sent, dateien(uploads));
  if (!read.ok) return refusal(read.refusal);
  const { evaluation, problems, go, language } = read.value;
  if (language !== null) {
    const spoken = { ...lauf, form: formIn(lauf.dienst.form, language) };
    return zeige(spoken, read.value.answers, seite);
  }
  if (problems.length > 0 || go === 'stay')
    return seitenAntwort(lauf, evaluation, read.value.answers, { seite, reading: read.value });
  const next = nextPage(evaluation, seite);
  if (next.kind === 'page') return seitenAntwort(lauf, evaluation, read.value.answers, { seite: next.page });
  return next.kind === 'summary'
    ? pruefen(lauf, evaluation, read.value.answers)
    : seitenAntwort(lauf, evaluation, read.value.answers, { seite });
}

const arten: Readonly<Record<string, string>> = {
  pdf: 'pdf',
  jpg: 'jpg',
  jpeg: 'jpg',
  png: 'png',
  heic: 'heic',
  docx: 'docx',
  odt: 'odt',
  txt: 'txt',
};

/** Files count by their name only: nobody looks inside, and they are gone with the request. */
function dateien(
  uploads: ReadonlyMap<string, readonly Upload[]>,
): ReadonlyMap<string, readonly FileAnswer[]> {
  return new Map(
    [...uploads].map(([name, files]) => [
      name,
      files.map(({ fileName, bytes }, index) => ({
        id: `vorschau-${index + 1}`,
        name: fileName,
        type: arten[fileName.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'unbekannt',
        bytes,
      })),
    ]),
  );
}

function aktion({ offen }: Lauf): string {
  const query = Object.fromEntries(
    ['kommune', 'stand', 'sprache', 'skript'].flatMap((name) => {
      const value = offen.request.query.get(name) ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
  return adresse(offen.entwurf.dienst, 'vorschau/formular', query);
}

async function seitenAntwort(
  lauf: Lauf,
  evaluation: Evaluation,
  answers: Answers,
  shown: { readonly seite: string; readonly reading?: PageReading },
): Promise<PageAnswer> {
  const { seite, reading } = shown;
  const model = pageModel(evaluation, seite);
  if (!model.ok) return refusal(model.refusal);
  const { csrfToken } = lauf.offen.request;
  const texts = JSON.stringify(answers);
  const rendered = renderPage(model.value, {
    ...{ action: aktion(lauf), csrfToken, backHref: null },
    problems: reading?.problems,
    revealed: reading?.revealed,
    focus: reading?.focus,
    hidden: { [felder.antworten]: texts, [felder.seite]: seite, [felder.sprache]: lauf.form.language },
  });
  const back = model.value.previous === null ? '' : springen(lauf, texts, model.value.previous, 'Zurück');
  return ganzeSeite(
    lauf,
    model.value.title,
    html`${rendered}${back}`,
    reading !== undefined && hasErrors(reading),
  );
}

function springen(lauf: Lauf, texts: string, seite: string, label: string): Html {
  return form(
    {
      action: aktion(lauf),
      csrfToken: lauf.offen.request.csrfToken,
      hidden: {
        [felder.antworten]: texts,
        [felder.gehe]: seite,
        [felder.sprache]: lauf.form.language,
      },
    },
    buttonRow(button(label, { kind: 'secondary' })),
  );
}

/** Check-your-answers; where the real form would be sent off, it says so. */
async function pruefen(lauf: Lauf, evaluation: Evaluation, answers: Answers): Promise<PageAnswer> {
  const texts = JSON.stringify(answers);
  const last = reachablePages(evaluation).at(-1) ?? '';
  const end = alert({
    kind: 'info',
    title: 'Hier würde der Antrag abgeschickt',
    body: 'Dies ist die Vorschau: Es wurde nichts gespeichert.',
  });
  return ganzeSeite(
    lauf,
    'Angaben prüfen',
    html`${renderSummary(evaluation, { pageHref: null })}${end}${springen(lauf, texts, last, 'Zurück')}${springen(lauf, '{}', '', 'Von vorn')}<details class="kern-accordion"><summary class="kern-accordion__header"><span class="kern-title kern-title--small">Antworten für einen Testfall</span></summary><div class="kern-accordion__body"><pre class="lw-werkstatt-json" tabindex="0">${JSON.stringify(answers, null, 2)}</pre></div></details>`,
    false,
  );
}

const stile = assetFiles()
  .filter(({ name }) => name === 'kern.css' || name === 'app.css')
  .map(({ path }) => path);

async function ganzeSeite(
  { dienst, form: compiled, kommune, offen }: Lauf,
  title: string,
  main: Html,
  hasProblems: boolean,
): Promise<PageAnswer> {
  const { query } = offen.request;
  const language = compiled.language === 'de-simple' ? 'de' : compiled.language;
  const body = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${hasProblems ? 'Fehler: ' : ''}${title} – Vorschau – ${kommune}</title>${stile.map((path) => html`<link rel="stylesheet" href="${path}">`)}</head>
<body class="lw-page"><main class="lw-main lw-container" aria-label="Vorschau des Formulars"><div class="lw-title"><p class="kern-preline">Vorschau ${kommune}: ${dienst.title}</p><h1 class="kern-heading-large">${title}</h1></div><div class="lw-content">${main}</div></main></body></html>`;
  const text = String(await body);
  const shown = query.get('skript') === 'ja' ? text : ohneSkripte(text);
  return { kind: 'text', contentType: 'text/html', body: shown, framed: true };
}

/** The page as it is where scripts do not run. */
function ohneSkripte(page: string): string {
  return page.replaceAll(/<script\b[^>]*><\/script>/g, '');
}
