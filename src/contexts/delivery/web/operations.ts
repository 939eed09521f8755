import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import { zustellpunktActions, zustellpunktStates } from '../domain/zustellpunkt.ts';
import type { Party } from '../ports.ts';
import {
  changeZustellpunkt,
  listZustellpunkte,
  setPostfach,
  type Zustellpunkt,
} from '../use-cases/manage-zustellpunkt.ts';
import { openZustellpunkt } from '../use-cases/open-zustellpunkt.ts';
import { rotateReceivingKey } from '../use-cases/receiving-keys.ts';
import { type DeliveryWebDeps, manage, managingFor } from './owner.ts';

const query = z.object({ kommune: z.string().max(8).optional().describe('AGS; nötig, wer mehrere betreut') });
const params = z.object({ id: z.uuid() });
const zustellpunktSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(zustellpunktStates),
  postfach: z.string().nullable(),
  key: z.object({ kid: z.string(), validTo: z.string() }).nullable(),
});
const stateSchema = z.object({ state: z.enum(zustellpunktStates) });

/** The Zustellpunkte of a Kommune in the JSON API. No answer ever carries a private key. */
export function deliveryOperations(deps: DeliveryWebDeps): readonly Operation[] {
  const within = async <T>(
    principal: Principal | null,
    asked: z.output<typeof query>,
    act: (party: Party) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const managing = await managingFor(deps, principal, asked.kommune);
    return managing.ok ? act(managing.value.party) : managing;
  };
  return [
    operation({
      capability: 'delivery.zustellpunkt.list',
      method: 'get',
      path: '/zustellpunkte',
      summary: 'Die Zustellpunkte einer Kommune mit Zustand und Ende des Schlüssels',
      access: manage,
      query,
      response: z.object({ zustellpunkte: z.array(zustellpunktSchema) }),
      handle: ({ principal, query: asked }) =>
        within(principal, asked, async ({ tenant }) => {
          const list = await deps.db.withPublic((tx) => listZustellpunkte(tx, tenant, deps.clock.now()));
          return ok({ zustellpunkte: list.map(answerOf) });
        }),
    }),
    operation({
      capability: 'delivery.zustellpunkt.create',
      method: 'post',
      path: '/zustellpunkte',
      summary:
        'Einen Zustellpunkt mit Schlüssel anlegen und öffnen; der private Schlüssel bleibt auf dem Server',
      access: manage,
      query,
      body: z.strictObject({ name: z.string(), postfach: z.string().default('') }),
      response: z.object({ id: z.uuid(), kid: z.string(), state: z.enum(zustellpunktStates) }),
      status: 201,
      handle: ({ principal, query: asked, body }) =>
        within(principal, asked, (party) => openZustellpunkt(deps, party, body.name, body.postfach)),
    }),
    operation({
      capability: 'delivery.zustellpunkt.rotate',
      method: 'post',
      path: '/zustellpunkte/{id}/key',
      summary: 'Den Schlüssel erneuern; der bisherige gilt noch 30 Tage',
      access: manage,
      params,
      query,
      response: z.object({ kid: z.string() }),
      handle: ({ principal, query: asked, params: { id } }) =>
        within(principal, asked, async (party) => {
          const kid = await rotateReceivingKey(deps, party, id);
          return kid.ok ? ok({ kid: kid.value }) : kid;
        }),
    }),
    operation({
      capability: 'delivery.zustellpunkt.mailbox',
      method: 'put',
      path: '/zustellpunkte/{id}/postfach',
      summary: 'Das Funktionspostfach der Stelle ändern',
      access: manage,
      params,
      query,
      body: z.strictObject({ postfach: z.string() }),
      response: z.object({ postfach: z.string().nullable() }),
      handle: ({ principal, query: asked, params: { id }, body }) =>
        within(principal, asked, async (party) => {
          const postfach = await setPostfach(deps, party, id, body.postfach);
          return postfach.ok ? ok({ postfach: postfach.value }) : postfach;
        }),
    }),
    ...zustellpunktActions.map((action) =>
      operation({
        capability: `delivery.zustellpunkt.${action}`,
        method: 'post',
        path: `/zustellpunkte/{id}/${action}`,
        summary: summaries[action],
        access: manage,
        params,
        query,
        response: stateSchema,
        handle: ({ principal, query: asked, params: { id } }) =>
          within(principal, asked, async (party) => {
            const state = await changeZustellpunkt(deps, party, id, action);
            return state.ok ? ok({ state: state.value }) : state;
          }),
      }),
    ),
  ];
}

const summaries: Readonly<Record<(typeof zustellpunktActions)[number], string>> = {
  activate: 'Einen Zustellpunkt öffnen',
  suspend: 'Einen Zustellpunkt aussetzen',
  resume: 'Einen ausgesetzten Zustellpunkt wieder öffnen',
  end: 'Einen Zustellpunkt für immer beenden; was ankam, bleibt lesbar',
};

function answerOf({ id, name, state, postfach, key }: Zustellpunkt): z.input<typeof zustellpunktSchema> {
  return {
    id,
    name,
    state,
    postfach,
    key: key && { kid: key.kid, validTo: key.validTo.toISOString() },
  };
}
