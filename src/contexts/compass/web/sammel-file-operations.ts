import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { CompassDeps } from '../doors-deps.ts';
import { markiereGesehen, meineNeuigkeiten } from '../use-cases/digest.ts';
import { editorOf, readerOf } from '../use-cases/editor.ts';
import { beginEinlesen, changeWahl } from '../use-cases/einlesen.ts';
import { neuigkeitenJson, neuigkeitenSchema } from '../views/sammel-json.ts';

export const access = { permission: 'compass.stand.edit' } as const;
const read = { permission: 'compass.stand.read' } as const;
export const params = z.object({ id: z.string().max(60).describe('Nummer der Sammeländerung') });

export function importOperations(deps: CompassDeps): readonly Operation[] {
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

export function newsOperations(deps: CompassDeps): readonly Operation[] {
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
