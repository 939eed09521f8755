import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { editorOf, readerOf } from '../../use-cases/editor.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { addFachverfahren, endeFachverfahren, fachverfahrenOf } from '../use-cases/fachverfahren.ts';
import { fachverfahrenJson, fachverfahrenSchema } from '../views/fachverfahren-json.ts';

const read = { permission: 'compass.stand.read' } as const;

const edit = { permission: 'compass.stand.edit' } as const;

export function fachverfahrenOperations(deps: MatchingDeps): readonly Operation[] {
  const day = z.string().nullable().optional().describe('JJJJ-MM-TT');
  const name = z.string().nullable().optional();
  return [
    operation({
      capability: 'compass.fachverfahren',
      method: 'get',
      path: '/fachverfahren',
      summary: 'Die Fachverfahren der eigenen Kommune',
      access: read,
      response: z.object({ fachverfahren: z.array(fachverfahrenSchema) }),
      handle: async ({ principal }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        return ok({ fachverfahren: (await fachverfahrenOf(deps, reader.value)).map(fachverfahrenJson) });
      },
    }),
    operation({
      capability: 'compass.fachverfahren.add',
      method: 'post',
      path: '/fachverfahren',
      summary: 'Ein Fachverfahren eintragen',
      access: edit,
      body: z.strictObject({ name: z.string(), hersteller: name, fachbereich: name, von: day, bis: day }),
      response: fachverfahrenSchema,
      status: 201,
      handle: async ({ principal, body }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        const added = await addFachverfahren(deps, editor.value, body);
        return added.ok ? ok(fachverfahrenJson(added.value)) : added;
      },
    }),
    operation({
      capability: 'compass.fachverfahren.end',
      method: 'post',
      path: '/fachverfahren/{id}/end',
      summary: 'Den letzten Tag eines Fachverfahrens nennen; heute, wo keiner genannt ist',
      access: edit,
      params: z.object({ id: z.string() }),
      body: z.strictObject({ bis: day }),
      response: z.object({ id: z.string(), bis: z.string() }),
      handle: async ({ principal, params, body }) => {
        const editor = await editorOf(deps, principal);
        return editor.ok ? endeFachverfahren(deps, editor.value, params.id, body.bis ?? null) : editor;
      },
    }),
  ];
}
