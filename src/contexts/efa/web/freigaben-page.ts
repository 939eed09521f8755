import { formatLocalDate, type Refusal } from '#kernel';
import { numberIn, type PageRequest, type PageRoute, page, refusal, refusedPage } from '#platform';
import { listEndings } from '#ui';
import { abschnitte } from '../domain/freigabe.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { editorOf, readerOf } from '../use-cases/editor.ts';
import { listFreigaben, readFreigabe } from '../use-cases/read-freigaben.ts';
import { releaseText, withdrawText } from '../use-cases/release-text.ts';
import { suggestText } from '../use-cases/suggest-text.ts';
import { done, listAnswer } from './answers.ts';
import { manage, oneContent } from './freigabe-content.ts';
import { freigabenContent, freigabenDefinition } from './freigaben-content.ts';

/** The texts of the service pages that citizens of one's own Kommune read. */
export function freigabenRoutes(deps: EfaDeps): readonly PageRoute[] {
  const lists = listEndings.map(
    (ending): PageRoute => ({
      capability: 'efa.freigaben',
      method: 'GET',
      path: `/freigaben${ending}`,
      access: 'signed-in',
      handle: async (request) => {
        const reader = await readerOf(deps, request.principal);
        if (!reader.ok) return refusal(reader.refusal);
        const { ags, name } = reader.value.kommune;
        const list = { definition: freigabenDefinition, rows: await listFreigaben(deps, reader.value) };
        const file = {
          fileName: `freigaben-${ags}`,
          title: `Freigegebene Texte ${name}`,
          source: 'Freigaben der Kommune',
          state: formatLocalDate(deps.clock.today()),
        };
        return listAnswer(deps, request, list, file, (answered) =>
          freigabenContent(deps, answered, request, name),
        );
      },
    }),
  );
  const show: PageRoute = {
    capability: 'efa.freigaben',
    method: 'GET',
    path: '/freigaben/:leistung',
    access: 'signed-in',
    handle: (request) => showOne(deps, request, null),
  };
  const post = (
    capability: string,
    path: string,
    act: typeof releaseText,
    flash: 'freigegeben' | 'zurueckgezogen',
  ): PageRoute => ({
    capability,
    method: 'POST',
    path,
    access: manage,
    handle: async (request) => {
      const editor = await editorOf(deps, request.principal);
      if (!editor.ok) return refusal(editor.refusal);
      const text = Object.fromEntries(abschnitte.map((part) => [part, request.form.get(part) ?? '']));
      const input = {
        leistung: request.params.leistung ?? '',
        nummer: numberIn(request.form.get('nummer')),
        text,
      };
      const result = await act(deps, editor.value, input);
      return result.ok
        ? done(`/freigaben/${result.value.leistungId}`, flash)
        : showOne(deps, request, result.refusal);
    },
  });
  return [
    ...lists,
    show,
    post('efa.freigabe.release', '/freigaben/:leistung', releaseText, 'freigegeben'),
    post('efa.freigabe.withdraw', '/freigaben/:leistung/zurueckziehen', withdrawText, 'zurueckgezogen'),
  ];
}

async function showOne(deps: EfaDeps, request: PageRequest, reason: Refusal | null) {
  const reader = await readerOf(deps, request.principal);
  if (!reader.ok) return refusal(reader.refusal);
  const view = await readFreigabe(deps, reader.value, request.params.leistung ?? '');
  if (!view.ok) return refusal(view.refusal);
  const { freigabe, leistung } = view.value;
  const suggested = freigabe === null ? await suggestText(deps, reader.value, leistung.leika) : null;
  const content = oneContent(view.value, request, reason, reader.value.kommune.name, suggested);
  return reason === null ? page(content) : refusedPage(content, reason);
}
