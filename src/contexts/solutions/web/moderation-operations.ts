import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { refuseBeitrag, takeBeitrag, withdrawBeitrag } from '../use-cases/moderate.ts';
import { findBeitrag, ownBeitraege } from '../use-cases/read-beitraege.ts';
import { answerQuestion, askBack } from '../use-cases/talk.ts';
import { beitragJson, jsonOfBeitrag } from '../views/beitrag-json.ts';
import { idParams, mapped, moderate, propose } from './operation-parts.ts';

const version = z.int().describe('die gelesene Version des Beitrags');

/** Contributions and decisions about them in the JSON API. */
export function moderationOperations(deps: SolutionsDeps): readonly Operation[] {
  return [...readOperations(deps), ...decideOperations(deps), ...talkOperations(deps)];
}

function readOperations(deps: SolutionsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'solutions.beitraege',
      method: 'get',
      path: '/loesungen/beitraege',
      summary: 'Die Beiträge, die die eigene Organisation gemacht hat oder entscheidet',
      access: propose,
      response: z.object({ beitraege: z.array(beitragJson) }),
      handle: async ({ principal }) =>
        ok({ beitraege: (await ownBeitraege(deps, principal)).map(jsonOfBeitrag) }),
    }),
    operation({
      capability: 'solutions.beitrag',
      method: 'get',
      path: '/loesungen/beitraege/{id}',
      summary: 'Ein Beitrag mit seinen Nachrichten',
      access: propose,
      params: idParams,
      response: beitragJson,
      handle: async ({ params, principal }) =>
        mapped(await findBeitrag(deps, principal, params.id), jsonOfBeitrag),
    }),
  ];
}

function decideOperations(deps: SolutionsDeps): readonly Operation[] {
  const decide = { access: moderate, method: 'post', params: idParams, response: beitragJson } as const;
  return [
    operation({
      ...decide,
      capability: 'solutions.take',
      path: '/loesungen/beitraege/{id}/take',
      summary: 'Einen Beitrag übernehmen; er wird eine neue Fassung',
      body: z.strictObject({ version }),
      handle: async ({ params, body, principal }) =>
        mapped(await takeBeitrag(deps, principal, { id: params.id, ...body }), jsonOfBeitrag),
    }),
    operation({
      ...decide,
      capability: 'solutions.refuse',
      path: '/loesungen/beitraege/{id}/refuse',
      summary: 'Einen Beitrag mit Begründung ablehnen',
      body: z.strictObject({ version, antwort: z.string() }),
      handle: async ({ params, body: { antwort, ...read }, principal }) =>
        mapped(await refuseBeitrag(deps, principal, { id: params.id, ...read }, antwort), jsonOfBeitrag),
    }),
    operation({
      ...decide,
      access: propose,
      capability: 'solutions.withdraw',
      path: '/loesungen/beitraege/{id}/withdraw',
      summary: 'Einen eigenen Beitrag zurückziehen',
      body: z.strictObject({ version }),
      handle: async ({ params, body, principal }) =>
        mapped(await withdrawBeitrag(deps, principal, { id: params.id, ...body }), jsonOfBeitrag),
    }),
  ];
}

function talkOperations(deps: SolutionsDeps): readonly Operation[] {
  const talk = { method: 'post', params: idParams, response: beitragJson, status: 201 } as const;
  const body = z.strictObject({ text: z.string() });
  return [
    operation({
      ...talk,
      access: moderate,
      body,
      capability: 'solutions.ask',
      path: '/loesungen/beitraege/{id}/ask',
      summary: 'Eine Rückfrage zu einem Beitrag stellen',
      handle: async ({ params, body: { text }, principal }) =>
        mapped(await askBack(deps, principal, params.id, text), jsonOfBeitrag),
    }),
    operation({
      ...talk,
      access: propose,
      body,
      capability: 'solutions.answer',
      path: '/loesungen/beitraege/{id}/answer',
      summary: 'Eine Rückfrage zum eigenen Beitrag beantworten',
      handle: async ({ params, body: { text }, principal }) =>
        mapped(await answerQuestion(deps, principal, params.id, text), jsonOfBeitrag),
    }),
  ];
}
