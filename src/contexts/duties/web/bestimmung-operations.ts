import { z } from 'zod';
import { evidenceGrades, ok, type Refusal, type Result, refuse } from '#kernel';
import { type Operation, operation } from '#platform';
import { confirmAngabe, ownAngaben, rejectAngabe, stateAngabe } from '../bestimmung-actions.ts';
import type { Angabe } from '../domain/angabe.ts';
import type { DutiesDeps } from '../doors-deps.ts';

const angabeSchema = z.object({
  id: z.string(),
  ags: z.string(),
  aufgabeId: z.string(),
  bestimmt: z.boolean(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  source: z.object({ title: z.string(), url: z.string().nullable() }),
  note: z.string().nullable(),
  entscheidung: z.enum(['bestaetigt', 'abgelehnt']).nullable(),
  begruendung: z.string().nullable(),
});

const inputSchema = z.strictObject({
  aufgabeId: z.string(),
  bestimmt: z.boolean(),
  gueltigVon: z.string().describe('JJJJ-MM-TT'),
  gueltigBis: z.string().nullable().default(null),
  quelle: z.string(),
  quelleUrl: z.string().nullable().default(null),
  note: z.string().nullable().default(null),
});

const idParams = z.object({ id: z.string() });
const done = z.object({ id: z.string(), entscheidung: z.enum(['bestaetigt', 'abgelehnt']) });

/** Stating, confirming and rejecting Bestimmungen in the JSON API. */
export function bestimmungOperations(deps: DutiesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'duties.bestimmungen',
      method: 'get',
      path: '/bestimmungen',
      summary: 'Die Angaben, die die eigene Organisation gemacht oder erhalten hat',
      access: 'signed-in',
      response: z.object({ angaben: z.array(angabeSchema) }),
      handle: async ({ principal }) => ok({ angaben: (await ownAngaben(deps, principal)).map(angabeAnswer) }),
    }),
    operation({
      capability: 'duties.bestimmung.state',
      method: 'post',
      path: '/bestimmungen',
      summary: 'Eine Bestimmung mit Datum und Quelle angeben',
      access: { permission: 'duties.bestimmung.state' },
      body: inputSchema,
      response: z.object({ id: z.string() }),
      status: 201,
      handle: ({ body, principal }) => stateAngabe(deps, principal, body),
    }),
    operation({
      capability: 'duties.bestimmung.confirm',
      method: 'post',
      path: '/bestimmungen/{id}/confirm',
      summary: 'Eine Angabe bestätigen',
      access: { permission: 'duties.bestimmung.confirm' },
      params: idParams,
      body: z.strictObject({ evidenz: z.enum(evidenceGrades) }),
      response: done,
      handle: async ({ params, body, principal }) =>
        answer(params.id, 'bestaetigt', await confirmAngabe(deps, principal, params.id, body.evidenz)),
    }),
    operation({
      capability: 'duties.bestimmung.reject',
      method: 'post',
      path: '/bestimmungen/{id}/reject',
      summary: 'Eine Angabe mit Begründung ablehnen',
      access: { permission: 'duties.bestimmung.confirm' },
      params: idParams,
      body: z.strictObject({ begruendung: z.string() }),
      response: done,
      handle: async ({ params, body, principal }) =>
        answer(params.id, 'abgelehnt', await rejectAngabe(deps, principal, params.id, body.begruendung)),
    }),
  ];
}

function answer(
  id: string,
  entscheidung: 'bestaetigt' | 'abgelehnt',
  refusal: Refusal | null,
): Result<z.input<typeof done>> {
  return refusal === null ? ok({ id, entscheidung }) : refuse(refusal);
}

function angabeAnswer({
  id,
  ags,
  aufgabeId,
  bestimmt,
  validFrom,
  validTo,
  source,
  note,
  entscheidung,
  begruendung,
}: Angabe): z.input<typeof angabeSchema> {
  return {
    id,
    ags,
    aufgabeId,
    bestimmt,
    validFrom,
    validTo,
    source: { ...source },
    note,
    entscheidung,
    begruendung,
  };
}
