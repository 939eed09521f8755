import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { schrittArten } from '../domain/zustand.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { fragendeOf } from '../use-cases/people.ts';
import { remind } from '../use-cases/remind.ts';
import { takeStep } from '../use-cases/take-step.ts';
import { keepUmfrageBody, umfrageBody } from '../use-cases/umfrage-body.ts';
import { umfrageJson } from '../views/json.ts';
import { idSchema, umfrageSchema } from '../views/schemas.ts';

const base = '/bedarfsabfragen';
const manage = { access: { permission: 'surveys.manage' }, method: 'post' } as const;

/** What an IT-Dienstleister does with its surveys. */
export function writeOperations(deps: SurveysDeps): readonly Operation[] {
  return [
    operation({
      ...manage,
      capability: 'surveys.write',
      path: base,
      summary: 'Einen Entwurf anlegen oder, mit id und grundlage, ändern',
      status: 201,
      body: umfrageBody,
      response: umfrageSchema,
      handle: async ({ principal, body }) => {
        const who = await fragendeOf(deps, principal, 'fuehren');
        if (!who.ok) return who;
        const kept = await keepUmfrageBody(deps, who.value, body);
        return kept.ok ? ok(umfrageJson(kept.value, kept.value.zustand)) : kept;
      },
    }),
    operation({
      ...manage,
      capability: 'surveys.step',
      path: `${base}/{id}/schritte`,
      summary:
        'Öffnen, verlängern, schließen, auswerten, veröffentlichen, oder mit Begründung einen Schritt zurück',
      params: idSchema,
      body: z.object({
        art: z.enum(schrittArten),
        fassung: z.int(),
        grund: z.string().default(''),
        tag: z.string().default(''),
      }),
      response: umfrageSchema,
      handle: async ({ principal, params, body }) => {
        const who = await fragendeOf(deps, principal, 'fuehren');
        if (!who.ok) return who;
        const taken = await takeStep(deps, who.value, params.id, body);
        return taken.ok ? ok(umfrageJson(taken.value, taken.value.zustand)) : taken;
      },
    }),
    operation({
      ...manage,
      capability: 'surveys.remind',
      path: `${base}/{id}/erinnerungen`,
      summary: 'Kommunen ohne freigegebene Antwort erinnern; höchstens einmal am Tag',
      status: 202,
      params: idSchema,
      response: z.object({ nummer: z.int() }),
      handle: async ({ principal, params }) => {
        const who = await fragendeOf(deps, principal, 'fuehren');
        return who.ok ? remind(deps, who.value, params.id) : who;
      },
    }),
  ];
}
