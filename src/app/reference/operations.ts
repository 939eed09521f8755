import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import { type Database, type Operation, operation, type Principal } from '#platform';
import { referenceState } from './state.ts';
import { beginWork, findWork } from './work.ts';

const access = { permission: 'reference.import' } as const;

const stateSchema = z.object({
  bereiche: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      fassung: z.int().nullable(),
      stand: z.string().nullable(),
      saetze: z.array(
        z.object({
          satz: z.string(),
          titel: z.string(),
          stand: z.string(),
          zeilen: z.int(),
          quelle: z.string(),
          lizenz: z.string(),
        }),
      ),
    }),
  ),
});

const workSchema = z.object({
  id: z.uuid(),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  percent: z.int(),
  message: z.string(),
  result: z.unknown(),
});

/** The operations of the import door; files come by page or command line, they are larger than a JSON body may be. */
export function referenceOperations({ db }: { readonly db: Database }): Operation[] {
  return [
    operation({
      capability: 'reference.state',
      method: 'get',
      path: '/referenzdaten',
      summary: 'Welche Referenzdaten geladen sind: Fassung, Stand, Lizenz, Zeilen',
      access,
      response: stateSchema,
      handle: async () =>
        ok({ bereiche: (await referenceState(db)).map((one) => ({ ...one, saetze: [...one.saetze] })) }),
    }),
    operation({
      capability: 'reference.germany',
      method: 'post',
      path: '/referenzdaten/deutschland',
      summary: 'Den Rest von Deutschland laden; die Antwort nennt den Vorgang',
      access,
      status: 202,
      response: z.object({ vorgang: z.uuid() }),
      handle: async ({ principal }) => {
        const asking = present(principal);
        return asking.ok
          ? ok({ vorgang: await beginWork(db, asking.value, 'reference.germany', null) })
          : asking;
      },
    }),
    operation({
      capability: 'reference.work',
      method: 'get',
      path: '/referenzdaten/vorgang/{id}',
      summary: 'Wie weit ein Vorgang ist, und was er ergeben hat',
      access,
      params: z.object({ id: z.string().max(60) }),
      response: workSchema,
      handle: async ({ params, principal }) => {
        const asking = present(principal);
        if (!asking.ok) return asking;
        const found = await findWork(db, asking.value, params.id);
        if (!found.ok) return found;
        const { id, state, percent, message, result } = found.value;
        return ok({ id, state, percent, message, result });
      },
    }),
  ];
}

function present(principal: Principal | null): Result<Principal> {
  if (principal) return ok(principal);
  return refuse({
    kind: 'unauthenticated',
    code: 'SIGN_IN_REQUIRED',
    message: 'Dafür braucht es ein Token.',
  });
}
