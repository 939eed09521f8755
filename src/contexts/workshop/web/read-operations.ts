import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import { listeWerke } from '../use-cases/liste.ts';
import { pruefung } from '../use-cases/pruefstand.ts';
import { standNamens } from '../use-cases/staende.ts';
import * as view from '../views/json.ts';
import { access, als, mit, params } from './operations-zugang.ts';

export function readOperations(deps: WorkshopDeps): readonly Operation[] {
  return [
    operation({
      capability: 'workshop.list',
      method: 'get',
      path: '/werkstatt',
      summary: 'Alle Onlinedienste und Entwürfe des eigenen Hauses',
      access,
      response: z.object({ dienste: z.array(view.zeileSchema) }),
      handle: ({ principal }) =>
        als(deps, principal, async (autor) =>
          ok({ dienste: (await listeWerke(deps, autor)).map(view.zeileJson) }),
        ),
    }),
    operation({
      capability: 'workshop.show',
      method: 'get',
      path: '/werkstatt/{dienst}',
      summary: 'Ein Entwurf mit Schritten, Vorlagen und seinen Bedingungen in Worten',
      access,
      params,
      response: view.gezeigtSchema,
      handle: ({ params: { dienst }, principal }) =>
        mit(deps, principal, dienst, async (_, entwurf) => ok(view.gezeigtJson(entwurf))),
    }),
    operation({
      capability: 'workshop.export',
      method: 'get',
      path: '/werkstatt/{dienst}/dateien',
      summary: 'Die Dateien eines Entwurfs oder eines seiner Stände',
      access,
      params,
      query: z.object({
        stand: z.string().max(40).default('jetzt').describe('jetzt, schritt-3 oder fassung-2'),
      }),
      response: view.dokumenteSchema,
      handle: ({ params: { dienst }, query, principal }) =>
        als(deps, principal, async (autor) => {
          const found = await standNamens(deps, autor, dienst, query.stand);
          return found.ok ? ok(found.value) : found;
        }),
    }),
    operation({
      capability: 'workshop.check',
      method: 'get',
      path: '/werkstatt/{dienst}/pruefung',
      summary: 'Was an einem Entwurf nicht stimmt',
      access,
      params,
      response: view.pruefSchema,
      handle: ({ params: { dienst }, principal }) =>
        mit(deps, principal, dienst, async (_, entwurf) =>
          ok(view.pruefJson(await pruefung(deps, entwurf.dokumente))),
        ),
    }),
    operation({
      capability: 'workshop.play',
      method: 'get',
      path: '/werkstatt/{dienst}/testfaelle',
      summary: 'Was aus den Testfällen eines Entwurfs wird',
      access,
      params,
      response: view.spielSchema,
      handle: ({ params: { dienst }, principal }) =>
        mit(deps, principal, dienst, async (_, entwurf) =>
          ok(view.spielJson(await pruefung(deps, entwurf.dokumente))),
        ),
    }),
    operation({
      capability: 'workshop.diff',
      method: 'get',
      path: '/werkstatt/{dienst}/unterschied',
      summary: 'Was sich zwischen zwei Ständen unterscheidet, Element für Element',
      access,
      params,
      query: z.object({ von: z.string().max(40), bis: z.string().max(40).default('jetzt') }),
      response: view.unterschiedSchema,
      handle: ({ params: { dienst }, query, principal }) =>
        als(deps, principal, async (autor) => {
          const before = await standNamens(deps, autor, dienst, query.von);
          if (!before.ok) return before;
          const after = await standNamens(deps, autor, dienst, query.bis);
          return after.ok ? ok(view.unterschiedJson(before.value, after.value)) : after;
        }),
    }),
  ];
}
