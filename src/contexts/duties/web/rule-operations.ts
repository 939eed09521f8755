import { z } from 'zod';
import { evidenceLabel, type LocalDate, ok } from '#kernel';
import { dateParameter, type Operation, operation } from '#platform';
import type { NormWortlaut } from '../domain/norm-wortlaut.ts';
import type { Regel } from '../domain/regel.ts';
import { regelstandOn } from '../domain/regel-on.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import { ruleSchema, ruleWithWordingSchema } from './schemas.ts';

const date = z.object({ date: dateParameter });

export function ruleOperations(deps: DutiesDeps): readonly Operation[] {
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
