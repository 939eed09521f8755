import { fileImportRoutes, type ImportAct, type PageRoute, refusal } from '#platform';
import { goodOnlyObjection } from '#ui';
import { invalidTable } from '../errors.ts';
import { manage, type PrioritiesDeps } from '../priorities-deps.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from '../use-cases/einlesen.ts';
import { managerOf, type Viewer } from '../use-cases/viewer.ts';
import { done } from './answers.ts';
import { previewContent, uploadContent } from './import-content.ts';
import { paths } from './paths.ts';

/** A table of statements: sent, looked at row by row, taken over. */
export function importRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  return fileImportRoutes({
    address: paths.einlesen,
    uploadLimit: 10_000_000,
    route: (step, act: ImportAct<Viewer>) => ({
      ...step,
      capability: 'priorities.import',
      access: manage,
      handle: async (request) => {
        const manager = await managerOf(deps, request.principal, 'Angaben einlesen');
        return manager.ok ? act(manager.value, request) : refusal(manager.refusal);
      },
    }),
    missing: invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.'),
    form: uploadContent,
    begin: (viewer, file) => beginEinlesung(deps, viewer, file),
    find: (viewer, id) => previewEinlesung(deps, viewer, id),
    preview: previewContent,
    objection: ({ zeilen }, sent) => goodOnlyObjection(zeilen, sent),
    take: (viewer, id) => applyEinlesung(deps, viewer, id),
    taken: () => done(paths.angaben, 'eingelesen'),
  });
}
