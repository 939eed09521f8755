import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { tagSchema } from '../shapes.ts';
import { readerOf } from '../use-cases/actors.ts';
import { kontoFor } from '../use-cases/konto.ts';
import { trageZahlungEin, zahleZurueck } from '../use-cases/zahlungen.ts';
import { kontoAnswer } from '../views/answers.ts';
import { manage } from './answers.ts';
import { asManager } from './as-manager.ts';
import { kontoSchema } from './konto-schema.ts';

const params = z.object({ id: z.string().describe('Abrechnung') });

/** What was paid on a bill and what went back, in the JSON API. */
export function kontoOperations(deps: CostsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'costs.account',
      method: 'get',
      path: '/abrechnungen/{id}/konto',
      summary: 'Zahlungen, Rückzahlungen und Guthaben eines Zahlers; eine Kommune bekommt ihre eigenen',
      access: 'signed-in',
      params,
      query: z.object({ zahler: z.string().default('').describe('Kennung des Zahlers') }),
      response: kontoSchema,
      handle: async ({ params: { id }, query: { zahler }, principal }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        const konto = await kontoFor(deps, reader.value, id, zahler);
        return konto.ok ? ok(kontoAnswer(konto.value)) : konto;
      },
    }),
    operation({
      capability: 'costs.payment',
      method: 'post',
      path: '/abrechnungen/{id}/zahlungen',
      summary: 'Eine Zahlung eintragen',
      access: manage,
      params,
      body: z.strictObject({
        zahler: z.string(),
        cent: z.int(),
        am: tagSchema,
        bemerkung: z.string().max(300).default(''),
      }),
      response: z.object({ offenCent: z.string() }),
      handle: ({ params: { id }, body, principal }) =>
        asManager(deps, principal, async (who) => {
          const entry = { ...body, abrechnung: id, cent: BigInt(body.cent) };
          const paid = await trageZahlungEin(deps, who, entry);
          return paid.ok ? ok({ offenCent: String(paid.value.offenCent) }) : paid;
        }),
    }),
    operation({
      capability: 'costs.repayment',
      method: 'post',
      path: '/abrechnungen/{id}/rueckzahlungen',
      summary: 'Eine Rückzahlung eintragen, höchstens das Guthaben, das bezahlt ist',
      access: manage,
      params,
      body: z.strictObject({
        zahler: z.string(),
        cent: z.int().describe('Negativ, um einen Irrtum auszugleichen'),
        am: tagSchema,
        beleg: z.string().max(100).describe('Verwendungszweck oder Belegnummer'),
        stand: z.int().min(0).describe('Zahl der Buchungen, die gelesen wurden'),
      }),
      response: z.object({ guthabenCent: z.string() }),
      handle: ({ params: { id }, body, principal }) =>
        asManager(deps, principal, async (who) => {
          const done = await zahleZurueck(deps, who, { ...body, abrechnung: id, cent: BigInt(body.cent) });
          return done.ok ? ok({ guthabenCent: String(done.value.guthabenCent) }) : done;
        }),
    }),
  ];
}
