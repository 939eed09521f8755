import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import { dateParameter, type Operation, operation } from '#platform';
import {
  confirm,
  delegationPermissions,
  ownDelegationAngaben,
  reject,
  state,
  stateItsEnd,
} from '../delegation-actions.ts';
import { unknownDelegation } from '../delegation-errors.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import type { DelegationAngabe } from '../store-delegation.ts';
import { bodyNames, delegationRow, delegationRows } from '../use-cases/answer-delegations.ts';
import type { StatedDelegation } from '../use-cases/state-delegation.ts';
import {
  befundJson,
  befundSchema,
  delegationJson,
  delegationSchema,
  findingsJson,
  findingsSchema,
  statementJson,
  statementSchema,
} from '../views/delegation-json.ts';

const asOf = z.object({ date: dateParameter });
const idParams = z.object({ id: z.string() });
const stated = z.object({ id: z.string(), hinweise: z.array(befundSchema) });
const text = z.string().nullable().default(null);

const input = z.strictObject({
  form: z.string().describe('vereinbarung, zweckverband, heranziehung oder gesetz'),
  von: z.string(),
  nach: z.string(),
  gebiet: z.array(z.string()).default([]).describe('Gemeinden; leer: alle'),
  aufgabeIds: z.array(z.string()),
  norm: z.string(),
  quelle: z.string(),
  quelleUrl: text,
  evidenz: z.string(),
  gueltigVon: text,
  gueltigBis: text,
  note: text,
});

/** The register of delegations in the JSON API; reading needs no token. */
export function delegationOperations(deps: DutiesDeps): readonly Operation[] {
  return [...readOperations(deps), ...writeOperations(deps)];
}

function readOperations(deps: DutiesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'duties.delegations',
      method: 'get',
      path: '/delegationen',
      summary: 'Das Register der Übertragungen mit ihrem Stand an einem Tag',
      access: 'public',
      query: asOf,
      response: z.object({ date: z.string(), delegationen: z.array(delegationSchema) }),
      handle: async ({ query }) => {
        const date = query.date ?? deps.clock.today();
        return ok({ date, delegationen: delegationRows(await deps.world(), date).map(delegationJson) });
      },
    }),
    operation({
      capability: 'duties.delegation.findings',
      method: 'get',
      path: '/delegationen/befunde',
      summary:
        'Lücken, Überschneidungen und Kreisläufe im ganzen Land, und wie viele Paare genau eine Stelle haben',
      access: 'public',
      query: asOf,
      response: findingsSchema,
      handle: async ({ query }) => ok(findingsJson(await deps.world(), query.date ?? deps.clock.today())),
    }),
    operation({
      capability: 'duties.delegation.statements',
      method: 'get',
      path: '/delegationen/angaben',
      summary: 'Die Angaben zum Register, die die eigene Organisation gemacht oder erhalten hat',
      access: 'signed-in',
      response: z.object({ angaben: z.array(statementSchema) }),
      handle: async ({ principal }) =>
        ok({ angaben: (await ownDelegationAngaben(deps, principal)).map(statementJson) }),
    }),
    operation({
      capability: 'duties.delegation',
      method: 'get',
      path: '/delegationen/{id}',
      summary: 'Eine Übertragung des Registers',
      access: 'public',
      params: idParams,
      query: asOf,
      response: delegationSchema,
      handle: async ({ params, query }) => {
        const world = await deps.world();
        const found = world.duties.facts.regelwerk.uebertragungen.find(({ id }) => id === params.id);
        if (found === undefined) return refuse(unknownDelegation(params.id));
        return ok(delegationJson(delegationRow(world, found, query.date ?? deps.clock.today())));
      },
    }),
  ];
}

function writeOperations(deps: DutiesDeps): readonly Operation[] {
  const decide = {
    access: { permission: delegationPermissions.confirm },
    method: 'post',
    params: idParams,
  } as const;
  return [
    operation({
      capability: 'duties.delegation.state',
      method: 'post',
      path: '/delegationen/angaben',
      summary: 'Eine Übertragung mit Tagen, Norm und Quelle angeben',
      access: { permission: delegationPermissions.state },
      body: input,
      response: stated,
      status: 201,
      handle: async ({ body, principal }) => statedJson(deps, await state(deps, principal, body)),
    }),
    operation({
      capability: 'duties.delegation.end',
      method: 'post',
      path: '/delegationen/{id}/end',
      summary: 'Das Ende einer Übertragung mit Quelle angeben',
      access: { permission: delegationPermissions.state },
      params: idParams,
      body: z.strictObject({ letzterTag: z.string().describe('JJJJ-MM-TT'), begruendung: z.string() }),
      response: stated,
      status: 201,
      handle: async ({ params, body, principal }) =>
        statedJson(deps, await stateItsEnd(deps, principal, { id: params.id, ...body })),
    }),
    operation({
      ...decide,
      capability: 'duties.delegation.confirm',
      path: '/delegationen/angaben/{id}/confirm',
      summary: 'Eine Angabe zum Register bestätigen',
      response: statementSchema,
      handle: async ({ params, principal }) => decidedJson(await confirm(deps, principal, params.id)),
    }),
    operation({
      ...decide,
      capability: 'duties.delegation.reject',
      path: '/delegationen/angaben/{id}/reject',
      summary: 'Eine Angabe zum Register mit Begründung ablehnen',
      body: z.strictObject({ antwort: z.string() }),
      response: statementSchema,
      handle: async ({ params, body, principal }) =>
        decidedJson(await reject(deps, principal, params.id, body.antwort)),
    }),
  ];
}

async function statedJson(
  deps: DutiesDeps,
  result: Result<StatedDelegation>,
): Promise<Result<z.input<typeof stated>>> {
  if (!result.ok) return result;
  const nameOf = bodyNames(await deps.world());
  const { id, hinweise } = result.value;
  return ok({ id, hinweise: hinweise.map((each) => befundJson(each, nameOf)) });
}

function decidedJson(result: Result<DelegationAngabe>): Result<z.input<typeof statementSchema>> {
  return result.ok ? ok(statementJson(result.value)) : result;
}
