import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit } from '#platform';
import type { Schemafassung } from '../domain/beschluss.ts';
import { checkGewichtung, type Gewichtung } from '../domain/gewichtung.ts';
import { changedMeanwhile, invalid, schemaUnknown } from '../errors.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { insertSchema, readBeschluesse, readSchema, readSchemata } from '../store-schemata.ts';
import type { Viewer } from './viewer.ts';

/** What somebody saves: a new scheme, or over the Fassung that they saw. */
export interface Schemawunsch {
  readonly id: string | null;
  readonly grundlage: number | null;
  readonly titel: string;
  readonly gewichtung: Gewichtung;
}

/** The schemes of the own house and what was decided. */
export function readSchemes({ db }: Pick<PrioritiesDeps, 'db'>, viewer: Viewer) {
  return db.withTenant(viewer.tenant, viewer.actor, async (tx) => ({
    schemata: await readSchemata(tx),
    beschluesse: await readBeschluesse(tx, viewer.provider.id),
  }));
}

/** Saves a scheme; of two people the second learns that the first was faster. */
export function saveSchema(
  { db, clock }: Pick<PrioritiesDeps, 'db' | 'clock'>,
  viewer: Viewer,
  { id, grundlage, titel, gewichtung }: Schemawunsch,
): Promise<Result<Schemafassung>> {
  const checked = checkGewichtung(gewichtung);
  const name = titel.trim();
  const named: readonly FieldProblem[] =
    name.length < 3 || name.length > 120
      ? [{ field: 'titel', message: 'Bitte geben Sie dem Schema einen Namen (3 bis 120 Zeichen).' }]
      : [];
  if (!checked.ok) return Promise.resolve(checked);
  if (named.length > 0) return Promise.resolve(refuse(invalid(named)));
  return db.withTenant(viewer.tenant, viewer.actor, async (tx) => {
    const before = id === null ? null : await readSchema(tx, id);
    if (id !== null && before === null) return refuse(schemaUnknown(id));
    if (before !== null && before.fassung !== grundlage) return refuse(changedMeanwhile);
    const next = {
      id: before?.id ?? newId(),
      fassung: (before?.fassung ?? 0) + 1,
      titel: name,
      gewichtung,
      gespeichertAm: clock.now(),
    };
    if (!(await insertSchema(tx, viewer.tenant, next))) return refuse(changedMeanwhile);
    await recordAudit(tx, {
      action: 'priorities.schema.saved',
      object: { type: 'prioritaeten-schema', id: next.id },
      summary: { titel: name, fassung: next.fassung },
    });
    return ok(next);
  });
}
