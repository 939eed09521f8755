import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { tagSchema } from '../shapes.ts';
import { gehe, stelle } from '../use-cases/abrechnen.ts';
import { type Manager, payerOf, readerOf } from '../use-cases/actors.ts';
import { abrechnungenOf, eigeneAnteile, eigenerAnteil } from '../use-cases/anteile.ts';
import { budgetFor, frageOf } from '../use-cases/budget.ts';
import { beauftrageKorrektur } from '../use-cases/entwurf-auftrag.ts';
import { rechnungsansicht } from '../use-cases/rechnungsbild.ts';
import { seiteFor, sheetJson } from '../use-cases/seite.ts';
import { nutzungFor } from '../use-cases/zaehle-nutzung.ts';
import { abrechnungAnswer, anteilAnswer, budgetAnswer, kopfAnswer } from '../views/answers.ts';
import { manage, read } from './answers.ts';
import { asManager } from './as-manager.ts';
import {
  abrechnungSchema,
  anteilSchema,
  budgetSchema,
  kopfSchema,
  nutzungSchema,
  vorgangSchema,
} from './schemas.ts';

/** What a step made of a bill; only an issued one has a number. */
interface Getan {
  readonly id: string;
  readonly nummer: string | null;
  /** The piece of work of a large draft that is not there yet. */
  readonly vorgang: string | null;
}

const params = z.object({ id: z.string().describe('Abrechnung') });

/** Bills, shares, payments, budget and use in the JSON API. */
export function billOperations(deps: CostsDeps): readonly Operation[] {
  return [...reading(deps), ...writing(deps), ...files(deps), ...figures(deps)];
}

function reading(deps: CostsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'costs.bills',
      method: 'get',
      path: '/abrechnungen',
      summary: 'Die Abrechnungen des eigenen Hauses, oder was der eigenen Kommune abgerechnet wurde',
      access: 'signed-in',
      response: z.object({ abrechnungen: z.array(kopfSchema), anteile: z.array(anteilSchema) }),
      handle: async ({ principal }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        if (reader.value.art === 'kommune') {
          const anteile = await eigeneAnteile(deps, reader.value.payer);
          return ok({ abrechnungen: [], anteile: anteile.map(anteilAnswer) });
        }
        const all = await abrechnungenOf(deps, reader.value.manager);
        return ok({ abrechnungen: all.map(kopfAnswer), anteile: [] });
      },
    }),
    operation({
      capability: 'costs.bill',
      method: 'get',
      path: '/abrechnungen/{id}',
      summary: 'Eine Abrechnung des eigenen Hauses mit allen Anteilen, oder der eigene Anteil',
      access: 'signed-in',
      params,
      response: z.object({ abrechnung: abrechnungSchema.nullable(), anteil: anteilSchema.nullable() }),
      handle: async ({ params: { id }, principal }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        if (reader.value.art === 'kommune') {
          const anteil = await eigenerAnteil(deps, reader.value.payer, id);
          if (!anteil.ok) return anteil;
          const { blatt: _, vorher: __, buchungen: ___, ...rest } = anteil.value;
          return ok({ abrechnung: null, anteil: anteilAnswer(rest) });
        }
        const found = await rechnungsansicht(deps, reader.value.manager, id);
        return found.ok ? ok({ abrechnung: abrechnungAnswer(found.value), anteil: null }) : found;
      },
    }),
  ];
}

const schrittSchema = z.discriminatedUnion('schritt', [
  z.strictObject({
    schritt: z.enum(['pruefen', 'verwerfen']),
    bemerkung: z.string().max(1000).default(''),
  }),
  z.strictObject({ schritt: z.literal('stellen'), faelligAm: tagSchema.optional() }),
  z.strictObject({
    schritt: z.literal('korrigieren'),
    grund: z.string().describe('Lesen alle Zahler, deren Anteil sich ändert oder entfällt'),
  }),
]);

async function takeStep(
  deps: CostsDeps,
  who: Manager,
  id: string,
  body: z.output<typeof schrittSchema>,
): Promise<Result<Getan>> {
  if (body.schritt === 'stellen') {
    const issued = await stelle(deps, who, id, body.faelligAm ?? null);
    return issued.ok ? ok({ id, nummer: issued.value.nummer, vorgang: null }) : issued;
  }
  if (body.schritt === 'korrigieren') {
    const made = await beauftrageKorrektur(deps, who, id, body.grund);
    return made.ok ? ok({ ...made.value, nummer: null }) : made;
  }
  const step = body.schritt === 'pruefen' ? 'pruefen' : 'verworfen';
  const gone = await gehe(deps, who, id, step, body.bemerkung);
  return gone.ok ? ok({ id, nummer: null, vorgang: null }) : gone;
}

function writing(deps: CostsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'costs.bill.step',
      method: 'post',
      path: '/abrechnungen/{id}/schritt',
      summary: 'Prüfen, verwerfen, stellen oder durch eine neue korrigieren',
      access: manage,
      params,
      body: schrittSchema,
      response: z.object({ id: z.string(), nummer: z.string().nullable(), vorgang: vorgangSchema }),
      handle: ({ params: { id }, body, principal }) =>
        asManager(deps, principal, (who) => takeStep(deps, who, id, body)),
    }),
  ];
}

function files(deps: CostsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'costs.bill.sheet',
      method: 'get',
      path: '/abrechnungen/{id}/blatt',
      summary: 'Das Rechenblatt leitwerk/abrechnung@1; für eine Kommune ihr Anteil mit allen Schritten',
      access: 'signed-in',
      params,
      response: z.record(z.string(), z.unknown()),
      handle: async ({ params: where, principal }) => {
        const stand = await seiteFor(deps, { principal, params: where });
        return stand.ok ? ok(recordOf(sheetJson(stand.value))) : stand;
      },
    }),
  ];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function figures(deps: CostsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'costs.budget',
      method: 'get',
      path: '/kosten/budget',
      summary: 'Was Onlinedienste die eigene Kommune in fünf Jahren kosten',
      access: read,
      query: z.object({
        ab: z.string().optional(),
        niedrig: z.string().optional(),
        erwartet: z.string().optional(),
        hoch: z.string().optional(),
        dienst: z.string().optional().describe('Onlinedienst, der dazukäme'),
      }),
      response: budgetSchema,
      handle: async ({ query, principal }) => {
        const who = await payerOf(deps, principal);
        if (!who.ok) return who;
        const asked = new URLSearchParams(
          Object.entries(query).flatMap(([name, value]) =>
            value ? [[name, value] as [string, string]] : [],
          ),
        );
        const found = await budgetFor(deps, who.value, frageOf(asked, deps.clock.today()));
        return found.ok ? ok(budgetAnswer(found.value)) : found;
      },
    }),
    operation({
      capability: 'costs.use',
      method: 'get',
      path: '/kosten/nutzung',
      summary: 'Gezählte Fälle je Monat: die eigenen, oder die der Dienste des eigenen Hauses',
      access: 'signed-in',
      query: z.object({ jahr: z.coerce.number().int().optional(), dienst: z.string().optional() }),
      response: nutzungSchema,
      handle: async ({ query: { jahr, dienst }, principal }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        const year = jahr ?? Number(deps.clock.today().slice(0, 4));
        return ok({ nutzung: await nutzungFor(deps, reader.value, year, dienst ?? null) });
      },
    }),
  ];
}
