import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation } from '#platform';
import type { CompassDeps } from '../doors-deps.ts';
import { editorOf } from '../use-cases/editor.ts';
import { beginUebernahme } from '../use-cases/einlesen.ts';
import { applySammel, createSammel, sammelListe, sammelOf } from '../use-cases/sammel.ts';
import { wuenscheOfRows } from '../use-cases/schnittstelle-wuensche.ts';
import { undoSammel } from '../use-cases/undo-sammel.ts';
import { sammelJson, sammelListeJson, sammelListeSchema, sammelSchema } from '../views/sammel-json.ts';
import { access, importOperations, newsOperations, params } from './sammel-file-operations.ts';

const nurGute = z.boolean().default(false).describe('Zeilen auslassen, die nicht übernommen werden können');

/** Bulk changes, files and news in the JSON API. */
export function sammelOperations(deps: CompassDeps): readonly Operation[] {
  return [
    bulkOperation(deps),
    ...stateOperations(deps),
    undoOperation(deps),
    ...importOperations(deps),
    ...newsOperations(deps),
  ];
}

const mostRows = 10_000;

function bulkOperation(deps: CompassDeps): Operation {
  return operation({
    capability: 'compass.bulk',
    method: 'patch',
    path: '/stand',
    summary: 'Viele Leistungen auf einmal ändern; mit „vorschau“ erst zeigen, was sich ändern würde',
    access,
    bodyLimit: 10_000_000,
    body: z.strictObject({
      vorschau: z.boolean().default(true).describe('Nichts schreiben, nur zeigen'),
      nurGute,
      zeilen: z
        .array(
          z.strictObject({
            leistung: z.string().max(20),
            grundlage: z.number().int().min(0).optional().describe('Die gelesene Fassung'),
            werte: z.record(z.string(), z.unknown()),
          }),
        )
        .min(1)
        .max(mostRows),
    }),
    response: sammelSchema,
    handle: async ({ principal, body }) => {
      const editor = await editorOf(deps, principal);
      if (!editor.ok) return editor;
      const wuensche = await wuenscheOfRows(deps, body.zeilen);
      const titel = `Schnittstelle: ${body.zeilen.length} Zeilen`;
      const { id } = await createSammel(deps, editor.value, { art: 'schnittstelle', titel, wuensche });
      if (!body.vorschau) {
        const applied = await applySammel(deps, editor.value, id, body.nurGute);
        if (!applied.ok) return applied;
      }
      return jsonOf(await sammelOf(deps, editor.value, id));
    },
  });
}

function jsonOf(found: Awaited<ReturnType<typeof sammelOf>>): Result<z.input<typeof sammelSchema>> {
  return found.ok ? ok(sammelJson(found.value)) : found;
}

function stateOperations(deps: CompassDeps): readonly Operation[] {
  return [
    operation({
      capability: 'compass.bulk.list',
      method: 'get',
      path: '/stand/sammel',
      summary: 'Die letzten Sammeländerungen',
      access,
      response: sammelListeSchema,
      handle: async ({ principal }) => {
        const editor = await editorOf(deps, principal);
        return editor.ok ? ok(sammelListeJson(await sammelListe(deps, editor.value))) : editor;
      },
    }),
    operation({
      capability: 'compass.bulk.state',
      method: 'get',
      path: '/stand/sammel/{id}',
      summary: 'Was eine Sammeländerung ändern würde oder geändert hat',
      access,
      params,
      response: sammelSchema,
      handle: async ({ principal, params: { id } }) => {
        const editor = await editorOf(deps, principal);
        return editor.ok ? jsonOf(await sammelOf(deps, editor.value, id)) : editor;
      },
    }),
    operation({
      capability: 'compass.bulk',
      method: 'post',
      path: '/stand/sammel/{id}',
      summary: 'Übernehmen, was die Vorschau gezeigt hat; eine Datei übernimmt danach der Hintergrund',
      access,
      params,
      body: z.strictObject({ nurGute }),
      response: sammelSchema,
      handle: async ({ principal, params: { id }, body }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        const found = await sammelOf(deps, editor.value, id);
        if (!found.ok) return found;
        const run = found.value.art === 'datei' ? beginUebernahme : applySammel;
        const done: Result<unknown> = await run(deps, editor.value, id, body.nurGute);
        return done.ok ? jsonOf(await sammelOf(deps, editor.value, id)) : done;
      },
    }),
  ];
}

function undoOperation(deps: CompassDeps): Operation {
  return operation({
    capability: 'compass.bulk.undo',
    method: 'post',
    path: '/stand/sammel/{id}/rueckgaengig',
    summary:
      'Frühere Werte wieder angeben, erste Angaben zurücknehmen; was andere seither geändert haben, bleibt und wird genannt',
    access,
    params,
    response: sammelSchema,
    handle: async ({ principal, params: { id } }) => {
      const editor = await editorOf(deps, principal);
      if (!editor.ok) return editor;
      const undone = await undoSammel(deps, editor.value, id);
      return undone.ok ? jsonOf(await sammelOf(deps, editor.value, id)) : undone;
    },
  });
}
