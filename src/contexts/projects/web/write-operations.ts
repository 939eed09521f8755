import { z } from 'zod';
import { ok, refuse } from '#kernel';
import { type Operation, operation } from '#platform';
import { ohneIntern } from '../domain/projekt.ts';
import { invalidProjekt } from '../errors.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { saveBodySchema } from '../projekt-schema.ts';
import { leadOf } from '../use-cases/actors.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from '../use-cases/einlesen.ts';
import { isKennung } from '../use-cases/kennung.ts';
import { saveProjekt } from '../use-cases/save-projekt.ts';
import { einleseAnswer } from '../views/answers.ts';
import { einlesenSchema } from './schemas.ts';

const manage = { permission: 'projects.manage' } as const;

/** Saving one project, and many from a table. */
export function writeOperations(deps: ProjectsDeps): readonly Operation[] {
  return [saveOperation(deps), importOperation(deps)];
}

function saveOperation(deps: ProjectsDeps): Operation {
  return operation({
    capability: 'projects.save',
    method: 'put',
    path: '/projekte/{id}',
    summary: 'Ein Umsetzungsprojekt anlegen oder, mit „grundlage“, ändern',
    access: manage,
    params: z.object({ id: z.string().describe('Kennung des Projekts') }),
    body: saveBodySchema,
    response: z.object({ id: z.string(), fassung: z.number() }),
    handle: async ({ params, body, principal }) => {
      const lead = await leadOf(deps, principal);
      if (!lead.ok) return lead;
      if (!isKennung(params.id))
        return refuse(
          invalidProjekt([{ field: 'id', message: `„${params.id.slice(0, 80)}“ ist keine Kennung.` }]),
        );
      const saved = await saveProjekt(deps, lead.value, {
        id: params.id,
        grundlage: body.grundlage ?? null,
        inhalt: body.inhalt,
        intern: body.intern ?? ohneIntern,
      });
      return saved.ok ? ok({ id: saved.value.id, fassung: saved.value.fassung }) : saved;
    },
  });
}

function importOperation(deps: ProjectsDeps): Operation {
  return operation({
    capability: 'projects.import',
    method: 'post',
    path: '/projekte/einlesen',
    summary: 'Projekte aus einer Tabelle (CSV, XLSX): erst die Vorschau, mit „uebernehmen“ die guten Zeilen',
    access: manage,
    bodyLimit: 14_000_000,
    body: z.strictObject({
      name: z.string().min(1).max(200),
      base64: z.base64().max(13_400_000),
      uebernehmen: z.boolean().default(false),
    }),
    response: einlesenSchema,
    handle: async ({ body, principal }) => {
      const lead = await leadOf(deps, principal);
      if (!lead.ok) return lead;
      const file = { name: body.name, bytes: Buffer.from(body.base64, 'base64') };
      const begun = await beginEinlesung(deps, lead.value, file);
      if (!begun.ok) return begun;
      if (body.uebernehmen) {
        const applied = await applyEinlesung(deps, lead.value, begun.value);
        return applied.ok ? ok({ uebernommen: true, zeilen: applied.value.map(einleseAnswer) }) : applied;
      }
      const preview = await previewEinlesung(deps, lead.value, begun.value);
      return preview.ok
        ? ok({ uebernommen: false, zeilen: preview.value.zeilen.map(einleseAnswer) })
        : preview;
    },
  });
}
