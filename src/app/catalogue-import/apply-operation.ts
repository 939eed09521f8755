import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import type { HeldUpload } from '../reference/index.ts';
import { beginApply } from './begin.ts';
import { readDraft } from './draft.ts';
import { begun, idParams } from './order-schemas.ts';
import type { TableDeps } from './tables-deps.ts';

const access = { permission: 'reference.import' } as const;

export function applyOperation(deps: TableDeps): Operation {
  return operation({
    capability: 'catalogue.import.apply',
    method: 'post',
    path: '/katalog/einlesen/{upload}/uebernahme',
    summary: 'Die geprüften Tabellen als neue Fassung übernehmen, alles oder nichts',
    access,
    params: idParams,
    body: z.strictObject({
      grundlage: z.int().describe('„base“ der Vorschau, die bestätigt wird'),
      fehlerhafteAuslassen: z.boolean().default(false),
      beenden: z.boolean().default(false),
    }),
    status: 202,
    response: begun,
    handle: async ({ params, body, principal }) => {
      const upload = await findDraft(deps, principal, params.upload);
      if (!upload.ok) return upload;
      const { held, principal: who } = upload.value;
      const draft = await readDraft(deps.uploads, held.id);
      const consent = {
        skipBroken: body.fehlerhafteAuslassen,
        endMissing: body.beenden,
        base: body.grundlage,
      };
      await beginApply(deps, who, held, { ...draft, consent });
      return ok({ upload: held.id });
    },
  });
}

export async function findDraft({ uploads }: TableDeps, principal: Principal | null, id: string) {
  if (!principal) return refuse(signIn);
  const held: Result<HeldUpload> = await uploads.find(id, principal);
  return held.ok ? ok({ held: held.value, principal }) : held;
}

export const signIn = {
  kind: 'unauthenticated',
  code: 'SIGN_IN_REQUIRED',
  message: 'Dafür braucht es ein Token.',
} as const;
