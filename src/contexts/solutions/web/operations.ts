import { z } from 'zod';
import { completeness, completenessAnswer, completenessSchema } from '#fields';
import { ok } from '#kernel';
import { dateParameter, listQueryShape, type Operation, operation } from '#platform';
import { feldwerteOf } from '../loesung-art.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { findLoesung } from '../use-cases/find-loesung.ts';
import { foundLoesungen } from '../views/found-loesungen.ts';
import {
  fassungJson,
  jsonOfFassung,
  jsonOfLoesung,
  jsonOfNutzung,
  loesungJson,
  nutzungJson,
} from '../views/loesung-json.ts';
import { registerFilters } from '../views/register-filters.ts';
import { contributionOperations } from './contribution-operations.ts';
import { moderationOperations } from './moderation-operations.ts';
import { idParams } from './operation-parts.ts';

/** The register of Lösungen in the JSON API; reading needs no token. */
export function solutionsOperations(deps: SolutionsDeps): readonly Operation[] {
  return [
    listOperation(deps),
    ...moderationOperations(deps),
    ...contributionOperations(deps),
    showOperation(deps),
  ];
}

const listQuery = z.object({
  date: dateParameter,
  bis: dateParameter,
  ...listQueryShape(registerFilters),
});

function listOperation(deps: SolutionsDeps): Operation {
  return operation({
    capability: 'solutions.list',
    method: 'get',
    path: '/loesungen',
    summary: 'Das Register der Lösungen an einem Tag; „bis“ lässt nur, was bis dahin nutzbar ist',
    access: 'public',
    query: listQuery,
    response: z.object({ date: z.string(), loesungen: z.array(loesungJson) }),
    handle: async ({ query: { date = deps.clock.today(), bis = null, ...asked } }) => {
      const found = await foundLoesungen(deps, { date, bis }, asked);
      return found.ok ? ok({ date, loesungen: found.value.map(({ stand }) => jsonOfLoesung(stand)) }) : found;
    },
  });
}

function showOperation(deps: SolutionsDeps): Operation {
  return operation({
    capability: 'solutions.show',
    method: 'get',
    path: '/loesungen/{id}',
    summary: 'Eine Lösung an einem Tag mit ihren Fassungen; nutzung null heißt: keine Angabe',
    access: 'public',
    params: idParams,
    query: z.object({ date: dateParameter }),
    response: loesungJson.extend({
      aufgegangen: z.string().nullable(),
      nutzung: nutzungJson,
      vollstaendigkeit: completenessSchema,
      fassungen: z.array(fassungJson),
    }),
    handle: async ({ params, query, principal }) => {
      const date = query.date ?? deps.clock.today();
      const found = findLoesung(await deps.register(), params.id, date);
      if (!found.ok) return found;
      const { loesung, stand, aufgegangen } = found.value;
      const nutzung = await deps.nutzung(principal, [stand.id]);
      return ok({
        ...jsonOfLoesung(stand),
        aufgegangen,
        nutzung: jsonOfNutzung(nutzung.get(stand.id)),
        vollstaendigkeit: completenessAnswer(
          completeness(await deps.felderOf(principal), feldwerteOf(stand.inhalt), date),
        ),
        fassungen: loesung.fassungen.map(jsonOfFassung),
      });
    },
  });
}
