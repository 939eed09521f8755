import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation } from '#platform';
import type { CompassDeps } from '../doors-deps.ts';
import { markiereGesehen, meineNeuigkeiten } from '../use-cases/digest.ts';
import { editorOf, readerOf } from '../use-cases/editor.ts';
import { beginEinlesen, beginUebernahme, changeWahl } from '../use-cases/einlesen.ts';
import { applySammel, createSammel, sammelListe, sammelOf, undoSammel } from '../use-cases/sammel.ts';
import { wuenscheOfRows } from '../use-cases/schnittstelle-wuensche.ts';
import {
  neuigkeitenJson,
  neuigkeitenSchema,
  sammelJson,
  sammelListeJson,
  sammelListeSchema,
  sammelSchema,
} from '../views/sammel-json.ts';

const access = { permission: 'compass.stand.edit' } as const;
const read = { permission: 'compass.stand.read' } as const;
const params = z.object({ id: z.string().max(60).describe('Nummer der Sammeländerung') });
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
    summary: 'Frühere Werte wieder angeben; was andere seither geändert haben, bleibt und wird genannt',
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

function importOperations(deps: CompassDeps): readonly Operation[] {
  return [
    operation({
      capability: 'compass.import',
      method: 'post',
      path: '/stand/einlesen',
      summary:
        'Eine Datei (CSV, XLSX) prüfen lassen; ändert nichts. Die Vorschau steht danach unter /stand/sammel/{id}',
      access,
      status: 202,
      bodyLimit: 30_000_000,
      body: z.strictObject({ name: z.string().min(1).max(120), base64: z.base64().max(28_000_000) }),
      response: z.object({ id: z.string() }),
      handle: async ({ principal, body: { name, base64 } }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        const bytes = Buffer.from(base64, 'base64');
        return ok({ id: await beginEinlesen(deps, editor.value, { fileName: name, bytes }) });
      },
    }),
    operation({
      capability: 'compass.import',
      method: 'put',
      path: '/stand/sammel/{id}/spalten',
      summary: 'Sagen, welche Spalte was bedeutet; danach wird neu geprüft',
      access,
      status: 202,
      params,
      body: z.strictObject({
        spalten: z.record(z.string(), z.number().int().min(0)).describe('Feld zu Spalte, von 0 gezählt'),
        leeren: z.boolean().default(false).describe('Leere Zellen nehmen einen Wert weg'),
      }),
      response: z.object({ id: z.string() }),
      handle: async ({ principal, params: { id }, body }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        const changed = await changeWahl(deps, editor.value, id, body);
        return changed.ok ? ok({ id }) : changed;
      },
    }),
  ];
}

function newsOperations(deps: CompassDeps): readonly Operation[] {
  return [
    operation({
      capability: 'compass.news',
      method: 'get',
      path: '/meine-aenderungen',
      summary: 'Was andere an meinen Leistungen geändert haben, soweit ich es noch nicht gesehen habe',
      access: read,
      query: z.object({ mitglied: z.uuid().optional().describe('Für Maschinen: wessen Neuigkeiten') }),
      response: neuigkeitenSchema,
      handle: async ({ principal, query }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        const news = await meineNeuigkeiten(
          deps,
          reader.value,
          reader.value.mitglied ?? query.mitglied ?? null,
        );
        return news.ok ? ok(neuigkeitenJson(news.value)) : news;
      },
    }),
    operation({
      capability: 'compass.news.seen',
      method: 'post',
      path: '/meine-aenderungen/gesehen',
      summary: 'Änderungen als gesehen vermerken',
      access: read,
      body: z.strictObject({
        mitglied: z.uuid().optional(),
        gesehen: z
          .array(z.strictObject({ leistungId: z.string(), fassung: z.number().int().min(1) }))
          .max(3000),
      }),
      response: z.object({ leistungen: z.number() }),
      handle: async ({ principal, body: { mitglied, gesehen } }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        const marked = await markiereGesehen(
          deps,
          reader.value,
          gesehen,
          reader.value.mitglied ?? mitglied ?? null,
        );
        return marked.ok ? ok({ leistungen: marked.value }) : marked;
      },
    }),
  ];
}
