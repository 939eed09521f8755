import { type Answers, evaluate, formIn, nextPage, reachablePages, readPage } from '#forms';
import { type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import { isObject, jsonOf } from '../domain/json.ts';
import { type Offen, route, withEntwurf } from './answers.ts';
import { dateien } from './vorschau-dateien.ts';
import { felder, type Lauf, laufVon } from './vorschau-lauf.ts';
import { pruefen, seitenAntwort } from './vorschau-seite.ts';

const uploadLimit = 20_000_000;

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
  if (!lauf.ok) return refusal(lauf.refusal);
  const { request } = offen;
  const answers = antwortenAus(request.form);
  const gehe =
    request.form.get(felder.gehe) ?? (request.method === 'GET' ? request.query.get('seite') : null);
  if (request.method === 'GET' || gehe !== null) return zeige(lauf.value, answers, gehe);
  return naechste(lauf.value, answers, request);
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
