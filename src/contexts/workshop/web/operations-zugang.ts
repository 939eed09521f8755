import { z } from 'zod';
import { ok, type Result } from '#kernel';
import type { Principal } from '#platform';
import { type WorkshopDeps, workshopPermissions } from '../deps.ts';
import { type Autor, autorVon } from '../use-cases/autor.ts';
import { type Entwurf, openEntwurf } from '../use-cases/entwurf.ts';
import * as view from '../views/json.ts';

export const access = { permission: workshopPermissions.author } as const;

export const params = z.object({ dienst: z.string().max(80).describe('Kurzname des Onlinedienstes') });

export const grundlage = z.number().int().min(0).describe('Der Schritt, den Sie gelesen haben');

export async function als<T>(
  deps: WorkshopDeps,
  principal: Principal | null,
  run: (autor: Autor) => Promise<Result<T>>,
): Promise<Result<T>> {
  const autor = await autorVon(deps, principal);
  return autor.ok ? run(autor.value) : autor;
}

export async function mit<T>(
  deps: WorkshopDeps,
  principal: Principal | null,
  dienst: string,
  run: (autor: Autor, entwurf: Entwurf) => Promise<Result<T>>,
): Promise<Result<T>> {
  return als(deps, principal, async (autor) => {
    const entwurf = await openEntwurf(deps, autor, dienst);
    return entwurf.ok ? run(autor, entwurf.value) : entwurf;
  });
}

export function entwurfAnswer(result: Result<Entwurf>) {
  return result.ok ? ok(view.entwurfJson(result.value)) : result;
}
