import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { ReleasesDeps } from '../deps.ts';
import { coordinatorOf, leadOf, viewerOf } from '../use-cases/actors.ts';
import { holdOn } from '../use-cases/hold-on.ts';
import { listFassungen, listKommunen, readFassungen } from '../use-cases/read-fassungen.ts';
import { writeNote } from '../use-cases/write-note.ts';
import { dienstzeileAnswer, kommuneAnswer, standAnswer } from '../views/answers.ts';
import { manage } from './answers.ts';
import {
  dienstParams,
  festhaltenBody,
  kommunenSchema,
  listSchema,
  notizBody,
  standSchema,
} from './schemas.ts';

/** Versions: who has which, what they change, what is said of them; and a Kommune that stays with its own. */
export function readOperations(deps: ReleasesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'releases.list',
      method: 'get',
      path: '/fassungen',
      summary: 'Die Onlinedienste mit ihren Fassungen und dem Stand der Ausrollung',
      access: 'signed-in',
      response: listSchema,
      handle: async ({ principal }) => {
        const viewer = await viewerOf(deps, principal);
        if (!viewer.ok) return viewer;
        return ok({ dienste: (await listFassungen(deps, viewer.value)).map(dienstzeileAnswer) });
      },
    }),
    operation({
      capability: 'releases.show',
      method: 'get',
      path: '/fassungen/{dienst}',
      summary: 'Die Fassungen eines Onlinedienstes, was sie ändern, und wo die Ausrollung steht',
      access: 'signed-in',
      params: dienstParams,
      response: standSchema,
      handle: async ({ principal, params }) => {
        const viewer = await viewerOf(deps, principal);
        if (!viewer.ok) return viewer;
        const stand = await readFassungen(deps, viewer.value, params.dienst);
        return stand.ok ? ok(standAnswer(stand.value)) : stand;
      },
    }),
    operation({
      capability: 'releases.kommunen',
      method: 'get',
      path: '/fassungen/{dienst}/kommunen',
      summary: 'Welche Kommune welche Fassung nutzt',
      access: manage,
      params: dienstParams,
      response: kommunenSchema,
      handle: async ({ principal, params }) => {
        const viewer = await viewerOf(deps, principal);
        if (!viewer.ok) return viewer;
        const list = await listKommunen(deps, viewer.value, params.dienst);
        return list.ok ? ok({ kommunen: list.value.zeilen.map(kommuneAnswer) }) : list;
      },
    }),
    ...writeOperations(deps),
  ];
}

function writeOperations(deps: ReleasesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'releases.note',
      method: 'put',
      path: '/fassungen/{dienst}/{fassung}/notiz',
      summary: 'Sagen, was eine Fassung bringt',
      access: manage,
      params: dienstParams.extend({ fassung: z.string().max(40) }),
      body: notizBody,
      response: z.object({ fassung: z.string(), text: z.string(), sicherheit: z.boolean() }),
      handle: async ({ principal, params, body }) => {
        const lead = await leadOf(deps, principal);
        if (!lead.ok) return lead;
        const note = await writeNote(deps, lead.value, { ...params, ...body });
        if (!note.ok) return note;
        const { fassung, text, sicherheit } = note.value;
        return ok({ fassung, text, sicherheit });
      },
    }),
    operation({
      capability: 'releases.hold-on',
      method: 'put',
      path: '/fassungen/{dienst}/festhalten',
      summary: 'Bei der eigenen Fassung bleiben, bis zum Stichtag, oder das lösen',
      access: { permission: 'efa.anbindung.manage' },
      params: dienstParams,
      body: festhaltenBody,
      response: z.object({ bis: z.iso.date(), geloest: z.boolean() }),
      handle: async ({ principal, params, body }) => {
        const editor = await coordinatorOf(deps, principal);
        return editor.ok ? holdOn(deps, editor.value, { ...params, ...body }) : editor;
      },
    }),
  ];
}
