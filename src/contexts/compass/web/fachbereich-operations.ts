import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import { personRollen, regelArten } from '../domain/fachbereich.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { type Editor, managerOf, readerOf } from '../use-cases/editor.ts';
import {
  addPerson,
  assignLeistungen,
  changeFachbereich,
  createFachbereich,
  fachbereicheOfKommune,
  removePerson,
} from '../use-cases/fachbereiche.ts';
import { fachbereicheJson, fachbereicheSchema } from '../views/fachbereich-json.ts';

const access = { permission: 'compass.manage' } as const;
const params = z.object({ id: z.string() });
const made = z.object({ id: z.string() });
const nothing = z.object({});
const day = z.string().describe('JJJJ-MM-TT');

/** The Fachbereiche of the own Kommune in the JSON API. */
export function fachbereichOperations(deps: CompassDeps): readonly Operation[] {
  const asManager = async <T>(
    principal: Principal | null,
    act: (editor: Editor) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const editor = await managerOf(deps, principal);
    return editor.ok ? act(editor.value) : editor;
  };
  const empty = (result: Result<null>) => (result.ok ? ok({}) : result);
  return [
    listOperation(deps),
    operation({
      capability: 'compass.fachbereich.create',
      method: 'post',
      path: '/fachbereiche',
      summary: 'Einen Fachbereich anlegen',
      access,
      body: z.strictObject({ name: z.string() }),
      response: made,
      status: 201,
      handle: ({ principal, body }) =>
        asManager(principal, (editor) => createFachbereich(deps, editor, body.name)),
    }),
    operation({
      capability: 'compass.fachbereich.change',
      method: 'patch',
      path: '/fachbereiche/{id}',
      summary: 'Einen Fachbereich umbenennen oder beenden',
      access,
      params,
      body: z.strictObject({
        fassung: z.number().int(),
        name: z.string().optional(),
        endetAm: day.nullable().optional(),
      }),
      response: z.object({
        id: z.string(),
        name: z.string(),
        fassung: z.number(),
        endetAm: z.string().nullable(),
      }),
      handle: ({ principal, params: { id }, body }) => {
        const { fassung, name, endetAm } = body;
        const change = {
          id,
          fassung,
          ...(name === undefined ? {} : { name }),
          ...(endetAm === undefined ? {} : { endetAm }),
        };
        return asManager(principal, (editor) => changeFachbereich(deps, editor, change));
      },
    }),
    operation({
      capability: 'compass.fachbereich.assign',
      method: 'put',
      path: '/fachbereiche/regeln',
      summary: 'Ein Themenfeld, eine OZG-Leistung oder eine Leistung einem Fachbereich zuordnen',
      access,
      body: z.strictObject({
        art: z.enum(regelArten),
        ziel: z.string(),
        fachbereichId: z.string().nullable().describe('null nimmt die Zuordnung weg'),
      }),
      response: nothing,
      handle: async ({ principal, body }) =>
        empty(await asManager(principal, (editor) => assignLeistungen(deps, editor, body))),
    }),
    operation({
      capability: 'compass.fachbereich.person',
      method: 'post',
      path: '/fachbereiche/{id}/personen',
      summary: 'Eine Person für einen Fachbereich eintragen',
      access,
      params,
      body: z.strictObject({
        mitgliedId: z.string(),
        rolle: z.enum(personRollen),
        von: day.default(''),
        bis: day.nullable().default(null),
      }),
      response: made,
      status: 201,
      handle: ({ principal, params: { id }, body }) =>
        asManager(principal, (editor) => addPerson(deps, editor, { fachbereichId: id, ...body })),
    }),
    operation({
      capability: 'compass.fachbereich.person-end',
      method: 'delete',
      path: '/fachbereiche/personen/{id}',
      summary: 'Die Arbeit einer Person für einen Fachbereich beenden',
      access,
      params,
      response: nothing,
      handle: async ({ principal, params: { id } }) =>
        empty(await asManager(principal, (editor) => removePerson(deps, editor, id))),
    }),
  ];
}

function listOperation(deps: CompassDeps): Operation {
  return operation({
    capability: 'compass.fachbereiche',
    method: 'get',
    path: '/fachbereiche',
    summary: 'Die Fachbereiche der eigenen Kommune',
    access: { permission: 'compass.stand.read' },
    response: fachbereicheSchema,
    handle: async ({ principal }) => {
      const reader = await readerOf(deps, principal);
      if (!reader.ok) return reader;
      const { actor, kommune } = reader.value;
      const all = await fachbereicheOfKommune(deps, reader.value);
      return ok(fachbereicheJson(all, await deps.personen(actor, kommune)));
    },
  });
}
