import { ok, type Result } from '#kernel';
import type { Principal } from '#platform';
import { descriptionsPermissions } from '../deps.ts';
import type { Einlesung } from '../domain/einlesung.ts';
import { jsonOfEinlesung } from '../views/xzufi-json.ts';

export const access = { permission: descriptionsPermissions.import } as const;
/** A reading as the API shows it. */
export function answered(result: Result<Einlesung>): Result<ReturnType<typeof jsonOfEinlesung>> {
  return result.ok ? ok(jsonOfEinlesung(result.value)) : result;
}

/** Who asks, where the access has made sure that somebody does. */
export function known(principal: Principal | null): Principal {
  if (principal === null) throw new Error('an operation of the import was reached without a principal');
  return principal;
}
