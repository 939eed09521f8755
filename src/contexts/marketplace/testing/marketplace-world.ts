import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import type { DutiesWorld } from '#duties';
import type { Kommune } from '#efa';
import { type LocalDate, localDate, ok, refuse } from '#kernel';
import { actorOf, type IncomingFile, openKeyRing, type Principal } from '#platform';
import { type EfaWorld, offered, openEfaWorld, tenantId, valueIn } from '../../efa/testing/efa-world.ts';
import { type Dienstinhalt, ohneAngaben } from '../domain/angaben.ts';
import type { Preisinhalt } from '../domain/preisblatt.ts';
import { notKommune } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { addBefugnis, type Befugniswunsch } from '../use-cases/befugnisse.ts';
import type { Bestellwunsch } from '../use-cases/bestellen.ts';
import { describeDienst, statePrice } from '../use-cases/describe.ts';
import { addRahmen } from '../use-cases/rahmen.ts';
import { type Anbietende, anbietendeOf, type Bestellende, bestellendeOf } from '../use-cases/wer.ts';

/** A Kommune of the test: who coordinates, and who leads it. */
export interface TestKommune {
  readonly koordination: Principal;
  readonly leitung: Principal;
  readonly leitungId: string;
}

/** „Hund anmelden“ offered by one house, with two Kommunen; nothing is priced, agreed or signed yet. */
export interface MarketplaceWorld extends AsyncDisposable {
  readonly efa: EfaWorld;
  readonly deps: MarketplaceDeps;
  readonly lemgo: TestKommune;
  readonly detmold: TestKommune;
  readonly lead: Principal;
  /** A further Kommune with people of its own: what it orders stands in nobody's way. */
  readonly further: (name: string, ags?: string) => TestKommune;
}

export const dienst = 'hund-anmelden';
export const day = (text: string): LocalDate => localDate(text);

/** Opens the world; the clock stands at 21 November 2026. */
export async function openMarketplaceWorld(
  duties: DutiesWorld,
  ports: Partial<MarketplaceDeps> = {},
): Promise<MarketplaceWorld> {
  const efa = await openEfaWorld(duties);
  await offered(efa);
  const lemgo = peopleOf(efa.lemgo.kommune.tenant);
  const detmold = peopleOf(efa.detmold.kommune.tenant);
  const lead = personOf(efa.provider.tenant, ['marketplace.manage', 'circle.read']);
  const { db, clock } = efa.deps;
  const more: Kommune[] = [];
  const people = new Map([
    [efa.lemgo.kommune.tenant, lemgo],
    [efa.detmold.kommune.tenant, detmold],
  ]);
  const ownKommune: MarketplaceDeps['efa']['ownKommune'] = async (principal) =>
    more.find(({ tenant }) => tenant === principal?.tenant) ?? efa.deps.ownKommune(principal);
  const deps: MarketplaceDeps = {
    db,
    clock,
    demo: true,
    keys: openKeyRing(randomBytes(32).toString('base64url')),
    efa: { ...efa.deps, ownKommune },
    kostenSchaetzung: null,
    pruefliste: null,
    personen: async (_, { tenant }) => {
      const own = people.get(tenant);
      return own ? [{ id: own.leitungId, name: 'Wiebke Tannhof', darfBestellen: true }] : [];
    },
    scan: async () => null,
    actingFor: async (operator, name) => {
      const known = [efa.lemgo.kommune, efa.detmold.kommune, efa.provider].find((one) => one.name === name);
      return known ? ok({ ...operator, tenant: known.tenant }) : refuse(notKommune);
    },
    ...ports,
  };
  const further = (name: string, ags = '05766044'): TestKommune => {
    const kommune = { tenant: tenantId(), ags, name };
    const own = peopleOf(kommune.tenant);
    more.push(kommune);
    people.set(kommune.tenant, own);
    return own;
  };
  return {
    efa,
    deps,
    lemgo,
    detmold,
    lead,
    further,
    [Symbol.asyncDispose]: () => efa[Symbol.asyncDispose](),
  };
}

function personOf(
  tenant: Principal['tenant'],
  permissions: readonly string[],
  id: string = randomUUID(),
): Principal {
  return { kind: 'mitglied', actor: actorOf('mitglied', id), tenant, permissions: new Set(permissions) };
}

function peopleOf(tenant: Principal['tenant']): TestKommune {
  const leitungId = randomUUID();
  return {
    koordination: personOf(tenant, ['marketplace.prepare', 'efa.anbindung.manage', 'costs.read']),
    leitung: personOf(tenant, ['marketplace.order', 'costs.read'], leitungId),
    leitungId,
  };
}

export async function prepares(
  { deps }: MarketplaceWorld,
  { koordination }: TestKommune,
): Promise<Bestellende> {
  return valueIn(await bestellendeOf(deps, koordination, 'vorbereiten'));
}

export async function leads({ deps }: MarketplaceWorld, { leitung }: TestKommune): Promise<Bestellende> {
  return valueIn(await bestellendeOf(deps, leitung, 'bestellen'));
}

export async function provides({ deps, lead }: MarketplaceWorld): Promise<Anbietende> {
  return valueIn(await anbietendeOf(deps, lead));
}

export const preis: Preisinhalt = {
  jaehrlich: {
    art: 'staffel',
    stufen: [
      { bisEinwohner: 20_000, cent: 120_000 },
      { bisEinwohner: 60_000, cent: 240_000 },
      { bisEinwohner: null, cent: 480_000 },
    ],
  },
  ersteCent: 60_000,
  einmalig: [{ bezeichnung: 'Einrichtung', cent: 50_000 }],
  erlaeuterung: 'Mit Support.',
  quelle: 'Preisliste vom 01.10.2026',
  annahme: false,
};

/** States a price from the beginning of the year on. */
export async function priced(world: MarketplaceWorld, inhalt: Preisinhalt = preis): Promise<void> {
  const wunsch = { grundlage: 0, gueltigAb: day('2026-01-01'), inhalt };
  valueIn(await statePrice(world.deps, await provides(world), dienst, wunsch));
}

/** Says something of the service; the first word about it. */
export async function described(world: MarketplaceWorld, change: Partial<Dienstinhalt>): Promise<void> {
  const inhalt = { ...ohneAngaben, ...change };
  valueIn(await describeDienst(world.deps, await provides(world), dienst, { grundlage: 0, inhalt }));
}

export const papier: IncomingFile = {
  fileName: 'Vollmacht Tannhof.pdf',
  bytes: Buffer.from('%PDF-1.7 unterschrieben'),
  scanned: null,
};

/** The contract of a Kommune with the house. */
export async function agreed(world: MarketplaceWorld, kommune: TestKommune): Promise<string> {
  const wunsch = {
    anbieterId: world.efa.provider.tenant,
    titel: 'Rahmenvereinbarung Onlinedienste',
    gueltigVon: day('2026-01-01'),
    gueltigBis: null,
    kuendigungMonate: 3,
    gezeichnetVon: 'Bürgermeisterin Tannhof',
  };
  return valueIn(await addRahmen(world.deps, await prepares(world, kommune), wunsch, papier)).id;
}

/** Somebody who may bind the Kommune, as head unless the test says otherwise. */
export function befugnisOf({ leitungId }: TestKommune, change: Partial<Befugniswunsch> = {}): Befugniswunsch {
  return {
    name: 'Wiebke Tannhof',
    mitglied: leitungId,
    art: 'leitung',
    grenzeCent: null,
    gueltigVon: day('2025-11-01'),
    gueltigBis: day('2030-10-31'),
    grundlage: 'Wahl vom 14.09.2025',
    ...change,
  };
}

/** Somebody who may bind a Kommune, as head unless the test says otherwise; gives the Befugnis. */
export async function withHead(
  world: MarketplaceWorld,
  kommune: TestKommune,
  change: Partial<Befugniswunsch> = {},
): Promise<string> {
  const file = change.art === 'vollmacht' ? papier : null;
  const wer = await prepares(world, kommune);
  return valueIn(await addBefugnis(world.deps, wer, befugnisOf(kommune, change), file)).id;
}

export function wunschOf(change: Partial<Bestellwunsch> = {}): Bestellwunsch {
  return {
    dienst,
    laufzeitJahre: 4,
    laufendeVerwaltung: false,
    laufendGrund: '',
    vergabe: 'inhouse',
    vergabeGrund: '',
    beginn: null,
    bemerkung: '',
    ...change,
  };
}

/** The code of a refusal that must be one, and its words. */
export function refused(result: {
  readonly ok: boolean;
  readonly refusal?: { code: string; message: string };
}): string {
  assert.ok(!result.ok && result.refusal, 'a refusal was expected');
  return `${result.refusal.code}: ${result.refusal.message}`;
}
