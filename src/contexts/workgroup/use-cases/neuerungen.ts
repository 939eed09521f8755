import { addDays, type LocalDate, ok, type Result, refuse } from '#kernel';
import { parseTenantId } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { type Neuerungsblatt, type NeuerungsTeil, teilAus } from '../domain/neuerung.ts';
import { istOffen, type Sitzung } from '../domain/sitzung.ts';
import { sitzungUnbekannt } from '../errors.ts';
import { readNeuerungsblatt } from '../store/dateien.ts';
import { readSitzung, readSitzungen } from '../store/sitzungen.ts';
import { idOf, type Mitwirkende } from './wer.ts';

/** Without a session before it, the first one hears of so many days. */
const tageOhneVorgaenger = 90;

type Deps = Pick<WorkgroupDeps, 'db' | 'clock' | 'neuerungen'>;

/** „Was ist neu“ of a session: as it was kept when the session ended, else made now. */
export async function readBlatt(
  deps: Deps,
  wer: Mitwirkende,
  sitzungId: string,
): Promise<Result<Neuerungsblatt>> {
  const id = idOf(sitzungId, sitzungUnbekannt);
  if (!id.ok) return id;
  const kept = await deps.db.withTenant(wer.tenant, wer.actor, (tx) => readNeuerungsblatt(tx, id.value));
  return kept === null ? makeBlatt(deps, wer, id.value) : ok(kept);
}

/** Makes the sheet of dated facts since the group's last session. */
export async function makeBlatt(
  deps: Deps,
  wer: Mitwirkende,
  sitzungId: string,
): Promise<Result<Neuerungsblatt>> {
  const found = await deps.db.withTenant(wer.tenant, wer.actor, async (tx) => ({
    sitzung: await readSitzung(tx, sitzungId),
    alle: await readSitzungen(tx),
  }));
  const provider = found.sitzung && parseTenantId(found.sitzung.providerId);
  if (found.sitzung === null || provider === null) return refuse(sitzungUnbekannt);
  const von = letzterTag(found.sitzung, found.alle);
  const bis = bisTag(found.sitzung, deps.clock.today(), von);
  const teile: NeuerungsTeil[] = [];
  for (const quelle of deps.neuerungen)
    teile.push(teilAus(quelle, await quelle.zwischen(von, bis, provider)));
  return ok({ von, bis, teile });
}

/** The day of the session before; what happened on it counts as known. */
function letzterTag(sitzung: Sitzung, alle: readonly Sitzung[]): LocalDate {
  const before = alle.filter(
    ({ gruppeId, zustand, tag, id }) =>
      gruppeId === sitzung.gruppeId && zustand === 'abgeschlossen' && tag <= sitzung.tag && id !== sitzung.id,
  );
  return before.at(-1)?.tag ?? addDays(sitzung.tag, -tageOhneVorgaenger);
}

/** A session that is over ends its sheet on its day; one to come ends it today, for nobody knows more yet. */
function bisTag(sitzung: Sitzung, today: LocalDate, von: LocalDate): LocalDate {
  const bis = istOffen(sitzung.zustand) && today < sitzung.tag ? today : sitzung.tag;
  return bis < von ? von : bis;
}
