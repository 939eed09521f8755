import type { Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
  type Upload,
  uploadBytes,
} from '#platform';
import { goodOnlyField } from '#ui';
import { invalidTable } from '../errors.ts';
import { done } from '../messages.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from '../use-cases/einlesen.ts';
import type { Antwortende } from '../use-cases/people.ts';
import { previewContent, uploadContent } from './einlesen-content.ts';
import { address, asAntwortende } from './wer.ts';

const uploadLimit = 10_000_000;

/** A table of answers: sent, looked at row by row, taken over. */
export function einlesenRoutes(deps: SurveysDeps): readonly PageRoute[] {
  const route = (
    method: 'GET' | 'POST',
    path: string,
    act: (deps: SurveysDeps, who: Antwortende, request: PageRequest) => Promise<PageAnswer>,
  ): PageRoute => ({
    capability: 'surveys.import',
    method,
    path,
    access: { permission: 'surveys.answer' },
    handle: asAntwortende(deps, 'antworten', (who, request) => act(deps, who, request)),
  });
  return [
    route('GET', '/bedarf/:id/einlesen', async (_deps, _who, request) => page(uploadContent(request, null))),
    { ...route('POST', '/bedarf/:id/einlesen', receive), uploadLimit },
    route('GET', '/bedarf/:id/einlesen/:einlesung', (deps, who, request) =>
      preview(deps, who, request, null),
    ),
    route('POST', '/bedarf/:id/einlesen/:einlesung/uebernehmen', apply),
  ];
}

async function receive(deps: SurveysDeps, who: Antwortende, request: PageRequest): Promise<PageAnswer> {
  const id = request.params.id ?? '';
  const file = request.uploads.get('datei')?.find(({ bytes }) => bytes > 0);
  const wrong = file
    ? infected(file)
    : invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.');
  if (!file || wrong) return refused(request, wrong ?? invalidTable('Die Datei fehlt.'));
  const begun = await beginEinlesung(deps, who, id, { name: file.fileName, bytes: await uploadBytes(file) });
  return begun.ok
    ? { kind: 'redirect', to: address(id, `einlesen/${begun.value}`) }
    : refused(request, begun.refusal);
}

function infected({ scanned, fileName }: Upload): Refusal | null {
  return scanned === 'infected'
    ? invalidTable(`In der Datei „${fileName}“ wurde Schadsoftware gefunden. Sie wurde nicht gelesen.`)
    : null;
}

function refused(request: PageRequest, reason: Refusal): PageAnswer {
  const told = reason.fields ? reason : { ...reason, fields: [{ field: 'datei', message: reason.message }] };
  return refusedPage(uploadContent(request, told), told);
}

async function preview(
  deps: SurveysDeps,
  who: Antwortende,
  request: PageRequest,
  error: string | null,
): Promise<PageAnswer> {
  const { id = '', einlesung = '' } = request.params;
  const found = await previewEinlesung(deps, who, id, einlesung);
  if (!found.ok) return refusal(found.refusal);
  const content = previewContent(request, found.value, error);
  return error === null ? page(content) : page({ ...content, error: true }, 422);
}

async function apply(deps: SurveysDeps, who: Antwortende, request: PageRequest): Promise<PageAnswer> {
  const { id = '', einlesung = '' } = request.params;
  const looked = await previewEinlesung(deps, who, id, einlesung);
  if (!looked.ok) return refusal(looked.refusal);
  const bad = looked.value.zeilen.some(({ art }) => art === 'fehler');
  if (bad && request.form.get(goodOnlyField) !== 'ja')
    return preview(deps, who, request, 'Bitte bestätigen Sie, dass nur die guten Zeilen übernommen werden.');
  const applied = await applyEinlesung(deps, who, id, einlesung);
  return applied.ok ? done(address(id), 'eingelesen') : refusal(applied.refusal);
}
