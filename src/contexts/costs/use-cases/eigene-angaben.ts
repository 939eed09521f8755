import { contactOf, membersOfActor } from '#identity';
import { ok, type Result, refuse } from '#kernel';
import { actorOf, type Principal, parseTenantId, recordAudit, type Tx } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { type Angabe, leseAngaben, ohneAngaben, type Rechnungsangaben } from '../domain/rechnungsangaben.ts';
import { changedMeanwhile, invalid, notStater } from '../errors.ts';
import {
  type Eigenangabe,
  insertEigenangabe,
  readEigenangaben,
  readRechnungshaeuser,
} from '../store-eigenangaben.ts';
import { readAngabenverlauf } from '../store-rechnungsangaben.ts';
import { type Payer, payerOf } from './actors.ts';

const system = actorOf('system', 'kosten');

/** Somebody who says for a Kommune how bills are addressed to it. Only `staterOf` makes one. */
export type Stater = Payer & { readonly states: true };

/** Who may say so: the head and the Kämmerei of a Kommune, and the operator acting for one. */
export async function staterOf(
  deps: Pick<CostsDeps, 'ownAnbieter' | 'ownKommune'>,
  principal: Principal | null,
): Promise<Result<Stater>> {
  const payer = await payerOf(deps, principal);
  if (!payer.ok) return payer;
  return principal?.permissions.has('costs.particulars')
    ? ok({ ...payer.value, states: true })
    : refuse(notStater);
}

/** What a Kommune said of itself, with the name of who said it. */
export type EigeneFassung = Omit<Eigenangabe, 'angegebenVon'> & { readonly wer: string };

/** What a house that bills a Kommune writes on its bills now. */
export interface BeimHaus {
  readonly haus: string;
  readonly angaben: Rechnungsangaben;
}

export interface EigeneAngaben {
  /** The newest first; none before anything was said. */
  readonly fassungen: readonly EigeneFassung[];
  readonly haeuser: readonly BeimHaus[];
}

type Deps = Pick<CostsDeps, 'db' | 'clock' | 'keys'>;

/**
 * What a Kommune said of itself, and what stands at each house that bills it. That stands on its bills, so it may read it: it
 * is looked up in the house, under the Kommune's own key alone.
 */
export async function eigeneAngaben(deps: Deps, { actor, kommune }: Payer): Promise<EigeneAngaben> {
  const { tenant, ags } = kommune;
  const { fassungen, houses } = await deps.db.withTenant(tenant, actor, async (tx) => ({
    fassungen: await withNames(tx, deps, kommune, await readEigenangaben(tx)),
    houses: await readRechnungshaeuser(tx),
  }));
  const haeuser: BeimHaus[] = [];
  for (const house of houses) {
    const id = parseTenantId(house.tenant);
    const [newest] = id ? await deps.db.withTenant(id, system, (tx) => readAngabenverlauf(tx, ags)) : [];
    haeuser.push({ haus: house.name, angaben: newest?.angaben ?? ohneAngaben });
  }
  return { fassungen, haeuser };
}

async function withNames(
  tx: Tx,
  deps: Deps,
  { tenant }: Payer['kommune'],
  all: readonly Eigenangabe[],
): Promise<readonly EigeneFassung[]> {
  const names = new Map<string, string>();
  for (const { angegebenVon } of all)
    if (!names.has(angegebenVon)) {
      const member = membersOfActor(angegebenVon);
      const contact = member && (await contactOf(tx, deps, tenant, member.id));
      names.set(
        angegebenVon,
        member ? (contact?.name ?? 'früheres Mitglied') : 'Schnittstelle oder Befehlszeile',
      );
    }
  return all.map(({ angegebenVon, ...rest }) => ({ ...rest, wer: names.get(angegebenVon) ?? '' }));
}

/** What somebody says of the own Kommune; `grundlage` is the Fassung that was read, 0 for the first. */
export interface EigeneAngabenwunsch {
  readonly grundlage: number;
  readonly angaben: Readonly<Partial<Record<Angabe, string | undefined>>>;
}

/** Keeps it as the next Fassung; from then on it is what the houses write on their bills. */
export function gibEigeneAn(
  { db, clock }: Pick<CostsDeps, 'db' | 'clock'>,
  { actor, kommune: { tenant, ags: kennung } }: Stater,
  { grundlage, angaben }: EigeneAngabenwunsch,
): Promise<Result<{ readonly kennung: string; readonly fassung: number }>> {
  return db.withTenant(tenant, actor, async (tx) => {
    const read = leseAngaben(kennung, angaben);
    if (read.fehler.length > 0) return refuse(invalid(read.fehler));
    const [before] = await readEigenangaben(tx);
    if ((before?.fassung ?? 0) !== grundlage) return refuse(changedMeanwhile);
    const next = { kennung, fassung: grundlage + 1, angaben: read.angaben, angegebenAm: clock.now() };
    if (!(await insertEigenangabe(tx, tenant, next))) return refuse(changedMeanwhile);
    await recordAudit(tx, {
      action: 'costs.particulars.own.stated',
      object: { type: 'rechnungsangaben', id: kennung },
      summary: { fassung: next.fassung },
    });
    return ok({ kennung, fassung: next.fassung });
  });
}
