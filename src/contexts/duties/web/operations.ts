import { z } from 'zod';
import { evidenceLabel, type LocalDate, ok } from '#kernel';
import { dateParameter, type Operation, operation } from '#platform';
import type { NormWortlaut } from '../domain/norm-wortlaut.ts';
import type { Regel } from '../domain/regel.ts';
import { regelstandOn } from '../domain/regel-on.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import { answerCompetence, answerDuties, answerDuty } from '../use-cases/answer-duties.ts';
import { overviewOf } from '../use-cases/overview-of.ts';
import { bestimmungOperations } from './bestimmung-operations.ts';
import { changeOperations } from './change-operations.ts';
import { coverageOperations } from './coverage/coverage-operations.ts';
import { delegationOperations } from './delegation-operations.ts';
import { neuerungenOperations } from './neuerungen-operations.ts';
import { reviewOperations } from './review/review-operations.ts';
import {
  competenceSchema,
  dutyListSchema,
  dutySchema,
  overviewSchema,
  ruleSchema,
  ruleWithWordingSchema,
} from './schemas.ts';

const date = z.object({ date: dateParameter });
const body = z.string().describe('AGS, ARS oder Name der Kommune');
const leistung = z.string().describe('LeiKa-Schlüssel oder eigene Nummer');

/** The duties in the JSON API. Verdicts rest on public data, so they need no token; a provider's overview does. */
export function dutiesOperations(deps: DutiesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'duties.list',
      method: 'get',
      path: '/kommunen/{body}/duties',
      summary: 'Was eine Kommune an einem Tag schuldet: jede Leistung mit ihrem Ergebnis',
      access: 'public',
      params: z.object({ body }),
      query: date,
      response: dutyListSchema,
      handle: async ({ params, query }) =>
        answerDuties(await deps.world(), params.body, query.date ?? deps.clock.today()),
    }),
    operation({
      capability: 'duties.explain',
      method: 'get',
      path: '/kommunen/{body}/duties/{leistung}',
      summary: 'Warum eine Kommune eine Leistung schuldet oder nicht: die Kette der Gründe',
      access: 'public',
      params: z.object({ body, leistung }),
      query: date,
      response: dutySchema,
      handle: async ({ params, query }) =>
        answerDuty(await deps.world(), params.body, params.leistung, query.date ?? deps.clock.today()),
    }),
    operation({
      capability: 'duties.competence',
      method: 'get',
      path: '/leistungen/{leistung}/zustaendigkeit',
      summary: 'Wer in jeder Körperschaft für eine Leistung zuständig ist',
      access: 'public',
      params: z.object({ leistung }),
      query: date,
      response: competenceSchema,
      handle: async ({ params, query }) =>
        answerCompetence(await deps.world(), params.leistung, query.date ?? deps.clock.today()),
    }),
    operation({
      capability: 'duties.overview',
      method: 'get',
      path: '/overview',
      summary: 'Alle betreuten Kommunen mit ihren Zahlen, und wie viel entschieden ist',
      access: { permission: 'circle.read' },
      query: date,
      response: overviewSchema,
      handle: async ({ query, principal }) => {
        const day = query.date ?? deps.clock.today();
        const { rows, total } = overviewOf(await deps.world(), (await deps.circleOf(principal)) ?? [], day);
        const kommunen = rows.map(({ body: { ags, name }, klasse, statistics }) => ({
          ags,
          name,
          klasse,
          ...statistics,
        }));
        return ok({ date: day, total, kommunen });
      },
    }),
    ...changeOperations(deps),
    ...delegationOperations(deps),
    ...coverageOperations(deps),
    ...reviewOperations(deps),
    ...ruleOperations(deps),
    ...bestimmungOperations(deps),
    ...neuerungenOperations(deps),
  ];
}

function ruleOperations(deps: DutiesDeps): readonly Operation[] {
  const regeln = async () => (await deps.world()).duties.facts.regelwerk.regeln;
  return [
    operation({
      capability: 'duties.rules',
      method: 'get',
      path: '/rules',
      summary: 'Die Regeln der Zuständigkeit mit ihrem Stand an einem Tag',
      access: 'public',
      query: date,
      response: z.object({ date: z.string(), regeln: z.array(ruleSchema) }),
      handle: async ({ query }) => {
        const day = query.date ?? deps.clock.today();
        return ok({ date: day, regeln: (await regeln()).map((regel) => ruleAnswer(regel, day)) });
      },
    }),
    operation({
      capability: 'duties.rule',
      method: 'get',
      path: '/rules/{id}',
      summary: 'Eine Regel mit dem Wortlaut ihrer Norm',
      access: 'public',
      params: z.object({ id: z.string() }),
      query: date,
      response: ruleWithWordingSchema,
      handle: async ({ params, query }) => {
        const regel = (await regeln()).find(({ id }) => id === params.id);
        if (regel) {
          const answer = ruleAnswer(regel, query.date ?? deps.clock.today());
          return ok({ ...answer, wortlaut: (await deps.wortlautOf(regel.norm)).map(wortlautAnswer) });
        }
        return {
          ok: false,
          refusal: {
            kind: 'not-found',
            code: 'DUTIES_RULE_UNKNOWN',
            message: `Die Regel „${params.id}“ gibt es nicht. Alle stehen unter /api/v1/rules.`,
          },
        };
      },
    }),
  ];
}

function wortlautAnswer({ zitat, saetze }: NormWortlaut) {
  const told = saetze.map(({ evidenz, quelle, ...satz }) => ({
    ...satz,
    evidence: evidenceLabel[evidenz],
    source: quelle,
  }));
  return { zitat, saetze: told };
}

function ruleAnswer(regel: Regel, day: LocalDate): z.input<typeof ruleSchema> {
  const {
    id,
    aufgabeId,
    aufgabe,
    norm,
    verteilung,
    stelle,
    beleg,
    validFrom,
    validTo,
    nachfolgeGeprueft,
    bemerkung,
  } = regel;
  const { ozgIds, objekte, verrichtungen, schluessel, leistungen } = regel.reichweite;
  return {
    id,
    aufgabeId,
    aufgabe,
    norm,
    verteilung: { ...verteilung },
    stelle,
    beleg,
    evidence: evidenceLabel[regel.evidenz],
    validFrom,
    validTo,
    nachfolgeGeprueft,
    stand: regelstandOn(regel, day),
    reichweite: {
      ozgIds: [...ozgIds],
      objekte: [...objekte],
      verrichtungen: [...verrichtungen],
      schluessel: [...schluessel],
      leistungen: [...leistungen],
    },
    bemerkung,
  };
}
