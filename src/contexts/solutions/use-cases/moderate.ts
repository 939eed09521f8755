import { type LocalDate, ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import type { Beitrag } from '../domain/beitrag.ts';
import { mergedInhalt } from '../domain/merge.ts';
import type { Register } from '../domain/register.ts';
import { beitragRevised, beitragUnknown, changedMeanwhile, fourEyes, notADraft } from '../errors.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { decideBeitrag } from '../store-beitrag.ts';
import { insertFassung, lockRegister, type NewFassung } from '../store-register.ts';
import { houseFor, type SolutionsHouse } from './house.ts';
import { auditBeitrag, changeable } from './keep-beitrag.ts';
import { buildRegister, loadRegisterRows } from './load-register.ts';
import { inTenant, openBeitrag, shortText, type Write } from './open-beitrag.ts';

/** A contribution in the version that somebody read. */
export interface ReadBeitrag {
  readonly id: string;
  readonly version: number;
}

/** A second person takes a contribution over: decision, new version and audit in one transaction. */
export async function takeBeitrag(
  deps: SolutionsDeps,
  principal: Principal | null,
  read: ReadBeitrag,
): Promise<Result<Beitrag>> {
  const catalogue = await deps.catalogue();
  const taken = await decideOnce(deps, principal, read, async (tx, beitrag, house) => {
    await lockRegister(tx);
    const register = buildRegister(await loadRegisterRows(tx), catalogue);
    const fassungen = fassungenOf(register, beitrag, house, deps.clock.today());
    if (!fassungen.ok) return fassungen;
    if (!(await decideBeitrag(tx, beitrag.id, read.version, 'uebernommen', null)))
      return refuse(beitragRevised);
    for (const fassung of fassungen.value) await insertFassung(tx, fassung);
    await auditBeitrag(tx, 'taken', beitrag.id, beitrag.art, beitrag.loesungId);
    return ok(undefined);
  });
  if (taken.ok) deps.registerChanged();
  return taken;
}

/** A second person refuses a contribution with a reason that whoever made it can read. */
export async function refuseBeitrag(
  deps: SolutionsDeps,
  principal: Principal | null,
  read: ReadBeitrag,
  antwort: string,
): Promise<Result<Beitrag>> {
  const reason = shortText(
    'antwort',
    antwort,
    1000,
    'Bitte sagen Sie in höchstens 1.000 Zeichen, warum Sie ablehnen.',
  );
  if (!reason.ok) return reason;
  return decideOnce(deps, principal, read, async (tx, beitrag) => {
    if (!(await decideBeitrag(tx, beitrag.id, read.version, 'abgelehnt', reason.value)))
      return refuse(beitragRevised);
    await auditBeitrag(tx, 'refused', beitrag.id, beitrag.art, beitrag.loesungId);
    return ok(undefined);
  });
}

/** Whoever contributed takes it back, as long as nobody has decided. */
export async function withdrawBeitrag(
  deps: SolutionsDeps,
  principal: Principal | null,
  read: ReadBeitrag,
): Promise<Result<Beitrag>> {
  const house = await houseFor(deps, principal, 'propose');
  if (!house.ok) return house;
  return inTenant(deps, house.value, read.id, async (tx, beitrag) => {
    if (beitrag.tenant !== house.value.tenant) return refuse(beitragUnknown);
    if (!(await decideBeitrag(tx, beitrag.id, read.version, 'zurueckgezogen', null)))
      return refuse(beitragRevised);
    await auditBeitrag(tx, 'withdrawn', beitrag.id, beitrag.art, beitrag.loesungId);
    return ok(undefined);
  });
}

/** The versions that a contribution becomes, checked against the register as it is now. */
function fassungenOf(
  register: Register,
  beitrag: Beitrag,
  house: SolutionsHouse,
  today: LocalDate,
): Result<readonly NewFassung[]> {
  const { art, loesungId, inhalt, grundlage, inId } = beitrag;
  const base = {
    id: loesungId,
    art,
    inhalt,
    aufgegangenIn: null,
    giltAb: beitrag.giltAb,
    beitragId: beitrag.id,
    beigetragenHaus: beitrag.haus,
    beigetragenVon: beitrag.beigetragenVon,
    uebernommenHaus: house.name,
  };
  if (art === 'neu') return register.byId.has(loesungId) ? refuse(changedMeanwhile) : ok([base]);
  const newest = changeable(register, loesungId, grundlage);
  if (!newest.ok) return newest;
  const giltAb = [beitrag.giltAb, newest.value.giltAb].toSorted().at(-1) ?? today;
  if (art !== 'zusammenfuehren' || inId === null) return ok([{ ...base, giltAb }]);
  const kept = changeable(register, inId, null);
  if (!kept.ok) return kept;
  const day = [giltAb, kept.value.giltAb].toSorted().at(-1) ?? giltAb;
  const merged = mergedInhalt(kept.value.inhalt, newest.value.inhalt);
  return ok([
    { ...base, giltAb: day, inhalt: null, aufgegangenIn: inId },
    { ...base, giltAb: day, id: inId, inhalt: merged },
  ]);
}

async function decideOnce(
  deps: SolutionsDeps,
  principal: Principal | null,
  read: ReadBeitrag,
  writeDecision: Write,
): Promise<Result<Beitrag>> {
  const house = await houseFor(deps, principal, 'moderate');
  if (!house.ok) return house;
  return deps.db.withReference(
    house.value.actor,
    (tx) =>
      openBeitrag(tx, house.value, read.id, async (_tx, beitrag) => {
        if (beitrag.recipient !== house.value.tenant) return refuse(beitragUnknown);
        if (beitrag.eingereichtAm === null) return refuse(notADraft);
        if (beitrag.beigetragenVon === house.value.actor) return refuse(fourEyes);
        if (beitrag.version !== read.version) return refuse(beitragRevised);
        return writeDecision(tx, beitrag, house.value);
      }),
    house.value.tenant,
  );
}
