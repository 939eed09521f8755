import { changeState } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { Interesse } from '../domain/interesse.ts';
import { changedMeanwhile, invalidField, serviceEnded } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { insertInteresse, readInteressen } from '../store/interesse.ts';
import { beginneAnbindung } from './beginne-anbindung.ts';
import { findOffering } from './offering.ts';
import { anbindungOf } from './own-anbindung.ts';
import type { Bestellende } from './wer.ts';

/** What a Kommune says of a service: interested or no longer. */
export interface Wort {
  readonly dienst: string;
  readonly interessiert: boolean;
  readonly bemerkung: string;
}

/**
 * Tells the provider that the Kommune is interested, or no longer. The Anbindung begins with it; taking the interest back
 * ends an Anbindung in which nothing else was done yet. To say the same twice is to say it once.
 */
export async function showInterest(
  deps: Pick<MarketplaceDeps, 'db' | 'clock' | 'efa'>,
  wer: Bestellende,
  wort: Wort,
): Promise<Result<Interesse>> {
  const bemerkung = wort.bemerkung.trim();
  if (bemerkung.length > 1000) return refuse(invalidField('bemerkung', 'Bitte höchstens 1.000 Zeichen.'));
  const offering = await deps.db.withPublic((tx) => findOffering(tx, deps, wort.dienst));
  if (!offering.ok) return offering;
  const { angebot, angaben } = offering.value;
  const ende = angaben?.inhalt.eingestelltZum ?? null;
  if (wort.interessiert && ende !== null && ende < deps.clock.today())
    return refuse(serviceEnded(angebot.data.title, ende));
  const begun = await followInEfa(deps, wer, wort);
  if (!begun.ok) return begun;
  return deps.db.withTenant(wer.kommune.tenant, wer.actor, async (tx) => {
    const last = (await readInteressen(tx)).find(({ dienst }) => dienst === wort.dienst);
    if (last?.interessiert === wort.interessiert && last.bemerkung === bemerkung) return ok(last);
    const { tenant, ags, name: kommune } = wer.kommune;
    const next = {
      tenant,
      dienst: wort.dienst,
      nummer: (last?.nummer ?? 0) + 1,
      ags,
      kommune,
      interessiert: wort.interessiert,
      bemerkung,
      stand: deps.clock.today(),
    };
    if (!(await insertInteresse(tx, angebot.anbieterId, next, deps.clock.now())))
      return refuse(changedMeanwhile);
    await recordAudit(tx, {
      action: wort.interessiert ? 'marketplace.interest.shown' : 'marketplace.interest.withdrawn',
      object: { type: 'marketplace.interesse', id: wort.dienst },
    });
    return ok(next);
  });
}

/** The Anbindung begins with the interest and ends with it while nothing more was done. */
async function followInEfa(
  { efa }: Pick<MarketplaceDeps, 'efa'>,
  wer: Bestellende,
  { dienst, interessiert }: Wort,
): Promise<Result<null>> {
  if (interessiert) return beginneAnbindung({ efa }, wer, dienst);
  const anbindung = await anbindungOf(efa, wer, dienst);
  if (anbindung?.zustand !== 'interesse') return ok(null);
  const ended = await changeState(efa, wer, { dienst, version: anbindung.version, schritt: 'beenden' });
  return ended.ok ? ok(null) : ended;
}
