import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation } from '#platform';
import type { DutiesDeps } from '../../doors-deps.ts';
import { accept, note, propose, reject, reviewPermissions } from '../../review-actions.ts';
import type { Vorschlag } from '../../store-vorschlag.ts';
import { previewEffect } from '../../use-cases/preview-effect.ts';
import { readOwnVorschlaege, readReviewQueue } from '../../use-cases/read-review.ts';
import { effectJson, proposalJson, reviewJson } from '../../views/review-json.ts';
import { effectSchema, proposalBody, proposalSchema, reviewSchema } from './review-schemas.ts';

const may = { access: { permission: reviewPermissions.propose } } as const;

const mayDecide = { access: { permission: reviewPermissions.decide } } as const;

const id = z.object({ id: z.string() });

/** The workbench of the rules in the JSON API. */
export function reviewOperations(deps: DutiesDeps): readonly Operation[] {
  return [...readOperations(deps), ...proposeOperations(deps), ...decideOperations(deps)];
}

function readOperations(deps: DutiesDeps): readonly Operation[] {
  return [
    operation({
      ...may,
      capability: 'duties.reviews',
      method: 'get',
      path: '/rules/reviews',
      summary: 'Alle Regeln mit ihrem Stand in der Prüfung',
      response: z.object({ regeln: z.array(reviewSchema) }),
      handle: async ({ principal }) => {
        const rows = principal === null ? [] : await readReviewQueue(deps.db, await deps.world(), principal);
        return ok({ regeln: rows.map(reviewJson) });
      },
    }),
    operation({
      ...may,
      capability: 'duties.proposals',
      method: 'get',
      path: '/rules/proposals',
      summary: 'Die Vorschläge, die die eigene Organisation gemacht oder erhalten hat',
      response: z.object({ vorschlaege: z.array(proposalSchema) }),
      handle: async ({ principal }) => {
        const own = principal === null ? [] : await readOwnVorschlaege(deps.db, principal);
        return ok({ vorschlaege: own.map(proposalJson) });
      },
    }),
  ];
}

function proposeOperations(deps: DutiesDeps): readonly Operation[] {
  return [
    operation({
      ...may,
      capability: 'duties.rule.preview',
      method: 'post',
      path: '/rules/preview',
      summary: 'Wen eine Änderung an einer Regel beträfe; nichts wird gespeichert',
      body: proposalBody,
      response: effectSchema,
      handle: async ({ body }) => {
        const effect = previewEffect((await deps.world()).duties, body, deps.clock.today());
        return effect.ok ? ok(effectJson(effect.value)) : effect;
      },
    }),
    operation({
      ...may,
      capability: 'duties.rule.propose',
      method: 'post',
      path: '/rules/proposals',
      summary: 'Vorschlagen, was aus einer Regel werden soll',
      body: proposalBody,
      response: z.object({ id: z.string() }),
      status: 201,
      handle: ({ body, principal }) => propose(deps, principal, body),
    }),
    operation({
      ...may,
      capability: 'duties.rule.note',
      method: 'post',
      path: '/rules/{id}/notes',
      summary: 'Eine Frage oder einen Hinweis zu einer Regel schreiben',
      params: id,
      body: z.strictObject({ text: z.string() }),
      response: z.object({ id: z.string() }),
      status: 201,
      handle: ({ params, body, principal }) => note(deps, principal, params.id, body.text),
    }),
  ];
}

function decideOperations(deps: DutiesDeps): readonly Operation[] {
  return [
    operation({
      ...mayDecide,
      capability: 'duties.proposal.accept',
      method: 'post',
      path: '/rules/proposals/{id}/accept',
      summary: 'Als zweite Person einen Vorschlag annehmen',
      params: id,
      response: proposalSchema,
      handle: async ({ params, principal }) => answered(await accept(deps, principal, params.id)),
    }),
    operation({
      ...mayDecide,
      capability: 'duties.proposal.reject',
      method: 'post',
      path: '/rules/proposals/{id}/reject',
      summary: 'Als zweite Person einen Vorschlag mit Begründung ablehnen',
      params: id,
      body: z.strictObject({ antwort: z.string() }),
      response: proposalSchema,
      handle: async ({ params, body, principal }) =>
        answered(await reject(deps, principal, params.id, body.antwort)),
    }),
  ];
}

function answered(result: Result<Vorschlag>): Result<z.input<typeof proposalSchema>> {
  return result.ok ? ok(proposalJson(result.value)) : result;
}
