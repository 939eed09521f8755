import { type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import type { Beitrag } from '../domain/beitrag.ts';
import type { LoesungInhalt } from '../domain/loesung.ts';
import type { LoesungInput } from '../domain/loesung-input.ts';
import { beitragRevised, beitragUnknown, invalidLoesung, whyNotOpen } from '../errors.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { type NewBeitrag, readBeitrag, reviseBeitrag } from '../store-beitrag.ts';
import { houseFor } from './house.ts';
import { auditBeitrag, changeable, inOwnHouse, keepFor, laterOf, newLoesungId } from './keep-beitrag.ts';
import { readInput } from './read-input.ts';

/** What goes with every contribution. */
export interface BeitragNotes {
  /** From which day it counts; empty for today. */
  readonly giltAb: string;
  readonly begruendung: string;
  /** A draft stays with whoever writes it. */
  readonly entwurf: boolean;
}

/** Contributes a Lösung that is not in the register yet. */
export async function contributeNew(
  deps: SolutionsDeps,
  principal: Principal | null,
  input: LoesungInput,
  notes: BeitragNotes,
): Promise<Result<Beitrag>> {
  const checked = await checkedInhalt(deps, principal, input, notes, null);
  if (!checked.ok) return checked;
  const id = newLoesungId(checked.value.inhalt.name);
  return keepFor(deps, principal, {
    art: 'neu',
    loesungId: id,
    grundlage: null,
    inId: null,
    ...checked.value,
  });
}

/** Contributes another content for a Lösung; `grundlage` is the hash of the version that was read. */
export async function contributeChange(
  deps: SolutionsDeps,
  principal: Principal | null,
  target: { readonly id: string; readonly grundlage: string },
  input: LoesungInput,
  notes: BeitragNotes,
): Promise<Result<Beitrag>> {
  const newest = changeable(await deps.register(), target.id, target.grundlage);
  if (!newest.ok) return newest;
  const checked = await checkedInhalt(deps, principal, input, notes, newest.value);
  if (!checked.ok) return checked;
  const { id: loesungId, grundlage } = target;
  return keepFor(deps, principal, { art: 'aendern', loesungId, grundlage, inId: null, ...checked.value });
}

/** Puts other content into an open contribution of one's own: a draft, or the answer to a question. */
export async function reviseContribution(
  deps: SolutionsDeps,
  principal: Principal | null,
  target: { readonly id: string; readonly version: number },
  input: LoesungInput,
  notes: BeitragNotes,
): Promise<Result<Beitrag>> {
  const house = await houseFor(deps, principal, 'propose');
  if (!house.ok) return house;
  const { tenant, actor } = house.value;
  const open = await deps.db.withTenant(tenant, actor, (tx) => readBeitrag(tx, target.id));
  const checked = await checkedInhalt(deps, principal, input, notes, open && { inhalt: open.inhalt });
  if (!checked.ok) return checked;
  return inOwnHouse(deps, house.value, async (tx) => {
    const beitrag = await readBeitrag(tx, target.id, true);
    if (beitrag === null) return refuse(whyNotOpen(await readBeitrag(tx, target.id)));
    if (beitrag.tenant !== house.value.tenant || beitrag.inhalt === null) return refuse(beitragUnknown);
    if (!(await reviseBeitrag(tx, target.id, target.version, checked.value))) return refuse(beitragRevised);
    await auditBeitrag(tx, 'revised', target.id, beitrag.art, beitrag.loesungId);
    return ok(target.id);
  });
}

type Checked = Pick<NewBeitrag, 'giltAb' | 'begruendung' | 'eingereicht'> & {
  readonly inhalt: LoesungInhalt;
};

/** What an input changes, and the day before which nothing new may begin. */
interface Changed {
  readonly inhalt: LoesungInhalt | null;
  readonly giltAb?: LocalDate;
}

async function checkedInhalt(
  deps: Pick<SolutionsDeps, 'catalogue' | 'clock' | 'felderOf'>,
  principal: Principal | null,
  input: LoesungInput,
  { giltAb, begruendung, entwurf }: BeitragNotes,
  changed: Changed | null,
): Promise<Result<Checked>> {
  const notBefore = changed?.giltAb ?? null;
  const read = readInput(input, {
    catalogue: await deps.catalogue(),
    felder: await deps.felderOf(principal),
    today: deps.clock.today(),
    before: changed?.inhalt ?? null,
  });
  const given =
    giltAb.trim() === '' ? ok(laterOf(deps.clock.today(), notBefore)) : parseLocalDate(giltAb.trim());
  const problems = [...read.problems, ...read.missing];
  if (!given.ok) problems.push({ field: 'giltAb', message: given.refusal.message });
  else if (notBefore !== null && given.value < notBefore)
    problems.push({
      field: 'giltAb',
      message: 'Es gibt schon eine Fassung, die später beginnt. Bitte keinen früheren Tag angeben.',
    });
  if (begruendung.trim().length > longestReason)
    problems.push({ field: 'begruendung', message: 'Bitte höchstens 1.000 Zeichen.' });
  if (read.inhalt === null || !given.ok || problems.length > 0) return refuse(invalidLoesung(problems));
  return ok({
    inhalt: read.inhalt,
    giltAb: given.value,
    begruendung: begruendung.trim(),
    eingereicht: !entwurf,
  });
}

const longestReason = 1000;
