import { fileImportRoutes, type ImportAct, type PageRoute, refusal } from '#platform';
import { goodOnlyObjection } from '#ui';
import { invalidTable } from '../errors.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { type Lead, leadOf } from '../use-cases/actors.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from '../use-cases/einlesen.ts';
import { done } from './answers.ts';
import { address, previewContent, uploadContent } from './einlesen-content.ts';

/** A table of projects: sent, looked at row by row, taken over. */
export function einlesenRoutes(deps: ProjectsDeps): readonly PageRoute[] {
  return fileImportRoutes({
    address,
    uploadLimit: 10_000_000,
    route: (step, act: ImportAct<Lead>) => ({
      ...step,
      capability: 'projects.import',
      access: { permission: 'projects.manage' },
      handle: async (request) => {
        const lead = await leadOf(deps, request.principal);
        return lead.ok ? act(lead.value, request) : refusal(lead.refusal);
      },
    }),
    missing: invalidTable('Bitte wählen Sie eine Tabelle aus, die nicht leer ist.'),
    form: uploadContent,
    begin: (lead, file) => beginEinlesung(deps, lead, file),
    find: (lead, id) => previewEinlesung(deps, lead, id),
    preview: previewContent,
    objection: ({ zeilen }, sent) => goodOnlyObjection(zeilen, sent),
    take: (lead, id) => applyEinlesung(deps, lead, id),
    taken: () => done('/projekte', 'eingelesen'),
  });
}
