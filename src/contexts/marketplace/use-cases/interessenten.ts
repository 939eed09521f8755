import { readAngebote } from '#efa';
import { newestAngebote } from '#efa/many';
import { ok, type Result, refuse } from '#kernel';
import { publish, recordAudit, type Tx } from '#platform';
import {
  type Einladung,
  type Einladungshindernis,
  hindernisFuer,
  type Interessent,
  standOf,
} from '../domain/einladung.ts';
import { invalidField, nobodyInvited } from '../errors.ts';
import { orderInvited } from '../events.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { readBestellungen } from '../store/bestellungen.ts';
import { insertEinladung, readEinladungen } from '../store/einladungen.ts';
import { readInteressen } from '../store/interesse.ts';
import { ownOffering } from './offering.ts';
import type { Anbietende } from './wer.ts';

type Deps = Pick<MarketplaceDeps, 'db' | 'clock' | 'efa'>;

/** Who showed interest in the services of a house, with what became of it; newest word first. */
export async function listInteressenten(
  deps: Deps,
  { anbieter, actor }: Anbietende,
): Promise<readonly Interessent[]> {
  const found = await deps.db.withTenant(anbieter.tenant, actor, interessentenIn);
  const angebote = newestAngebote(await deps.db.withPublic(readAngebote));
  const titles = new Map(angebote.map(({ dienst, data }) => [dienst, data.title]));
  return found
    .map((each) => ({ ...each, titel: titles.get(each.dienst) ?? each.dienst }))
    .toSorted((a, b) => b.seit.localeCompare(a.seit) || a.kommune.localeCompare(b.kommune, 'de'));
}

async function interessentenIn(tx: Tx): Promise<readonly Omit<Interessent, 'titel'>[]> {
  const [interessen, bestellungen, einladungen] = [
    await readInteressen(tx),
    await readBestellungen(tx),
    await readEinladungen(tx),
  ];
  const keyOf = (tenant: string, dienst: string) => `${tenant} ${dienst}`;
  const orders = new Map<string, (typeof bestellungen)[number]>();
  for (const each of bestellungen.toReversed()) orders.set(keyOf(each.tenant, each.dienst), each);
  const sent = new Map(einladungen.map((each) => [keyOf(each.empfaenger, each.dienst), each]));
  return interessen.map((interesse) => {
    const { tenant, dienst, ags, kommune, bemerkung, stand: seit } = interesse;
    const einladung = sent.get(keyOf(tenant, dienst)) ?? null;
    const order = orders.get(keyOf(tenant, dienst))?.zustand ?? null;
    const stand = standOf(interesse, order, einladung);
    return { tenant, dienst, ags, kommune, bemerkung, seit, stand, eingeladenAm: einladung?.stand ?? null };
  });
}

/** What inviting came to. */
export interface Eingeladen {
  readonly eingeladen: readonly Einladung['kommune'][];
  readonly ausgelassen: readonly { readonly kommune: string; readonly warum: Einladungshindernis }[];
}

/** Whom to invite, to which service, with which words. */
export interface Einladungswunsch {
  readonly dienst: string;
  readonly kommunen: readonly string[];
  readonly nachricht: string;
}

/** Tells interested Kommunen that they can order now. Who ordered already, or was asked a few days ago, is left out by name. */
export async function inviteToOrder(
  deps: Deps,
  wer: Anbietende,
  { dienst, kommunen, nachricht }: Einladungswunsch,
): Promise<Result<Eingeladen>> {
  const text = nachricht.trim();
  if (text.length > 1000) return refuse(invalidField('nachricht', 'Bitte höchstens 1.000 Zeichen.'));
  if (kommunen.length === 0) return refuse(nobodyInvited);
  const offering = await deps.db.withPublic((tx) => ownOffering(tx, deps, wer, dienst));
  if (!offering.ok) return offering;
  const stand = deps.clock.today();
  const brief = {
    ...{ dienst, nachricht: text, stand, haus: wer.anbieter.name },
    titel: offering.value.angebot.data.title,
    eingeladenAm: deps.clock.now(),
  };
  return deps.db.withTenant(wer.anbieter.tenant, wer.actor, (tx) => sendAll(tx, brief, kommunen));
}

type Brief = Omit<Einladung, 'tenant' | 'empfaenger' | 'nummer' | 'ags' | 'kommune'>;

async function sendAll(tx: Tx, brief: Brief, kommunen: readonly string[]): Promise<Result<Eingeladen>> {
  const ofDienst = <T extends { readonly dienst: string; readonly ags: string }>(all: readonly T[]) =>
    new Map(all.filter(({ dienst }) => dienst === brief.dienst).map((each) => [each.ags, each]));
  // The numbers first: whoever invites between the two reads is seen by the second, or meets the same number.
  const sent = ofDienst(await readEinladungen(tx));
  const known = ofDienst(await interessentenIn(tx));
  const eingeladen: string[] = [];
  const ausgelassen: Eingeladen['ausgelassen'][number][] = [];
  for (const ags of new Set(kommunen)) {
    const one = known.get(ags);
    const nummer = (sent.get(ags)?.nummer ?? 0) + 1;
    const warum =
      hindernisFuer(one, brief.stand) ?? (one ? await sendTo(tx, brief, one, nummer) : 'kein-interesse');
    if (warum === null) eingeladen.push(one?.kommune ?? ags);
    else ausgelassen.push({ kommune: one?.kommune ?? ags, warum });
  }
  if (eingeladen.length > 0)
    await recordAudit(tx, {
      action: 'marketplace.invited',
      object: { type: 'marketplace.einladung', id: brief.dienst },
      summary: { kommunen: eingeladen.length },
    });
  return ok({ eingeladen, ausgelassen });
}

/** Sends one invitation; of two who invite at once the second is told that it is out already. */
async function sendTo(
  tx: Tx,
  brief: Brief,
  { tenant, ags, kommune }: Pick<Interessent, 'tenant' | 'ags' | 'kommune'>,
  nummer: number,
): Promise<Einladungshindernis | null> {
  const written = await insertEinladung(tx, { ...brief, empfaenger: tenant, nummer, ags, kommune });
  if (!written) return 'gerade-eingeladen';
  await publish(tx, orderInvited, { dienst: brief.dienst, kommune: tenant });
  return null;
}
