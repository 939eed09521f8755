import { ok, type Result, refuse } from '#kernel';
import type { Haken, HakenStand } from '../domain/haken.ts';
import { pointUnknown } from '../errors.ts';
import type { FimDeps } from '../fim-deps.ts';
import { insertHaken, readHaken } from '../store-haken.ts';
import type { Author } from './author.ts';
import { readSchema } from './read-schema.ts';
import { textSumme } from './text-summe.ts';

/** Ticks a piece of work off, says that it needs none, or opens it again; keeps who and when. */
export async function hakeAb(
  deps: Pick<FimDeps, 'db' | 'clock' | 'leser' | 'personOf'>,
  author: Author,
  {
    id,
    version,
    schluessel,
    stand,
    notiz,
  }: {
    readonly id: string;
    readonly version: string | null;
    readonly schluessel: string;
    readonly stand: HakenStand;
    readonly notiz: string;
  },
): Promise<Result<Haken>> {
  const detail = await readSchema(deps, author, id, version);
  if (!detail.ok) return detail;
  const punkt = detail.value.uebernahme.arbeitspunkte.find((each) => each.schluessel === schluessel);
  if (!punkt) return refuse(pointUnknown(schluessel));
  const person = (await deps.personOf(author.principal)).slice(0, 200);
  const schemaId = detail.value.fassung.id;
  return deps.db.withTenant(author.tenant, author.actor, async (tx) => {
    const before = (await readHaken(tx, schemaId)).filter((each) => each.schluessel === schluessel);
    const haken: Haken = {
      schluessel,
      nummer: Math.max(0, ...before.map(({ nummer }) => nummer)) + 1,
      textSha256: textSumme(punkt),
      stand,
      notiz: notiz.trim().slice(0, 1_000),
      person,
      angegebenAm: deps.clock.now(),
    };
    await insertHaken(tx, author.tenant, schemaId, haken);
    return ok(haken);
  });
}
