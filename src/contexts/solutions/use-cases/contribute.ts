import { type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { newId, type Principal, recordAudit, type Tx } from '#platform';
import type { Beitrag } from '../domain/beitrag.ts';
import type { Anlass, Loesung, LoesungFassung, LoesungInhalt } from '../domain/loesung.ts';
import type { LoesungInput } from '../domain/loesung-input.ts';
import type { Register } from '../domain/register.ts';
import {
  beitragRevised,
  beitragUnknown,
  changedMeanwhile,
  invalidLoesung,
  loesungUnknown,
  standsByOffer,
  whyNotOpen,
} from '../errors.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { insertBeitrag, type NewBeitrag, readBeitrag, reviseBeitrag } from '../store-beitrag.ts';
import { houseFor, type SolutionsHouse } from './house.ts';
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
  const checked = await checkedInhalt(deps, input, notes);
  if (!checked.ok) return checked;
  const id = newLoesungId(checked.value.inhalt.name);
  return keep(deps, principal, { art: 'neu', loesungId: id, grundlage: null, inId: null, ...checked.value });
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
  const checked = await checkedInhalt(deps, input, notes, newest.value.giltAb);
  if (!checked.ok) return checked;
  const { id: loesungId, grundlage } = target;
  return keep(deps, principal, { art: 'aendern', loesungId, grundlage, inId: null, ...checked.value });
}

/** Contributes that a Lösung ends; its last day is part of its content. */
export async function contributeEnd(
  deps: SolutionsDeps,
  principal: Principal | null,
  end: { readonly id: string; readonly letzterTag: string; readonly begruendung: string },
): Promise<Result<Beitrag>> {
  const newest = changeable(await deps.register(), end.id, null);
  if (!newest.ok) return newest;
  const endetAm = parseLocalDate(end.letzterTag);
  const begruendung = reason(
    end.begruendung,
    'Bitte nennen Sie die Quelle des Endes (höchstens 1.000 Zeichen).',
  );
  const problems = [
    ...(endetAm.ok ? [] : [{ field: 'letzterTag', message: endetAm.refusal.message }]),
    ...(begruendung.ok ? [] : (begruendung.refusal.fields ?? [])),
  ];
  if (!endetAm.ok || !begruendung.ok) return refuse(invalidLoesung(problems));
  return keep(deps, principal, {
    art: 'beenden',
    loesungId: end.id,
    grundlage: newest.value.hash,
    inId: null,
    inhalt: { ...newest.value.inhalt, endetAm: endetAm.value },
    giltAb: laterOf(deps.clock.today(), newest.value.giltAb),
    begruendung: begruendung.value,
    eingereicht: true,
  });
}

/** Contributes that an entry is a duplicate of another one and goes up in it. */
export async function contributeMerge(
  deps: SolutionsDeps,
  principal: Principal | null,
  merge: { readonly id: string; readonly inId: string; readonly begruendung: string },
): Promise<Result<Beitrag>> {
  const register = await deps.register();
  const gone = changeable(register, merge.id, null);
  if (!gone.ok) return gone;
  const kept = changeable(register, merge.inId, null);
  if (!kept.ok || merge.id === merge.inId) {
    const message =
      merge.id === merge.inId
        ? 'Eine Lösung kann nicht in sich selbst aufgehen. Bitte wählen Sie die andere.'
        : kept.ok
          ? ''
          : kept.refusal.message;
    return refuse(invalidLoesung([{ field: 'inId', message }]));
  }
  const begruendung = reason(
    merge.begruendung,
    'Bitte sagen Sie, woran man sieht, dass es dieselbe Lösung ist.',
  );
  if (!begruendung.ok) return begruendung;
  return keep(deps, principal, {
    art: 'zusammenfuehren',
    loesungId: merge.id,
    grundlage: gone.value.hash,
    inId: merge.inId,
    inhalt: null,
    giltAb: laterOf(laterOf(deps.clock.today(), gone.value.giltAb), kept.value.giltAb),
    begruendung: begruendung.value,
    eingereicht: true,
  });
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
  const checked = await checkedInhalt(deps, input, notes);
  if (!checked.ok) return checked;
  return within(deps, house.value, async (tx) => {
    const beitrag = await readBeitrag(tx, target.id, true);
    if (beitrag === null) return refuse(whyNotOpen(await readBeitrag(tx, target.id)));
    if (beitrag.tenant !== house.value.tenant || beitrag.inhalt === null) return refuse(beitragUnknown);
    if (!(await reviseBeitrag(tx, target.id, target.version, checked.value))) return refuse(beitragRevised);
    await audit(tx, 'revised', target.id, beitrag.art, beitrag.loesungId);
    return ok(target.id);
  });
}

/** The newest version of a Lösung that may be changed by contribution. */
export function changeable(
  register: Register,
  id: string,
  grundlage: string | null,
): Result<LoesungFassung & { readonly inhalt: LoesungInhalt }> {
  const loesung: Loesung | undefined = register.byId.get(id);
  if (loesung === undefined) return refuse(loesungUnknown(id, register));
  if (loesung.herkunft === 'angebot') return refuse(standsByOffer);
  const newest = loesung.fassungen.at(-1);
  if (newest === undefined || newest.inhalt === null) return refuse(loesungUnknown(id, register));
  if (grundlage !== null && newest.hash !== grundlage) return refuse(changedMeanwhile);
  return ok({ ...newest, inhalt: newest.inhalt });
}

type Checked = Pick<NewBeitrag, 'giltAb' | 'begruendung' | 'eingereicht'> & {
  readonly inhalt: LoesungInhalt;
};

async function checkedInhalt(
  deps: Pick<SolutionsDeps, 'catalogue' | 'clock'>,
  input: LoesungInput,
  { giltAb, begruendung, entwurf }: BeitragNotes,
  notBefore: LocalDate | null = null,
): Promise<Result<Checked>> {
  const read = readInput(input, await deps.catalogue());
  const given =
    giltAb.trim() === '' ? ok(laterOf(deps.clock.today(), notBefore)) : parseLocalDate(giltAb.trim());
  const problems = [...read.problems];
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

function reason(given: string, message: string): Result<string> {
  const value = given.trim();
  return value === '' || value.length > longestReason
    ? refuse(invalidLoesung([{ field: 'begruendung', message }]))
    : ok(value);
}

function laterOf(a: LocalDate, b: LocalDate | null): LocalDate {
  return b !== null && b > a ? b : a;
}

type Draft = Omit<NewBeitrag, 'id' | 'haus'>;

async function keep(
  deps: SolutionsDeps,
  principal: Principal | null,
  draft: Draft,
): Promise<Result<Beitrag>> {
  const house = await houseFor(deps, principal, 'propose');
  if (!house.ok) return house;
  return within(deps, house.value, async (tx) => ok(await keepBeitrag(tx, house.value, draft)));
}

/** Writes one contribution in the caller's transaction and says under which id. */
export async function keepBeitrag(tx: Tx, house: SolutionsHouse, draft: Draft): Promise<string> {
  const id = newId();
  await insertBeitrag(tx, house.tenant, house.recipient, { ...draft, id, haus: house.name });
  await audit(tx, draft.eingereicht ? 'contributed' : 'drafted', id, draft.art, draft.loesungId);
  return id;
}

async function within(
  { db }: Pick<SolutionsDeps, 'db'>,
  { tenant, actor }: SolutionsHouse,
  write: (tx: Tx) => Promise<Result<string>>,
): Promise<Result<Beitrag>> {
  return db.withTenant(tenant, actor, async (tx) => {
    const id = await write(tx);
    if (!id.ok) return id;
    const beitrag = await readBeitrag(tx, id.value);
    return beitrag ? ok(beitrag) : refuse(beitragUnknown);
  });
}

function audit(tx: Tx, verb: string, id: string, art: Anlass, loesung: string): Promise<void> {
  return recordAudit(tx, {
    action: `solutions.beitrag.${verb}`,
    object: { type: 'solutions.beitrag', id },
    summary: { art, loesung },
  });
}

/** A readable id that nobody else has: the name and a few letters of chance. */
export function newLoesungId(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return `${slug === '' ? 'loesung' : slug}-${newId().slice(0, 8)}`;
}
