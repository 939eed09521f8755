import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { IdentityDeps } from '../identity-deps.ts';
import {
  idParams,
  invitedSchema,
  memberAnswer,
  memberChangeSchema,
  memberDetailAnswer,
  memberDetailSchema,
  memberSchema,
} from '../shapes.ts';
import { changeMemberState, changeRoles } from '../use-cases/change-member.ts';
import { changeOffices } from '../use-cases/change-offices.ts';
import { inviteMember, resendInvitation } from '../use-cases/invite-member.ts';
import { limitMember } from '../use-cases/limit-member.ts';
import { readMember, readMembers } from '../use-cases/read-members.ts';
import { requireCaller } from './answers.ts';
import { deputyOperations } from './deputy-operations.ts';

const manage = { permission: 'members.manage' } as const;

const read = { permission: 'members.read' } as const;

/** Members in the JSON API: reading, inviting, changing, removing. */
export function memberOperations(deps: IdentityDeps): readonly Operation[] {
  return [
    operation({
      capability: 'identity.member.list',
      method: 'get',
      path: '/members',
      summary: 'Die Mitglieder der eigenen Organisation; das Lesen steht in der Prüfspur',
      access: read,
      response: z.object({ members: z.array(memberSchema) }),
      handle: async ({ principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        return ok({ members: (await readMembers(deps, caller.value)).map(memberAnswer) });
      },
    }),
    operation({
      capability: 'identity.member.show',
      method: 'get',
      path: '/members/{id}',
      summary: 'Ein Mitglied mit seinen Vertretungen',
      access: read,
      params: idParams,
      response: memberDetailSchema,
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        const detail = await readMember(deps, caller.value, params.id);
        return detail.ok ? ok(memberDetailAnswer(detail.value)) : detail;
      },
    }),
    operation({
      capability: 'identity.member.invite',
      method: 'post',
      path: '/members',
      summary: 'Eine Person einladen; sie bekommt einen Link per Mail',
      access: manage,
      body: z.strictObject({ name: z.string(), email: z.string(), roles: z.array(z.string()) }),
      response: invitedSchema,
      status: 201,
      handle: async ({ body, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? inviteMember(deps, caller.value, body) : caller;
      },
    }),
    operation({
      capability: 'identity.member.resend',
      method: 'post',
      path: '/members/{id}/invitation',
      summary: 'Die Einladung mit einem neuen Link noch einmal senden',
      access: manage,
      params: idParams,
      response: invitedSchema,
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? resendInvitation(deps, caller.value, params.id) : caller;
      },
    }),
    operation({
      capability: 'identity.member.roles',
      method: 'put',
      path: '/members/{id}/roles',
      summary: 'Die Rollen eines Mitglieds ändern; seine Sitzungen enden',
      access: manage,
      params: idParams,
      body: z.strictObject({ roles: z.array(z.string()) }),
      response: memberChangeSchema,
      handle: async ({ params, body, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? changeRoles(deps, caller.value, params.id, body.roles) : caller;
      },
    }),
    operation({
      capability: 'identity.member.limit',
      method: 'put',
      path: '/members/{id}/until',
      summary: 'Den Zugang eines Mitglieds auf einen letzten Tag befristen; null: unbefristet',
      access: manage,
      params: idParams,
      body: z.strictObject({ until: z.string().nullable() }),
      response: z.object({ until: z.string().nullable() }),
      handle: async ({ params, body, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? limitMember(deps, caller.value, params.id, body.until) : caller;
      },
    }),
    operation({
      capability: 'identity.member.offices',
      method: 'put',
      path: '/members/{id}/offices',
      summary: 'Festlegen, für welche Stellen ein Mitglied Anträge bearbeitet; null: für alle',
      access: manage,
      params: idParams,
      body: z.strictObject({ offices: z.array(z.uuid()).max(500).nullable() }),
      response: z.object({ offices: z.array(z.uuid()).nullable() }),
      handle: async ({ params, body, principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        const changed = await changeOffices(deps, caller.value, params.id, body.offices);
        return changed.ok ? ok({ offices: changed.value.stellen && [...changed.value.stellen] }) : changed;
      },
    }),
    ...stateOperations(deps),
    ...deputyOperations(deps),
  ];
}

function stateOperations(deps: IdentityDeps): readonly Operation[] {
  const states = [
    ['suspend', 'post', '/members/{id}/suspend', 'Den Zugang eines Mitglieds sperren'],
    ['resume', 'post', '/members/{id}/resume', 'Den Zugang eines Mitglieds wieder öffnen'],
    ['remove', 'delete', '/members/{id}', 'Ein Mitglied entfernen'],
  ] as const;
  return states.map(([action, method, path, summary]) =>
    operation({
      capability: `identity.member.${action}`,
      method,
      path,
      summary,
      access: manage,
      params: idParams,
      response: memberChangeSchema,
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? changeMemberState(deps, caller.value, params.id, action) : caller;
      },
    }),
  );
}
