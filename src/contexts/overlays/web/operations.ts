import { z } from 'zod';
import { ok, refuse } from '#kernel';
import { type Operation, operation } from '#platform';
import { transitionSchema } from '../change/transition-schema.ts';
import type { OverlaysDeps } from '../deps.ts';
import { notOwner } from '../errors.ts';
import { publishOverlay, publishTransition } from '../use-cases/publish.ts';
import { readDifference } from '../use-cases/read-difference.ts';
import { readEffective } from '../use-cases/read-effective.ts';
import { jsonOfDifference, jsonOfEffective } from '../views.ts';

const author = { permission: 'workshop.author' } as const;
const publisher = { permission: 'workshop.publish' } as const;
const params = z.object({ dienst: z.string().describe('Kennung des Onlinedienstes') });
const version = z.coerce.number().int().min(1);
const stringRecord = z.record(z.string(), z.json());

const effectiveSchema = z.object({
  dienst: z.string(),
  version: z.number(),
  title: z.string(),
  kommune: z.object({ ags: z.string(), name: z.string() }).nullable(),
  hash: z.string(),
  schichten: z.array(
    z.object({ name: z.string(), level: z.string(), gebiet: z.string(), version: z.number() }),
  ),
  geaendert: z.array(z.object({ path: z.string(), value: z.json(), sentence: z.string() })),
  gestrichen: z.array(z.object({ path: z.string(), sentence: z.string() })),
  werte: z.array(z.object({ name: z.string(), herkunft: z.string() })),
});

const differenceSchema = z.object({
  dienst: z.string(),
  von: z.number(),
  nach: z.number(),
  aenderungen: z.array(
    z.object({
      class: z.enum(['sicher', 'zuordnung', 'bruch']),
      field: z.string().nullable(),
      what: z.string(),
      why: z.string(),
      suggestion: stringRecord.nullable(),
    }),
  ),
  uebergang: transitionSchema.nullable(),
  ohneRegel: z.array(z.string()),
  probelauf: z.object({
    drafts: z.number(),
    untouched: z.number(),
    mapped: z.number(),
    losing: z.number(),
    byRule: z.array(z.number()),
    byField: z.record(z.string(), z.number()),
  }),
});

/** Layers and versions in the JSON API. */
export function overlaysOperations(deps: OverlaysDeps): readonly Operation[] {
  return [
    operation({
      capability: 'overlays.effective',
      method: 'get',
      path: '/onlinedienste/{dienst}/wirksam',
      summary: 'Was für eine Kommune gilt, und woher jeder geänderte Text, jedes Feld und jede Regel kommt',
      access: author,
      params,
      query: z.object({
        kommune: z.string().max(120).optional().describe('Name oder AGS; ohne sie die Grunddefinition'),
      }),
      response: effectiveSchema,
      handle: async ({ params: { dienst }, query }) => {
        const view = await readEffective(deps, dienst, query.kommune ?? null);
        return view.ok ? ok(jsonOfEffective(view.value)) : view;
      },
    }),
    operation({
      capability: 'overlays.difference',
      method: 'get',
      path: '/onlinedienste/{dienst}/unterschied',
      summary:
        'Was sich zwischen zwei Fassungen ändert und was das für begonnene Anträge heißt, nur in Zahlen',
      access: author,
      params,
      query: z.object({ von: version.optional(), nach: version.optional() }),
      response: differenceSchema,
      handle: async ({ params: { dienst }, query }) => {
        const difference = await readDifference(deps, dienst, {
          from: query.von ?? null,
          to: query.nach ?? null,
        });
        return difference.ok ? ok(jsonOfDifference(difference.value)) : difference;
      },
    }),
    ...publishOperations(deps),
  ];
}

function publishOperations(deps: OverlaysDeps): readonly Operation[] {
  return [
    operation({
      capability: 'overlays.publish',
      method: 'post',
      path: '/onlinedienste/{dienst}/schichten',
      summary: 'Eine Schicht veröffentlichen (leitwerk/overlay@1)',
      access: publisher,
      params,
      body: stringRecord,
      response: z.object({ dienst: z.string(), name: z.string(), version: z.number() }),
      handle: async ({ body, params: { dienst }, principal }) =>
        principal ? publishOverlay(deps, principal, { ...body, dienst }) : refuse(notOwner),
    }),
    operation({
      capability: 'overlays.transition.publish',
      method: 'post',
      path: '/onlinedienste/{dienst}/uebergaenge',
      summary: 'Veröffentlichen, wie begonnene Anträge zur nächsten Fassung kommen (leitwerk/uebergang@1)',
      access: publisher,
      params,
      body: stringRecord,
      response: z.object({ dienst: z.string(), from: z.number(), to: z.number() }),
      handle: async ({ body, params: { dienst }, principal }) => {
        if (!principal) return refuse(notOwner);
        const done = await publishTransition(deps, principal, { ...body, dienst });
        return done.ok ? ok({ dienst, from: done.value.from, to: done.value.to }) : done;
      },
    }),
  ];
}
