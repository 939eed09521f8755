import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { type WorkshopDeps, workshopPermissions } from '../deps.ts';
import { entscheideGegen } from '../use-cases/entscheide-gegen.ts';
import { legeVor, veroeffentliche } from '../use-cases/veroeffentlichen.ts';
import * as view from '../views/json.ts';
import { access, als, entwurfAnswer, grundlage, params } from './operations-zugang.ts';

export function publishOperations(deps: WorkshopDeps): readonly Operation[] {
  const vorlage = z.number().int().min(1).describe('Nummer der Vorlage');
  return [
    operation({
      capability: 'workshop.propose',
      method: 'post',
      path: '/werkstatt/{dienst}/vorlagen',
      summary: 'Einen Entwurf zur Veröffentlichung vorlegen',
      access,
      params,
      status: 201,
      body: z.strictObject({ grundlage, nachricht: z.string().max(2_000).default('') }),
      response: view.entwurfSchema,
      handle: ({ params: { dienst }, body, principal }) =>
        als(deps, principal, async (autor) => entwurfAnswer(await legeVor(deps, autor, dienst, body))),
    }),
    operation({
      capability: 'workshop.publish',
      method: 'post',
      path: '/werkstatt/{dienst}/veroeffentlichen',
      summary: 'Veröffentlichen, was jemand anderes vorgelegt hat',
      access: { permission: workshopPermissions.publish },
      params,
      body: z.strictObject({ vorlage }),
      response: z.object({ dienst: z.string(), version: z.number() }),
      handle: ({ params: { dienst }, body, principal }) =>
        als(deps, principal, async (autor) => {
          const done = await veroeffentliche(deps, autor, dienst, body.vorlage);
          return done.ok ? ok({ dienst: done.value.entwurf.dienst, version: done.value.version }) : done;
        }),
    }),
    operation({
      capability: 'workshop.reject',
      method: 'post',
      path: '/werkstatt/{dienst}/ablehnen',
      summary: 'Eine Vorlage ablehnen, oder die eigene zurückziehen',
      access,
      params,
      body: z.strictObject({
        vorlage,
        art: z.enum(['abgelehnt', 'zurueckgezogen']).default('abgelehnt'),
        grund: z.string().max(2_000).default(''),
      }),
      response: view.entwurfSchema,
      handle: ({ params: { dienst }, body, principal }) =>
        als(deps, principal, async (autor) =>
          entwurfAnswer(await entscheideGegen(deps, autor, dienst, body)),
        ),
    }),
  ];
}
