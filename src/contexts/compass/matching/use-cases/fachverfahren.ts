import { type LocalDate, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit } from '#platform';
import {
  type Fachverfahren,
  type FachverfahrenEingabe,
  parseFachverfahren,
} from '../../domain/matching/fachverfahren.ts';
import { dayIn } from '../../domain/parse-aenderung.ts';
import type { Editor, Reader } from '../../use-cases/editor.ts';
import { fachverfahrenUnknown, invalidFachverfahren } from '../errors.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { endFachverfahren, insertFachverfahren, readFachverfahren } from '../store-fachverfahren.ts';

type Deps = Pick<MatchingDeps, 'db' | 'clock'>;

/** What a Kommune says that it uses or used. */
export function fachverfahrenOf(
  { db }: Pick<Deps, 'db'>,
  { kommune, actor }: Pick<Reader, 'kommune' | 'actor'>,
): Promise<readonly Fachverfahren[]> {
  return db.withTenant(kommune.tenant, actor, readFachverfahren);
}

/** Adds a Fachverfahren. */
export async function addFachverfahren(
  { db, clock }: Deps,
  { kommune, actor }: Editor,
  eingabe: FachverfahrenEingabe,
): Promise<Result<Fachverfahren>> {
  const parsed = parseFachverfahren(eingabe);
  if (!parsed.ok) return refuse(invalidFachverfahren(parsed.refusal));
  const made = { id: newId(), ...parsed.value };
  await db.withTenant(kommune.tenant, actor, async (tx) => {
    await insertFachverfahren(tx, kommune.tenant, made, clock.now());
    await recordAudit(tx, {
      action: 'compass.fachverfahren.added',
      object: { type: 'compass.fachverfahren', id: made.id },
      summary: { name: made.name },
    });
  });
  return ok(made);
}

/** Says on which day a Fachverfahren was used for the last time; today where nothing is said. */
export async function endeFachverfahren(
  { db, clock }: Deps,
  { kommune, actor }: Editor,
  id: string,
  am: string | null,
): Promise<Result<{ readonly id: string; readonly bis: LocalDate }>> {
  const day = dayIn((am ?? '').trim());
  if (!day.ok) return refuse(invalidFachverfahren([{ field: 'bis', message: day.refusal }]));
  const bis = day.value ?? clock.today();
  if (!/^[0-9a-f-]{36}$/.test(id)) return refuse(fachverfahrenUnknown);
  return db.withTenant(kommune.tenant, actor, async (tx) => {
    if (!(await endFachverfahren(tx, id, bis))) return refuse(fachverfahrenUnknown);
    await recordAudit(tx, {
      action: 'compass.fachverfahren.ended',
      object: { type: 'compass.fachverfahren', id },
      summary: { bis },
    });
    return ok({ id, bis });
  });
}
