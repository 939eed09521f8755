import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { DiscussionDeps } from '../deps.ts';
import { schritte } from '../domain/zustand.ts';
import { ask } from '../use-cases/ask.ts';
import { contribute } from '../use-cases/contribute.ts';
import { editBeitrag } from '../use-cases/edit.ts';
import { follow, markRead } from '../use-cases/keep-reading.ts';
import { publishAnswer, takeBack } from '../use-cases/publish-answer.ts';
import { schreiben } from '../use-cases/teilnehmer.ts';
import { id } from './schemas.ts';

const may = { access: { permission: schreiben } } as const;

/** What changes something about questions, in the JSON API. */
export function writeOperations(deps: DiscussionDeps): readonly Operation[] {
  return [...threadOperations(deps), ...readingOperations(deps), ...answerOperations(deps)];
}

function threadOperations(deps: DiscussionDeps): readonly Operation[] {
  return [
    operation({
      ...may,
      capability: 'discussion.ask',
      method: 'post',
      path: '/rueckfragen',
      summary: 'Eine Rückfrage zu einem Datensatz stellen',
      body: z.strictObject({ zu: z.string(), adressat: z.string(), betreff: z.string(), text: z.string() }),
      response: z.object({ id: z.string() }),
      status: 201,
      handle: ({ principal, body }) => ask(deps, principal, body),
    }),
    operation({
      ...may,
      capability: 'discussion.contribute',
      method: 'post',
      path: '/rueckfragen/{id}/beitraege',
      summary: 'Antworten, ergänzen, wieder öffnen oder zurückziehen',
      params: id,
      body: z.strictObject({ art: z.enum(schritte), text: z.string() }),
      response: z.object({ nr: z.int() }),
      status: 201,
      handle: ({ principal, params, body }) => contribute(deps, principal, params.id, body),
    }),
    operation({
      ...may,
      capability: 'discussion.edit',
      method: 'put',
      path: '/rueckfragen/{id}/beitraege/{nr}',
      summary: 'Einen eigenen Beitrag bearbeiten, eine Stunde lang; frühere Fassungen bleiben',
      params: id.extend({ nr: z.coerce.number().int() }),
      body: z.strictObject({ text: z.string() }),
      response: z.object({ fassung: z.int() }),
      handle: ({ principal, params, body }) => editBeitrag(deps, principal, { ...params, ...body }),
    }),
  ];
}

function readingOperations(deps: DiscussionDeps): readonly Operation[] {
  return [
    operation({
      access: 'signed-in',
      capability: 'discussion.gelesen',
      method: 'post',
      path: '/rueckfragen/gelesen',
      summary: 'Rückfragen als gelesen markieren, ohne Angabe alle',
      body: z.strictObject({ ids: z.array(z.string()).max(1000).nullable().default(null) }),
      response: z.object({ anzahl: z.int() }),
      handle: ({ principal, body }) => markRead(deps, principal, body.ids),
    }),
    operation({
      access: 'signed-in',
      capability: 'discussion.follow',
      method: 'put',
      path: '/rueckfragen/{id}/folgen',
      summary: 'Einer Rückfrage folgen oder sie stumm schalten',
      params: id,
      body: z.strictObject({ folgt: z.boolean() }),
      response: z.object({ folgt: z.boolean() }),
      handle: ({ principal, params, body }) => follow(deps, principal, params.id, body.folgt),
    }),
  ];
}

function answerOperations(deps: DiscussionDeps): readonly Operation[] {
  return [
    operation({
      ...may,
      capability: 'discussion.publish',
      method: 'post',
      path: '/rueckfragen/{id}/antwort',
      summary: 'Eine beantwortete Rückfrage als Antwort für alle betreuten Kommunen veröffentlichen',
      params: id,
      body: z.strictObject({ frage: z.string(), antwort: z.string() }),
      response: z.object({ id: z.string() }),
      status: 201,
      handle: ({ principal, params, body }) => publishAnswer(deps, principal, params.id, body),
    }),
    operation({
      ...may,
      capability: 'discussion.unpublish',
      method: 'delete',
      path: '/antworten/{id}',
      summary: 'Eine veröffentlichte Antwort zurücknehmen',
      params: id,
      response: z.object({ zurueckgenommen: z.literal(true) }),
      handle: async ({ principal, params }) => {
        const taken = await takeBack(deps, principal, params.id);
        return taken.ok ? ok({ zurueckgenommen: true as const }) : taken;
      },
    }),
  ];
}
