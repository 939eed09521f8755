import { type Answers, evaluate, formIn, nextPage, reachablePages, readPage } from '#forms';
import { type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import { isObject, jsonOf } from '../domain/json.ts';
import { type Offen, route, withEntwurf } from './answers.ts';
import { anfangFuer } from './vorschau-anfang.ts';
import { dateien } from './vorschau-dateien.ts';
import { felder } from './vorschau-felder.ts';
import { type Lauf, laufVon } from './vorschau-lauf.ts';
import { pruefen, seitenAntwort } from './vorschau-seite.ts';

export const uploadLimit = 20_000_000;

/** The form itself, page by page, as the frame shows it. */
export function vorschauFormularRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  const handle = (request: PageRequest) => withEntwurf(deps, request, answer);
  return [
    route('GET', 'workshop.preview', '/:dienst/vorschau/formular', handle),
    route('POST', 'workshop.preview', '/:dienst/vorschau/formular', handle, { uploadLimit }),
  ];
}

async function answer(offen: Offen): Promise<PageAnswer> {
  const lauf = await laufVon(offen);
  return lauf.ok ? formularAntwort(lauf.value) : refusal(lauf.refusal);
}

/** The page that somebody asked for, or what follows from the one that they sent. */
export async function formularAntwort(lauf: Lauf): Promise<PageAnswer> {
  const { request } = lauf;
  if (request.method === 'GET') {
    const seite = request.query.get('seite');
    const { answers, hinweis } = anfangFuer(lauf, seite === 'pruefen' ? null : seite);
    return zeige(lauf, answers, seite, hinweis);
  }
  const answers = antwortenAus(request.form);
  const gehe = request.form.get(felder.gehe);
  return gehe === null ? naechste(lauf, answers, request) : zeige(lauf, answers, gehe);
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
async function zeige(
  lauf: Lauf,
  answers: Answers,
  wanted: string | null,
  hinweis: string | null = null,
): Promise<PageAnswer> {
  const evaluation = evaluate(lauf.form, answers, lauf.context);
  const way = reachablePages(evaluation);
  if (wanted === 'pruefen') return pruefen(lauf, evaluation, answers);
  const authored = evaluation.pages.find(({ page, reachable }) => reachable && page.authored === wanted)?.page
    .id;
  const seite = way.find((id) => id === wanted) ?? authored ?? way[0] ?? '';
  return seitenAntwort(lauf, evaluation, answers, { seite, hinweis });
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
