import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { Interesse } from '../domain/interesse.ts';
import { changedMeanwhile, invalidProjekt, projektUnknown } from '../errors.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { eigenesInteresse, insertInteresse, insertSchritt } from '../store-interesse.ts';
import { readProjekt } from '../store-projekt.ts';
import type { Coordinator } from './actors.ts';

/** What a Kommune says about a project. */
export interface Interessenwort {
  readonly projektId: string;
  readonly interessiert: boolean;
  /** Everybody may read the Kommune's name; otherwise only the leading house does. */
  readonly genannt: boolean;
  readonly bemerkung: string;
}

/** Shows or withdraws the interest of a Kommune. Saying the same again changes nothing. */
export async function showInterest(
  { db, clock }: Pick<ProjectsDeps, 'db' | 'clock'>,
  { actor, kommune }: Coordinator,
  { projektId, interessiert, genannt, bemerkung }: Interessenwort,
): Promise<Result<Interesse | null>> {
  const said = {
    interessiert,
    genannt: interessiert && genannt,
    bemerkung: interessiert ? bemerkung.trim() : '',
  };
  if (bemerkung.length > 1000)
    return refuse(
      invalidProjekt([
        { field: 'bemerkung', message: `Hier passen 1000 Zeichen hin, es sind ${bemerkung.length}.` },
      ]),
    );
  return db.withReference(
    actor,
    async (tx) => {
      const projekt = await readProjekt(tx, projektId);
      if (projekt === null) return refuse(projektUnknown(projektId));
      const before = await eigenesInteresse(tx, projektId);
      const next = {
        tenant: kommune.tenant,
        projektId,
        nummer: (before?.nummer ?? 0) + 1,
        empfaenger: projekt.tenant,
        ags: kommune.ags,
        kommune: kommune.name,
        ...said,
        stand: clock.today(),
      };
      if (saysTheSame(before, next)) return ok(before);
      if (!(await insertInteresse(tx, next, clock.now()))) return refuse(changedMeanwhile([]));
      if (before?.interessiert) await insertSchritt(tx, { ...before, stand: next.stand }, -1);
      if (interessiert) await insertSchritt(tx, next, 1);
      await recordAudit(tx, {
        action: interessiert ? 'projects.interesse.shown' : 'projects.interesse.withdrawn',
        object: { type: 'projects.projekt', id: projektId },
        summary: { genannt: next.genannt },
      });
      return ok(next);
    },
    kommune.tenant,
  );
}

function saysTheSame(before: Interesse | null, next: Interesse): boolean {
  if (before === null) return !next.interessiert;
  return (
    before.interessiert === next.interessiert &&
    before.genannt === next.genannt &&
    before.bemerkung === next.bemerkung &&
    before.empfaenger === next.empfaenger
  );
}
