import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { toJson } from '../domain/json.ts';
import { rundungen } from '../domain/kostenplan.ts';
import { billUnknown } from '../errors.ts';
import { planSchema, tagSchema } from '../shapes.ts';
import { type Manager, managerOf } from '../use-cases/actors.ts';
import { beauftrage, entwurfOf, entwurfsstand } from '../use-cases/entwurf-auftrag.ts';
import { jahresabschluss, trageVor } from '../use-cases/jahresabschluss.ts';
import { plaeneOf, planstand, savePlan } from '../use-cases/plan.ts';
import { legePlanAn, uebernimmAngebundene } from '../use-cases/plan-anlegen.ts';
import { veroeffentlichePreis } from '../use-cases/preis.ts';
import { simuliere } from '../use-cases/simuliere.ts';
import { planAnswer, planzeileAnswer, simulationAnswer } from '../views/answers.ts';
import { manage } from './answers.ts';
import {
  abschlussSchema,
  planAnswerSchema,
  planzeileSchema,
  simulationSchema,
  vorgangSchema,
} from './schemas.ts';

const artSchema = z.enum(['plan', 'ist']).default('plan');
const params = z.object({ dienst: z.string(), jahr: z.coerce.number().int() });
const query = z.object({ art: artSchema });

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

/** Does something for the house of whoever asks. */
export async function asManager<T>(
  deps: CostsDeps,
  principal: Principal | null,
  run: (who: Manager) => Promise<Result<T>>,
): Promise<Result<T>> {
  const who = await managerOf(deps, principal);
  return who.ok ? run(who.value) : who;
}

/** Plans, price labels, simulation and the end of a year in the JSON API. */
export function planOperations(deps: CostsDeps): readonly Operation[] {
  return [...plans(deps), ...planActions(deps)];
}

function plans(deps: CostsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'costs.plan.begin',
      method: 'post',
      path: '/kostenplaene',
      summary: 'Einen Kostenplan anlegen, nach dem Vorbild des letzten',
      access: manage,
      body: z.strictObject({ dienst: z.string(), jahr: z.int().min(2000).max(2100), art: artSchema }),
      response: planzeileSchema,
      status: 201,
      handle: ({ body, principal }) =>
        asManager(deps, principal, async (who) => {
          const made = await legePlanAn(deps, who, body);
          return made.ok ? ok(planzeileAnswer(made.value)) : made;
        }),
    }),
    operation({
      capability: 'costs.plans',
      method: 'get',
      path: '/kostenplaene',
      summary: 'Die Kostenpläne des eigenen Hauses',
      access: manage,
      response: z.object({ plaene: z.array(planzeileSchema) }),
      handle: ({ principal }) =>
        asManager(deps, principal, async (who) =>
          ok({ plaene: (await plaeneOf(deps, who)).map(planzeileAnswer) }),
        ),
    }),
    operation({
      capability: 'costs.plan',
      method: 'get',
      path: '/kostenplaene/{dienst}/{jahr}',
      summary: 'Ein Kostenplan und was er ergibt',
      access: manage,
      params,
      query,
      response: planAnswerSchema,
      handle: ({ params: where, query: { art }, principal }) =>
        asManager(deps, principal, async (who) => {
          const stand = await planstand(deps, who, { ...where, art });
          return stand.ok ? ok(planAnswer(stand.value)) : stand;
        }),
    }),
    operation({
      capability: 'costs.plan.save',
      method: 'put',
      path: '/kostenplaene/{dienst}/{jahr}',
      summary: 'Einen Kostenplan ändern; „grundlage“ ist die gelesene Fassung, 0 für einen neuen',
      access: manage,
      params,
      query,
      bodyLimit: 20_000_000,
      body: z.strictObject({ grundlage: z.int().min(0), inhalt: planSchema }),
      response: planzeileSchema,
      handle: ({ params: where, query: { art }, body, principal }) =>
        asManager(deps, principal, async (who) => {
          const saved = await savePlan(deps, who, { ...where, art, ...body });
          return saved.ok ? ok(planzeileAnswer(saved.value)) : saved;
        }),
    }),
    operation({
      capability: 'costs.payers.connected',
      method: 'post',
      path: '/kostenplaene/{dienst}/{jahr}/angebundene',
      summary: 'Die angebundenen Kommunen als Zahler aufnehmen',
      access: manage,
      params,
      query,
      response: z.object({ aufgenommen: z.int() }),
      handle: ({ params: where, query: { art }, principal }) =>
        asManager(deps, principal, async (who) => {
          const stand = await planstand(deps, who, { ...where, art });
          if (!stand.ok) return stand;
          const taken = await uebernimmAngebundene(deps, who, stand.value);
          return taken.ok ? ok({ aufgenommen: taken.value }) : taken;
        }),
    }),
  ];
}

function planActions(deps: CostsDeps): readonly Operation[] {
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
