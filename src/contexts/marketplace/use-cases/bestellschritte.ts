import { isUuid, type LocalDate, ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import { type Bestellschritt, type Bestellung, nachBestellschritt } from '../domain/bestellung.ts';
import { ersterZeitraum, fruehestesEnde } from '../domain/erster-zeitraum.ts';
import { changedMeanwhile, invalidField, orderUnknown, stepImpossible, tooEarlyEnd } from '../errors.ts';
import { publishStep } from '../events.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import {
  acceptBestellung,
  declineBestellung,
  endBestellung,
  readBestellung,
  withdrawBestellung,
} from '../store/bestellungen.ts';
import { readRahmen } from '../store/rahmen.ts';
import type { Anbietende, Bestellende } from './wer.ts';
import type { BestellRef } from './zeichnen.ts';

type Deps = Pick<MarketplaceDeps, 'db' | 'clock'>;
type Write = (tx: Tx, bestellung: Bestellung) => Promise<Result<boolean>>;

/** Takes back what the provider has not accepted yet. */
export function withdrawOrder(
  deps: Deps,
  wer: Bestellende,
  ref: BestellRef,
  grund: string,
): Promise<Result<Bestellung>> {
  const why = reasonOf(
    grund,
    'Bitte sagen Sie in 3 bis 1.000 Zeichen, warum Sie die Bestellung zurückziehen.',
  );
  if (!why.ok) return Promise.resolve(why);
  return take(deps, wer.kommune.tenant, wer.actor, ref, 'zurueckziehen', async (tx, found) =>
    ok(await withdrawBestellung(tx, found, why.value, deps.clock.now())),
  );
}

/** The provider accepts: the contract exists from today on, and the first period follows from the day. */
export function acceptOrder(deps: Deps, wer: Anbietende, ref: BestellRef): Promise<Result<Bestellung>> {
  const today = deps.clock.today();
  return take(deps, wer.anbieter.tenant, wer.actor, ref, 'annehmen', async (tx, found) =>
    ok(
      await acceptBestellung(
        tx,
        found,
        today,
        ersterZeitraum(today, found.inhalt.ersteCent),
        deps.clock.now(),
      ),
    ),
  );
}

/** The provider declines, and says why. */
export function declineOrder(
  deps: Deps,
  wer: Anbietende,
  ref: BestellRef,
  grund: string,
): Promise<Result<Bestellung>> {
  const why = reasonOf(grund, 'Bitte sagen Sie der Kommune in 3 bis 1.000 Zeichen, warum Sie ablehnen.');
  if (!why.ok) return Promise.resolve(why);
  return take(deps, wer.anbieter.tenant, wer.actor, ref, 'ablehnen', async (tx, found) =>
    ok(await declineBestellung(tx, found, deps.clock.today(), why.value, deps.clock.now())),
  );
}

/** The Kommune ends the contract for a day, not before the agreed time has passed. */
export function endOrder(
  deps: Deps,
  wer: Bestellende,
  ref: BestellRef,
  zum: LocalDate,
): Promise<Result<Bestellung>> {
  return take(deps, wer.kommune.tenant, wer.actor, ref, 'beenden', async (tx, found) => {
    const earliest = await earliestEnd(tx, deps, found);
    return zum < earliest
      ? refuse(tooEarlyEnd(earliest))
      : ok(await endBestellung(tx, found, zum, deps.clock.now()));
  });
}

/** The first day on which a contract can end: by the notice of its Rahmenvereinbarung, else today. */
export async function earliestEnd(
  tx: Tx,
  { clock }: Pick<Deps, 'clock'>,
  { inhalt }: Pick<Bestellung, 'inhalt'>,
): Promise<LocalDate> {
  const rahmen = (await readRahmen(tx)).find(({ id }) => id === inhalt.rahmen?.id);
  return rahmen ? fruehestesEnde(clock.today(), rahmen.kuendigungMonate) : clock.today();
}

function reasonOf(text: string, message: string): Result<string> {
  const grund = text.trim();
  return grund.length < 3 || grund.length > 1000 ? refuse(invalidField('grund', message)) : ok(grund);
}

/** One step of an order over the version that was read; of two who press at once the second is told. */
async function take(
  { db }: Deps,
  tenant: Parameters<MarketplaceDeps['db']['withTenant']>[0],
  actor: Bestellende['actor'],
  { id, version }: BestellRef,
  schritt: Bestellschritt,
  write: Write,
): Promise<Result<Bestellung>> {
  if (!isUuid(id)) return refuse(orderUnknown);
  return db.withTenant(tenant, actor, async (tx) => {
    const found = await readBestellung(tx, id);
    if (found === null) return refuse(orderUnknown);
    if (nachBestellschritt(found.zustand, schritt) === null) return refuse(stepImpossible(found.zustand));
    if (found.version !== version) return refuse(changedMeanwhile);
    const written = await write(tx, found);
    if (!written.ok) return written;
    if (!written.value) return refuse(changedMeanwhile);
    await recordAudit(tx, {
      action: `marketplace.order.${schritt}`,
      object: { type: 'marketplace.bestellung', id },
      summary: { dienst: found.dienst },
    });
    // A provider never saw what was not signed: nothing came of it there.
    if (found.zustand !== 'vorbereitet') await publishStep(tx, schritt, found);
    const kept = await readBestellung(tx, id);
    return kept ? ok(kept) : refuse(orderUnknown);
  });
}
