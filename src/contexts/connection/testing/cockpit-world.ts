import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Delivery, listZustellpunkte, listZustellpunkteVieler } from '#delivery';
import type { Anbieter, EfaDeps, Kommune } from '#efa';
import type { Onlinedienst } from '#forms/onlinedienst';
import { listOrganisations, readCircle } from '#identity';
import { clockFrom, ok, type Result } from '#kernel';
import { actorOf, parseTenantId, parseVorgangId, type TenantId } from '#platform';
import { groessenklasseOn } from '#territory';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { dutiesWorlds } from '../../efa/testing/efa-world.ts';
import { definitionOf, fullValues } from '../../efa/testing/sample-dienst.ts';
import { offerOnlinedienst } from '../../efa/use-cases/offer-onlinedienst.ts';
import type { CockpitDeps, Koerper } from '../cockpit-deps.ts';
import { ganzerKreis } from '../domain/auswahl.ts';
import type { JsonValue } from '../domain/json-value.ts';
import type { Sammelauftrag, Verbinden } from '../domain/sammellauf.ts';
import { readKatalog } from '../reference-files.ts';
import type { Leader } from '../use-cases/cockpit-actors.ts';
import { fuehreAus } from '../use-cases/sammel-ausfuehren.ts';
import { beginSammel, type Laufstand, readLaufstand } from '../use-cases/sammel-steuern.ts';
import { previewSammel } from '../use-cases/sammel-vorschau.ts';
import { startProbe } from '../use-cases/start-probe.ts';

/** An invented house without a Kommune, the bodies of Nordrhein-Westfalen, one Gemeinde of Bavaria, and „Hund anmelden“. */
export interface CockpitWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: CockpitDeps;
  readonly leader: Leader;
  readonly folder: Onlinedienst[];
  /** Anträge by service, as if they had come in every Kommune that is asked for. */
  readonly antraege: Map<string, number>;
  readonly faults: unknown[];
  /** Asked before each private key is kept; what it throws is thrown. */
  readonly onKey: { current: (made: number) => void };
  readonly bodies: Map<string, Koerper>;
}

const data = join(import.meta.dirname, '../../../../data');

export const muenchen: Koerper = {
  ags: '09162000',
  name: 'München',
  amtlicherName: 'München, Landeshauptstadt',
  plz: ['80331'],
  website: null,
  land: '09',
  landName: 'Bayern',
  kreisAgs: null,
  kreis: null,
  klasse: null,
  punkt: { lat: 48.1374, lon: 11.5755 },
};

export async function openCockpitWorld(): Promise<CockpitWorld> {
  const t = await testDatabase();
  const { shipped } = await dutiesWorlds();
  const clock = clockFrom(() => new Date('2026-11-22T09:00:00Z'));
  const system = actorOf('system', 'test');
  const leader = await foundHouse(t);
  const folder = [definitionOf()];
  const antraege = new Map<string, number>();
  const faults: unknown[] = [];
  const onKey = { current: (_: number): void => {} };
  const bodies = koerperOf(shipped.territory);
  let made = 0;
  const delivery: Omit<Delivery, 'blobs'> = {
    db: t.db,
    clock,
    keyBits: 2048,
    keys: {
      store: async () => {
        made += 1;
        onKey.current(made);
      },
      load: async () => null,
      remove: async () => {},
    },
  };
  const katalog = readKatalog(data);
  const auftraege: CockpitDeps['auftraege'] = async () => new Map();
  const efa: EfaDeps = {
    db: t.db,
    clock,
    demo: true,
    world: async () => shipped,
    onlinedienste: async () => folder,
    probes: [
      startProbe({
        ...{ db: t.db, clock, katalog, auftraege },
        zustellpunkteVieler: (kommunen) =>
          t.db.withPublic((tx) =>
            listZustellpunkteVieler(
              tx,
              kommunen.map((each) => each.tenant),
              clock.now(),
            ),
          ),
        auftritte: async () => new Map(),
        bearbeitung: async () => [],
      }),
    ],
    zustellpunkte: ({ tenant }) => t.db.withPublic((tx) => listZustellpunkte(tx, tenant, clock.now())),
    ownKommune: async () => null,
    ownAnbieter: async () => leader.anbieter,
    kommuneOf: async () => null,
    anbieterNamed: async () => leader.anbieter,
    circleOf: async () => null,
    antragCounts: async () => antraege,
    ended: async () => new Map(),
    previewHref: () => null,
  };
  const organisations = () => listOrganisations({ db: t.db }, system);
  const deps: CockpitDeps = {
    db: t.db,
    clock,
    demo: true,
    efa,
    katalog,
    auftraege,
    ownKommune: async (principal) => {
      const own = (await organisations()).find(({ id }) => id === principal?.tenant);
      return own?.bodyKey ? { tenant: own.id, ags: own.bodyKey, name: own.name } : null;
    },
    ownAnbieter: async (principal) => (principal?.tenant === leader.anbieter.tenant ? leader.anbieter : null),
    betreute: async (tenant) => {
      const caller = { tenant, actor: system, permissions: new Set<string>() };
      const circle = await readCircle({ db: t.db, clock, keys: noKeys }, caller);
      return circle.flatMap(({ id, bodyKey, name }) => (bodyKey ? [{ tenant: id, ags: bodyKey, name }] : []));
    },
    delivery,
    anbieterOf: async () => leader.anbieter,
    actingFor: async (operator) => ok({ ...operator, tenant: leader.anbieter.tenant }),
    koerper: async () => bodies,
    laender: async () => shipped.territory.laender,
    organisationen: async () =>
      new Map(
        (await organisations()).flatMap(({ id, bodyKey }) => (bodyKey ? [[bodyKey, id] as const] : [])),
      ),
    auftritt: async () => ok(true),
    vorfuehrwerte: async () => null,
    warn: (error) => faults.push(error),
  };
  const dispose = () => t[Symbol.asyncDispose]();
  const world = { t, deps, leader, folder, antraege, faults, onKey, bodies, [Symbol.asyncDispose]: dispose };
  await offered(world, 'hund-anmelden');
  return world;
}

const noKeys = {
  dataKeyOf: () => Promise.reject(new Error('no person is read here')),
  blindIndex: () => Buffer.alloc(0),
};

/** Offers a service that lies in the folder. */
export async function offered({ deps, leader }: CockpitWorld, dienst: string): Promise<void> {
  valueIn(await offerOnlinedienst(deps.efa, leader, dienst));
}

async function foundHouse(t: TestDatabase): Promise<Leader> {
  const anbieter: Anbieter = { tenant: tenantId(), name: 'Land der Proben (Bündler)' };
  await t.superuser.query(
    `insert into identity.organisation (id, kind, name, erfunden) values ($1, 'it-dienstleister', $2, true)`,
    [anbieter.tenant, anbieter.name],
  );
  return { anbieter, actor: actorOf('mitglied', randomUUID()) };
}

function koerperOf(territory: Awaited<ReturnType<typeof dutiesWorlds>>['shipped']['territory']) {
  const today = clockFrom(() => new Date('2026-11-22T09:00:00Z')).today();
  const all = territory.bodies.map((body): readonly [string, Koerper] => [
    body.ags,
    {
      ags: body.ags,
      name: body.name,
      amtlicherName: body.officialName,
      plz: territory.plzByAgs.get(body.ags) ?? [],
      website: body.website,
      land: body.land,
      landName: 'Nordrhein-Westfalen',
      kreisAgs: body.kreisAgs,
      kreis: body.kreisAgs && (territory.bodyByAgs.get(body.kreisAgs)?.name ?? null),
      klasse: groessenklasseOn(territory, body.ags, today)?.klasse ?? null,
      punkt: territory.lagepunktByAgs.get(body.ags) ?? null,
    },
  ]);
  return new Map([...all, [muenchen.ags, muenchen] as const]);
}

export function tenantId(): TenantId {
  const tenant = parseTenantId(randomUUID());
  assert.ok(tenant);
  return tenant;
}

/** Invented values for everything that the directories do not know. */
export const werteFuerAlle: Readonly<Record<string, JsonValue>> = {
  steuer: fullValues.steuer.map((row) => ({ ...row })),
  gebuehr: '25,00',
  stelleTelefon: '05261 213-0',
  stelleEmail: 'steueramt@{ags}.example',
  stelleOeffnungszeiten: 'Montag bis Freitag 8 bis 12 Uhr',
  datenschutzKontakt: 'datenschutz@{ags}.example',
};

export const verbinden: Verbinden = {
  art: 'verbinden',
  bis: 'live',
  werte: werteFuerAlle,
  annahmenGenuegen: true,
  auftritt: true,
  nachweis: '',
  erklaerung: 'Rahmenvertrag für alle, Aktenzeichen 12',
};

/** Makes a preview. */
export async function previewed(
  { deps, leader }: CockpitWorld,
  kommunen: readonly string[],
  auftrag: Sammelauftrag = verbinden,
  dienst = 'hund-anmelden',
): Promise<string> {
  return valueIn(
    await previewSammel(deps, leader, { dienst, auftrag, auswahl: { ...ganzerKreis, kommunen } }),
  );
}

/** Begins a step and does what the worker does; with `deps` as another worker would. */
export async function worked(world: CockpitWorld, id: string, deps = world.deps): Promise<Laufstand> {
  const lauf = valueIn(await beginSammel(world.deps, world.leader, id));
  await workOn(world, id, lauf.vorgang ?? '', deps);
  return stateOf(world, id);
}

/** What the worker does when the event of a Vorgang comes, also for the second time. */
export async function workOn(
  { leader }: CockpitWorld,
  id: string,
  vorgang: string,
  deps: CockpitDeps,
): Promise<void> {
  const vorgangId = parseVorgangId(vorgang);
  assert.ok(vorgangId);
  await fuehreAus(deps, { leader, lauf: id, vorgang: vorgangId });
}

export async function stateOf({ deps, leader }: CockpitWorld, id: string): Promise<Laufstand> {
  return valueIn(await readLaufstand(deps, leader, id));
}

/** Founds a Kommune that another house cares for. */
export async function foreignKommune({ t }: CockpitWorld, ags: string, name: string): Promise<Kommune> {
  const tenant = tenantId();
  await t.superuser.query(
    `insert into identity.organisation (id, kind, name, body_key) values ($1, 'kommune', $2, $3)`,
    [tenant, name, ags],
  );
  return { tenant, ags, name };
}

/** How many rows a query of the owner counts. */
export async function counted({ t }: CockpitWorld, query: string): Promise<number> {
  const { rows } = await t.superuser.query<{ zahl: number }>(`select count(*)::int as zahl from ${query}`);
  return rows[0]?.zahl ?? 0;
}

/** The value of a result that must have gone well. */
export function valueIn<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.code}: ${result.refusal.message}`);
  return result.value;
}

/** The refusal of a result that must be one. */
export function refusalIn(result: Result<unknown>) {
  assert.ok(!result.ok, 'a refusal was expected');
  return result.refusal;
}
