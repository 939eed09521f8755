import { type Reader, readerOf } from '#compass';
import { membersOfActor } from '#identity';
import { ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import { notAllowed } from '../errors.ts';
import type { ReportsDeps } from '../reports-deps.ts';

/** What somebody may do with the reports of their Kommune. */
export interface Berichtende {
  readonly reader: Reader;
  readonly schreibt: boolean;
  readonly gibtFrei: boolean;
}

export type Recht = 'lesen' | 'schreiben' | 'freigeben' | 'zurueckziehen';

/** Who asks, for which Kommune; refuses whoever lacks the right. The operator names the Kommune and may do all. */
export async function berichtendeOf(
  { compass }: Pick<ReportsDeps, 'compass'>,
  principal: Principal | null,
  recht: Recht,
  body?: string,
): Promise<Result<Berichtende>> {
  const reader = await readerOf(compass, principal, body);
  if (!reader.ok) return reader;
  const operator = principal?.kind === 'betreiber' && principal.tenant === null;
  const may = (permission: string) => operator || principal?.permissions.has(permission) === true;
  const who = {
    reader: reader.value,
    schreibt: may('reports.write'),
    gibtFrei: may('reports.approve'),
  };
  const allowed = {
    lesen: true,
    schreiben: who.schreibt,
    freigeben: who.gibtFrei,
    zurueckziehen: who.schreibt || who.gibtFrei,
  };
  return allowed[recht] ? ok(who) : refuse(notAllowed);
}

/** The people and machines behind an actor: a deputy is both itself and whom it stands in for. */
export function partiesOf(actor: string): readonly string[] {
  const members = membersOfActor(actor);
  if (members === null) return [actor];
  return members.actingFor === null ? [members.id] : [members.id, members.actingFor];
}

/** Whether two actors have nobody in common. */
export function areOthers(a: string, b: string): boolean {
  const parties = new Set(partiesOf(a));
  return !partiesOf(b).some((each) => parties.has(each));
}
