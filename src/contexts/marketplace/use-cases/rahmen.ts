import { readAngebote } from '#efa';
import { newestAngebote } from '#efa/many';
import { isUuid, type LocalDate, ok, type Result, refuse } from '#kernel';
import { type IncomingFile, newId, recordAudit, type Tx } from '#platform';
import { fruehestesEnde } from '../domain/erster-zeitraum.ts';
import { gilt, letzterTag, type Rahmenvereinbarung, ueberschneidet } from '../domain/rahmen.ts';
import { frameworkOverlaps, frameworkUnknown, invalid, tooEarlyEnd } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { endRahmen, insertRahmen, lockRahmen, readRahmen } from '../store/rahmen.ts';
import { checkOptional, keepDatei } from './dateien.ts';
import type { Anbietende, Bestellende } from './wer.ts';

type Deps = Pick<MarketplaceDeps, 'db' | 'clock' | 'keys'>;

/** A house that offers something here. */
export interface Haus {
  readonly id: string;
  readonly name: string;
}

/** Everybody with whom a Rahmenvereinbarung can be made. */
export async function readHaeuser(tx: Tx): Promise<readonly Haus[]> {
  const found = new Map(
    newestAngebote(await readAngebote(tx)).map((each) => [each.anbieterId, each.anbieter]),
  );
  return [...found]
    .map(([id, name]) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
}

/** The contracts of a Kommune, or those of a provider with all its Kommunen. */
export function listRahmen(
  { db }: Pick<MarketplaceDeps, 'db'>,
  wer: Bestellende | Anbietende,
): Promise<readonly Rahmenvereinbarung[]> {
  const tenant = 'kommune' in wer ? wer.kommune.tenant : wer.anbieter.tenant;
  return db.withTenant(tenant, wer.actor, readRahmen);
}

/** The contract with a house that holds on a day, inside a transaction of the Kommune. */
export async function rahmenOn(
  tx: Tx,
  anbieterId: string,
  day: LocalDate,
): Promise<Rahmenvereinbarung | null> {
  return (await readRahmen(tx)).find((each) => each.anbieterId === anbieterId && gilt(each, day)) ?? null;
}

export interface Rahmenwunsch {
  readonly anbieterId: string;
  readonly titel: string;
  readonly gueltigVon: LocalDate;
  readonly gueltigBis: LocalDate | null;
  readonly kuendigungMonate: number;
  readonly gezeichnetVon: string;
}

/** Enters the contract with a house: once for a time, never two over the same days. */
export async function addRahmen(
  deps: Deps,
  wer: Bestellende,
  wunsch: Rahmenwunsch,
  file: IncomingFile | null,
): Promise<Result<{ readonly id: string }>> {
  const problems = problemsOf(wunsch);
  if (problems.length > 0) return refuse(invalid(problems));
  const checked = checkOptional(file);
  if (!checked.ok) return checked;
  const { tenant, ags, name: kommune } = wer.kommune;
  return deps.db.withTenant(tenant, wer.actor, async (tx) => {
    const haus = (await readHaeuser(tx)).find(({ id }) => id === wunsch.anbieterId);
    if (!haus)
      return refuse(
        invalid([{ field: 'anbieter', message: 'Bitte wählen Sie, mit wem Sie sie geschlossen haben.' }]),
      );
    await lockRahmen(tx);
    const { gueltigVon, gueltigBis } = wunsch;
    const all = await readRahmen(tx);
    if (all.some((each) => each.anbieterId === haus.id && ueberschneidet(each, gueltigVon, gueltigBis)))
      return refuse(frameworkOverlaps(haus.name));
    const paper = { zweck: 'rahmenvereinbarung', empfaenger: haus.id } as const;
    const datei = checked.value && (await keepDatei(tx, deps, wer, checked.value, paper));
    const one = { ...wunsch, id: newId(), anbieter: haus.name, ags, kommune, datei };
    await insertRahmen(tx, one, deps.clock.now());
    await recordAudit(tx, {
      action: 'marketplace.framework.added',
      object: { type: 'marketplace.rahmenvereinbarung', id: one.id },
      summary: { anbieter: haus.name, von: gueltigVon, bis: gueltigBis },
    });
    return ok({ id: one.id });
  });
}

function problemsOf({ titel, gueltigVon, gueltigBis, kuendigungMonate, gezeichnetVon }: Rahmenwunsch) {
  const checks: readonly (readonly [boolean, string, string])[] = [
    [titel.length < 3 || titel.length > 200, 'titel', 'Bitte nennen Sie den Titel der Vereinbarung.'],
    [
      gezeichnetVon.length < 2 || gezeichnetVon.length > 200,
      'gezeichnetVon',
      'Bitte nennen Sie, wer sie für die Kommune unterschrieben hat.',
    ],
    [
      gueltigBis !== null && gueltigBis < gueltigVon,
      'gueltigBis',
      'Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie beide.',
    ],
    [
      !Number.isInteger(kuendigungMonate) || kuendigungMonate < 0 || kuendigungMonate > 60,
      'kuendigungMonate',
      'Bitte nennen Sie die Kündigungsfrist in ganzen Monaten, höchstens 60.',
    ],
  ];
  return checks.flatMap(([wrong, field, message]) => (wrong ? [{ field, message }] : []));
}

/** Notes that the Kommune gave notice: not before the agreed time has passed. */
export async function giveNotice(
  deps: Deps,
  wer: Bestellende,
  id: string,
  zum: LocalDate,
): Promise<Result<null>> {
  if (!isUuid(id)) return refuse(frameworkUnknown);
  return deps.db.withTenant(wer.kommune.tenant, wer.actor, async (tx) => {
    const found = (await readRahmen(tx)).find((each) => each.id === id && each.gekuendigtZum === null);
    if (!found) return refuse(frameworkUnknown);
    const last = letzterTag(found);
    const earliest = fruehestesEnde(deps.clock.today(), found.kuendigungMonate);
    if (zum < earliest && (last === null || zum < last)) return refuse(tooEarlyEnd(earliest));
    if (!(await endRahmen(tx, id, zum, deps.clock.now()))) return refuse(frameworkUnknown);
    await recordAudit(tx, {
      action: 'marketplace.framework.ended',
      object: { type: 'marketplace.rahmenvereinbarung', id },
      summary: { zum },
    });
    return ok(null);
  });
}

/** When contracts of the transaction's Kommune end: for the calendar of what runs out. */
export async function vertragsEnden(
  tx: Tx,
): Promise<
  readonly { readonly id: string; readonly titel: string; readonly bis: LocalDate; readonly href: string }[]
> {
  return (await readRahmen(tx)).flatMap((each) => {
    const bis = letzterTag(each);
    const titel = `${each.titel} mit ${each.anbieter}`;
    return bis === null ? [] : [{ id: each.id, titel, bis, href: '/rahmenvereinbarungen' }];
  });
}
