import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { CompassDeps } from '../doors-deps.ts';
import { editorOf, readerOf } from '../use-cases/editor.ts';
import { attachEvidence, deleteEvidence, openEvidence } from '../use-cases/nachweis-datei.ts';
import { evidenceJson, evidenceSchema } from '../views/evidence-json.ts';
import { angabeJson, angabeSchema } from '../views/stand-json.ts';

const edit = { permission: 'compass.stand.edit' } as const;
const leistung = z.string().describe('Nummer der Leistung, zum Beispiel L00001');
const grundlage = z.number().int().min(0).describe('Die gelesene Fassung');

/** Evidence as a file in the JSON API, as base64. */
export function evidenceOperations(deps: CompassDeps): readonly Operation[] {
  return [
    operation({
      capability: 'compass.evidence.attach',
      method: 'post',
      path: '/stand/{leistung}/nachweis',
      summary: 'Eine Datei (PDF, PNG, JPEG bis 10 MB) als Nachweis speichern',
      access: edit,
      status: 201,
      params: z.object({ leistung }),
      bodyLimit: 14_000_000,
      body: z.strictObject({
        grundlage,
        name: z.string().min(1).max(200),
        text: z.string().max(2000).default(''),
        base64: z.base64().max(13_400_000),
      }),
      response: angabeSchema,
      handle: async ({ principal, params, body }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        const bytes = Buffer.from(body.base64, 'base64');
        const file = { fileName: body.name, bytes, scanned: await deps.scan(bytes) };
        const wunsch = { leistungId: params.leistung, grundlage: body.grundlage, text: body.text };
        const attached = await attachEvidence(deps, editor.value, file, wunsch);
        return attached.ok ? ok(angabeJson(attached.value)) : attached;
      },
    }),
    operation({
      capability: 'compass.evidence.open',
      method: 'get',
      path: '/stand/{leistung}/nachweis/{datei}',
      summary: 'Eine Datei, die als Nachweis gespeichert ist',
      access: { permission: 'compass.stand.read' },
      params: z.object({ leistung, datei: z.string() }),
      response: evidenceSchema,
      handle: async ({ principal, params }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        const opened = await openEvidence(deps, reader.value, params.leistung, params.datei);
        return opened.ok ? ok(evidenceJson(opened.value)) : opened;
      },
    }),
    operation({
      capability: 'compass.evidence.delete',
      method: 'post',
      path: '/stand/{leistung}/nachweis/{datei}/delete',
      summary: 'Eine Datei für immer löschen; die Leistung hat danach keinen Nachweis mehr',
      access: edit,
      params: z.object({ leistung, datei: z.string() }),
      body: z.strictObject({ grundlage }),
      response: angabeSchema,
      handle: async ({ principal, params, body }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        const wunsch = { leistungId: params.leistung, grundlage: body.grundlage, id: params.datei };
        const deleted = await deleteEvidence(deps, editor.value, wunsch);
        return deleted.ok ? ok(angabeJson(deleted.value)) : deleted;
      },
    }),
  ];
}
