import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { ReleasesDeps } from '../deps.ts';
import { minuteOf } from '../minute.ts';
import { leadOf, viewerOf } from '../use-cases/actors.ts';
import { cancelMeldung, listMeldungen, saveMeldung } from '../use-cases/meldungen.ts';
import { meldungAnswer } from '../views/answers.ts';
import { manage } from './answers.ts';
import { gespeichert, meldungBody, meldungenSchema } from './schemas.ts';

const idParams = z.object({ meldung: z.string().max(40).describe('Kennung der Meldung') });

/** Maintenance windows and announcements. */
export function meldungOperations(deps: ReleasesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'releases.maintenance',
      method: 'get',
      path: '/wartung',
      summary: 'Wartungsfenster und Ankündigungen, die einen betreffen',
      access: 'signed-in',
      response: meldungenSchema,
      handle: async ({ principal }) => {
        const viewer = await viewerOf(deps, principal);
        if (!viewer.ok) return viewer;
        const jetzt = minuteOf(deps.clock.now());
        const all = await listMeldungen(deps, viewer.value);
        return ok({ meldungen: all.map((one) => meldungAnswer(one, jetzt)) });
      },
    }),
    operation({
      capability: 'releases.maintenance.save',
      method: 'post',
      path: '/wartung',
      summary: 'Ein Wartungsfenster oder eine Ankündigung eintragen',
      access: manage,
      body: meldungBody,
      status: 201,
      response: gespeichert,
      handle: async ({ principal, body }) => {
        const lead = await leadOf(deps, principal);
        return lead.ok ? saveMeldung(deps, lead.value, { ...body, id: null }) : lead;
      },
    }),
    operation({
      capability: 'releases.maintenance.save',
      method: 'put',
      path: '/wartung/{meldung}',
      summary: 'Ein Wartungsfenster oder eine Ankündigung ändern',
      access: manage,
      params: idParams,
      body: meldungBody,
      response: gespeichert,
      handle: async ({ principal, params, body }) => {
        const lead = await leadOf(deps, principal);
        return lead.ok ? saveMeldung(deps, lead.value, { ...body, id: params.meldung }) : lead;
      },
    }),
    operation({
      capability: 'releases.maintenance.cancel',
      method: 'post',
      path: '/wartung/{meldung}/entfallen',
      summary: 'Sagen, dass eine Meldung entfällt',
      access: manage,
      params: idParams,
      body: z.strictObject({ fassung: z.number().int() }),
      response: gespeichert,
      handle: async ({ principal, params, body }) => {
        const lead = await leadOf(deps, principal);
        return lead.ok ? cancelMeldung(deps, lead.value, { id: params.meldung, ...body }) : lead;
      },
    }),
  ];
}
