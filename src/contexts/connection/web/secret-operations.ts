import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { zwecke } from '../domain/zweck.ts';
import {
  ersetzen,
  hinterlegen,
  listZugangsdaten,
  loeschen,
  pruefen,
  type Verwahrer,
  verwahrerOf,
} from '../use-cases/zugangsdaten.ts';
import { zugangsdatenAnswer } from '../views/answers.ts';
import { zugangsdatenSchema } from './schemas.ts';

const access = { permission: 'connection.secrets' } as const;
const params = z.object({ id: z.string() });
const wert = z.string().describe('Wird versiegelt und nie wieder ausgegeben');
const gueltigBis = z.string().default('').describe('JJJJ-MM-TT oder leer');
const idSchema = z.object({ id: z.string() });

async function asKeeper<T>(
  principal: Principal | null,
  run: (keeper: Verwahrer) => Promise<Result<T>>,
): Promise<Result<T>> {
  const keeper = verwahrerOf(principal);
  return keeper.ok ? run(keeper.value) : keeper;
}

/** Secrets in the API: they go in, are replaced, probed and deleted; none is ever answered. */
export function secretOperations(deps: ConnectionDeps): readonly Operation[] {
  return [
    operation({
      capability: 'connection.secrets',
      method: 'get',
      path: '/zugangsdaten',
      summary: 'Welche Zugangsdaten hinterlegt sind, ohne ihre Werte',
      access,
      response: z.object({ zugangsdaten: z.array(zugangsdatenSchema) }),
      handle: ({ principal }) =>
        asKeeper(principal, async (keeper) =>
          ok({ zugangsdaten: (await listZugangsdaten(deps, keeper)).map(zugangsdatenAnswer) }),
        ),
    }),
    operation({
      capability: 'connection.secrets.keep',
      method: 'post',
      path: '/zugangsdaten',
      summary: 'Zugangsdaten versiegelt hinterlegen',
      access,
      body: z.strictObject({
        name: z.string(),
        zweck: z.enum(zwecke),
        dienst: z.string().default(''),
        wert,
        gueltigBis,
      }),
      response: idSchema,
      status: 201,
      handle: ({ body, principal }) => asKeeper(principal, (keeper) => hinterlegen(deps, keeper, body)),
    }),
    operation({
      capability: 'connection.secrets.replace',
      method: 'put',
      path: '/zugangsdaten/{id}',
      summary: 'Zugangsdaten durch andere ersetzen',
      access,
      params,
      body: z.strictObject({ version: z.int().positive(), wert, gueltigBis }),
      response: idSchema,
      handle: ({ params: { id }, body, principal }) =>
        asKeeper(principal, (keeper) => ersetzen(deps, keeper, { id, ...body })),
    }),
    operation({
      capability: 'connection.secrets.probe',
      method: 'post',
      path: '/zugangsdaten/{id}/pruefung',
      summary: 'Prüfen, ob hinterlegte Zugangsdaten zu gebrauchen sind',
      access,
      params,
      response: z.object({ ok: z.boolean(), text: z.string() }),
      handle: ({ params: { id }, principal }) => asKeeper(principal, (keeper) => pruefen(deps, keeper, id)),
    }),
    operation({
      capability: 'connection.secrets.forget',
      method: 'delete',
      path: '/zugangsdaten/{id}',
      summary: 'Zugangsdaten endgültig löschen',
      access,
      params,
      query: z.object({ version: z.coerce.number().int().positive() }),
      response: z.object({ geloescht: z.string() }),
      handle: ({ params: { id }, query: { version }, principal }) =>
        asKeeper(principal, async (keeper) => {
          const gone = await loeschen(deps, keeper, id, version);
          return gone.ok ? ok({ geloescht: id }) : gone;
        }),
    }),
  ];
}
