import { z } from 'zod';
import { ok, refuse } from '#kernel';
import { type Operation, operation } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { toJson } from '../domain/json.ts';
import { rundungen } from '../domain/kostenplan.ts';
import { billUnknown } from '../errors.ts';
import { tagSchema } from '../shapes.ts';
import { beauftrage, entwurfOf, entwurfsstand } from '../use-cases/entwurf-auftrag.ts';
import { jahresabschluss, trageVor } from '../use-cases/jahresabschluss.ts';
import { veroeffentlichePreis } from '../use-cases/preis.ts';
import { simuliere } from '../use-cases/simuliere.ts';
import { planzeileAnswer, simulationAnswer } from '../views/answers.ts';
import { manage } from './answers.ts';
import { asManager } from './as-manager.ts';
import { params, query } from './plan-params.ts';
import { abschlussSchema, planzeileSchema, simulationSchema, vorgangSchema } from './schemas.ts';

const versuchSchema = z.discriminatedUnion('art', [
  z.strictObject({
    art: z.literal('schluessel'),
    position: z.string().nullable().default(null),
    schluessel: z.string(),
  }),
  z.strictObject({ art: z.literal('beitritt'), kennung: z.string(), ab: tagSchema }),
  z.strictObject({ art: z.literal('austritt'), kennung: z.string(), bis: tagSchema }),
  z.strictObject({ art: z.literal('rundung'), rundung: z.enum(rundungen) }),
]);

/** What is done with a plan in the JSON API: simulation, price label, bill, end of the year. */
export function planActions(deps: CostsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'costs.simulate',
      method: 'post',
      path: '/kostenplaene/{dienst}/{jahr}/simulation',
      summary: 'Vorher und nachher mit einem anderen Schlüssel, Beitritt, Austritt oder anderer Rundung',
      access: manage,
      params,
      query,
      body: versuchSchema,
      response: simulationSchema,
      handle: ({ params: where, query: { art }, body, principal }) =>
        asManager(deps, principal, async (who) => {
          const made = await simuliere(deps, who, { ...where, art }, body);
          return made.ok ? ok(simulationAnswer(made.value)) : made;
        }),
    }),
    operation({
      capability: 'costs.price.publish',
      method: 'post',
      path: '/kostenplaene/{dienst}/{jahr}/preis',
      summary: 'Das Preisschild veröffentlichen',
      access: manage,
      params,
      response: z.object({ veroeffentlicht: z.literal(true) }),
      handle: ({ params: where, principal }) =>
        asManager(deps, principal, async (who) => {
          const made = await veroeffentlichePreis(deps, who, { ...where, art: 'plan' });
          return made.ok ? ok({ veroeffentlicht: true } as const) : made;
        }),
    }),
    operation({
      capability: 'costs.bill.draft',
      method: 'post',
      path: '/kostenplaene/{dienst}/{jahr}/abrechnung',
      summary: 'Eine Abrechnung entwerfen; eine große rechnet der Worker, „vorgang“ sagt, wie weit er ist',
      access: manage,
      params,
      response: z.object({ id: z.string(), vorgang: vorgangSchema }),
      status: 201,
      handle: ({ params: where, principal }) =>
        asManager(deps, principal, (who) => beauftrage(deps, who, { ...where, art: 'plan' })),
    }),
    operation({
      capability: 'costs.bill.draft',
      method: 'get',
      path: '/abrechnungen/entwuerfe/{vorgang}',
      summary: 'Wie weit ein Entwurf ist, den der Worker rechnet',
      access: manage,
      params: z.object({ vorgang: z.string() }),
      response: z.object({
        stand: z.enum(['queued', 'running', 'done', 'failed']),
        prozent: z.int(),
        meldung: z.string(),
        id: z.string().nullable().describe('Der fertige Entwurf'),
      }),
      handle: ({ params: { vorgang }, principal }) =>
        asManager(deps, principal, async (who) => {
          const found = await entwurfsstand(deps, who, vorgang);
          if (found === null) return refuse(billUnknown);
          const { state: stand, percent: prozent, message: meldung } = found;
          return ok({ stand, prozent, meldung, id: entwurfOf(found) });
        }),
    }),
    operation({
      capability: 'costs.carry-over',
      method: 'get',
      path: '/kostenplaene/{dienst}/{jahr}/abschluss',
      summary: 'Geplant und tatsächlich im Vergleich',
      access: manage,
      params,
      response: abschlussSchema,
      handle: ({ params: where, principal }) =>
        asManager(deps, principal, async (who) => {
          const closed = await jahresabschluss(deps, who, where);
          if (!closed.ok) return closed;
          const { jahr, zeilen, uebertraege, auszahlungen } = closed.value;
          return ok({
            jahr,
            zeilen: toJson(zeilen),
            uebertraege: uebertraege.length,
            auszahlungen: auszahlungen.length,
          });
        }),
    }),
    operation({
      capability: 'costs.carry-over',
      method: 'post',
      path: '/kostenplaene/{dienst}/{jahr}/abschluss',
      summary: 'Was ein Jahr übrig ließ, in den Plan des nächsten übertragen',
      access: manage,
      params,
      response: planzeileSchema,
      handle: ({ params: where, principal }) =>
        asManager(deps, principal, async (who) => {
          const saved = await trageVor(deps, who, where);
          return saved.ok ? ok(planzeileAnswer(saved.value)) : saved;
        }),
    }),
  ];
}
