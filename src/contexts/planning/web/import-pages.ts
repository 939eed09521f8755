import { fileImportRoutes, type ImportAct, type PageRoute } from '#platform';
import { goodOnlyObjection } from '#ui';
import { invalidTable } from '../errors.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { applyImport, beginImport, previewImport } from '../use-cases/import-massnahmen.ts';
import { done, plannerRoute } from './answers.ts';
import { address, list, previewContent, uploadContent } from './import-content.ts';

/** A table of Massnahmen: sent, looked at row by row, taken over. */
export function importRoutes(deps: PlanningDeps): readonly PageRoute[] {
  return fileImportRoutes({
    address,
    uploadLimit: 10_000_000,
    route: ({ method, path }, act: ImportAct<Planner>) =>
      plannerRoute(deps, 'planning.measures.import', method, path, act),
    missing: invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.'),
    form: uploadContent,
    begin: (planner, file) => beginImport(deps, planner, file),
    find: (planner, id) => previewImport(deps, planner, id),
    preview: previewContent,
    objection: ({ zeilen }, sent) => goodOnlyObjection(zeilen, sent),
    take: (planner, id) => applyImport(deps, planner, id),
    taken: () => done(list, 'eingelesen'),
  });
}
