import { fileImportRoutes, type ImportAct, type PageRoute } from '#platform';
import { goodOnlyObjection } from '#ui';
import { invalidTable } from '../errors.ts';
import { done } from '../messages.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from '../use-cases/einlesen.ts';
import type { Antwortende } from '../use-cases/people.ts';
import { previewContent, uploadContent } from './einlesen-content.ts';
import { address, asAntwortende } from './wer.ts';

/** A table of answers: sent, looked at row by row, taken over. */
export function einlesenRoutes(deps: SurveysDeps): readonly PageRoute[] {
  return fileImportRoutes({
    address: address(':id', 'einlesen'),
    uploadLimit: 10_000_000,
    route: (step, act: ImportAct<Antwortende>) => ({
      ...step,
      capability: 'surveys.import',
      access: { permission: 'surveys.answer' },
      handle: asAntwortende(deps, 'antworten', act),
    }),
    missing: invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.'),
    form: uploadContent,
    begin: (who, file, { params }) => beginEinlesung(deps, who, params.id ?? '', file),
    find: (who, id, { params }) => previewEinlesung(deps, who, params.id ?? '', id),
    preview: previewContent,
    objection: ({ zeilen }, sent) => goodOnlyObjection(zeilen, sent),
    take: (who, id, { params }) => applyEinlesung(deps, who, params.id ?? '', id),
    taken: (_, { params }) => done(address(params.id ?? ''), 'eingelesen'),
  });
}
