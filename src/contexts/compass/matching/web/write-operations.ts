import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { widerspruchsarten } from '../../domain/matching/widerspruch.ts';
import { editorOf, managerOf, readerOf } from '../../use-cases/editor.ts';
import { angabeJson, angabeSchema } from '../../views/stand-json.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { buendelFor } from '../use-cases/buendel.ts';
import { markInteresse, setEinwilligung, withdrawInteresse } from '../use-cases/buendel-interesse.ts';
import { sichtOf } from '../use-cases/sicht.ts';
import { korrigiere, widerspruecheOf } from '../use-cases/widersprueche.ts';
import { buendelJson, buendelSchema } from '../views/buendel-json.ts';
import { widerspruchJson, widerspruchSchema } from '../views/fachverfahren-json.ts';
import { fachverfahrenOperations } from './fachverfahren-operations.ts';

const read = { permission: 'compass.stand.read' } as const;

const edit = { permission: 'compass.stand.edit' } as const;

const leistung = z.object({ leistung: z.string() });

/** Bundles, contradictions and Fachverfahren in the JSON API. */
export function writeOperations(deps: MatchingDeps): readonly Operation[] {
  return [...bundleOperations(deps), ...contradictionOperations(deps), ...fachverfahrenOperations(deps)];
}

function bundleOperations(deps: MatchingDeps): readonly Operation[] {
  return [
    operation({
      capability: 'compass.bundles',
      method: 'get',
      path: '/buendel',
      summary: 'Kommunen mit demselben Bedarf im selben Quartal',
      access: 'signed-in',
      response: buendelSchema,
      handle: async ({ principal }) => {
        const sicht = await sichtOf(deps, principal);
        return sicht.ok ? ok(buendelJson(await buendelFor(deps, sicht.value))) : sicht;
      },
    }),
    operation({
      capability: 'compass.bundle.consent',
      method: 'put',
      path: '/buendel/einwilligung',
      summary: 'Einwilligen, in Bündeln genannt zu werden, oder das widerrufen',
      access: { permission: 'compass.manage' },
      body: z.strictObject({ einwilligung: z.boolean() }),
      response: z.object({ einwilligung: z.boolean() }),
      handle: async ({ principal, body }) => {
        const editor = await managerOf(deps, principal);
        if (!editor.ok) return editor;
        return ok({ einwilligung: await setEinwilligung(deps, editor.value, body.einwilligung) });
      },
    }),
    operation({
      capability: 'compass.interest',
      method: 'put',
      path: '/stand/luecken/{leistung}/interesse',
      summary: 'Vormerken, dass die Kommune eine Leistung in einem Quartal online bringen will',
      access: edit,
      params: leistung,
      body: z.strictObject({ quartal: z.string().describe('Zum Beispiel 2027-Q1') }),
      response: z.object({ leistungId: z.string(), quartal: z.string() }),
      handle: async ({ principal, params, body }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        return markInteresse(deps, editor.value, { leistungId: params.leistung, quartal: body.quartal });
      },
    }),
    operation({
      capability: 'compass.interest.withdraw',
      method: 'delete',
      path: '/stand/luecken/{leistung}/interesse',
      summary: 'Ein vorgemerktes Interesse zurücknehmen',
      access: edit,
      params: leistung,
      response: z.object({}),
      handle: async ({ principal, params }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        const taken = await withdrawInteresse(deps, editor.value, params.leistung);
        return taken.ok ? ok({}) : taken;
      },
    }),
  ];
}

function contradictionOperations(deps: MatchingDeps): readonly Operation[] {
  return [
    operation({
      capability: 'compass.contradictions',
      method: 'get',
      path: '/stand/widersprueche',
      summary: 'Wo Angaben, Nachweise und freigeschaltete Onlinedienste einander widersprechen',
      access: read,
      response: z.object({ widersprueche: z.array(widerspruchSchema) }),
      handle: async ({ principal }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        return ok({ widersprueche: (await widerspruecheOf(deps, reader.value)).map(widerspruchJson) });
      },
    }),
    operation({
      capability: 'compass.contradiction.resolve',
      method: 'post',
      path: '/stand/widersprueche',
      summary: 'Einen Widerspruch beheben, solange er besteht',
      access: edit,
      body: z.strictObject({
        leistungId: z.string(),
        art: z.enum(widerspruchsarten),
        korrektur: z.string().describe('Der Schlüssel einer der angebotenen Korrekturen'),
        grundlage: z.number().int().min(0).describe('Die gelesene Fassung, 0 wo nichts angegeben ist'),
      }),
      response: angabeSchema,
      handle: async ({ principal, body }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        const mended = await korrigiere(deps, editor.value, body);
        return mended.ok ? ok(angabeJson(mended.value)) : mended;
      },
    }),
  ];
}
