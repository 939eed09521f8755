import { z } from 'zod';
import { ok, type Refusal, refuse } from '#kernel';
import { type Operation, operation } from '#platform';
import { takeBackFassung } from '../use-cases/take-back.ts';
import type { VersionDeps } from '../version-deps.ts';
import { lineageView } from '../views/lineage-view.ts';
import {
  deltaJson,
  deltaSchema,
  fassungenJson,
  fassungSchema,
  lineageSchema,
} from '../views/version-json.ts';

const nummer = z.coerce.number().int().min(1).max(2_000_000_000);

/** Fassungen, their differences, the course of a Leistung and taking back, in the JSON API. */
export function versionOperations(deps: VersionDeps): Operation[] {
  return [
    operation({
      capability: 'catalogue.versions',
      method: 'get',
      path: '/katalog/fassungen',
      summary: 'Die Fassungen des Katalogs mit Stand, Quelle und Zustand, die jüngste zuerst',
      access: 'public',
      response: z.object({ fassungen: z.array(fassungSchema) }),
      handle: async () => ok({ fassungen: fassungenJson(await deps.versions.all()) }),
    }),
    deltaOperation(deps),
    operation({
      capability: 'catalogue.lineage',
      method: 'get',
      path: '/katalog/leistungen/{id}/verlauf',
      summary: 'Was aus einer Leistung wurde: Angaben je Fassung, Vorgänger und Nachfolger',
      access: 'public',
      params: z.object({ id: z.string().min(1).max(300) }),
      response: lineageSchema,
      handle: async ({ params }) =>
        lineageView(await deps.catalogue(), deps.versions, params.id, deps.clock.today()),
    }),
    operation({
      capability: 'catalogue.take-back',
      method: 'post',
      path: '/katalog/fassungen/{nummer}/ruecknahme',
      summary: 'Die neueste Fassung zurücknehmen; danach gilt die davor',
      access: { permission: 'reference.import' },
      params: z.object({ nummer }),
      body: z.strictObject({ grund: z.string().max(500) }),
      response: z.object({ fassung: z.int(), gilt: z.int() }),
      handle: async ({ params, body, principal }) => {
        if (!principal) return refuse(signIn);
        const done = await takeBackFassung(deps.db, principal.actor, params.nummer, body.grund);
        if (done.ok) deps.changed();
        return done;
      },
    }),
  ];
}

function deltaOperation({ versions }: VersionDeps): Operation {
  return operation({
    capability: 'catalogue.delta',
    method: 'get',
    path: '/katalog/aenderungen',
    summary: 'Was sich zwischen zwei Fassungen geändert hat; ohne Angabe zwischen den letzten beiden',
    access: 'public',
    query: z.object({ von: nummer.optional(), bis: nummer.optional() }),
    response: deltaSchema,
    handle: async ({ query }) => {
      const latest = await versions.latest();
      const [von, bis] = [query.von ?? latest?.[0], query.bis ?? latest?.[1]];
      if (von === undefined || bis === undefined) return refuse(noFassung);
      const delta = await versions.delta(von, bis);
      return delta.ok ? ok(deltaJson(delta.value)) : delta;
    },
  });
}

/** There is nothing to compare with. */
const noFassung: Refusal = {
  kind: 'not-found',
  code: 'CATALOGUE_FASSUNG_UNKNOWN',
  message: 'Der Katalog ist noch nicht eingelesen.',
};

const signIn: Refusal = {
  kind: 'unauthenticated',
  code: 'SIGN_IN_REQUIRED',
  message: 'Dafür braucht es ein Token.',
};
