import { kreisStaendeOf } from '#compass';
import { readCircle, readOrganisation } from '#identity';
import type { LocalDate } from '#kernel';
import { fristenOfLeistungen } from '#law';
import { actorOf, type TenantId } from '#platform';
import {
  bedarfSpanne,
  type Fallsumme,
  ohneWunsch,
  openWelten,
  type PrioritiesDeps,
  type Quellen,
  readRangfolge,
  spielraeume,
} from '#priorities';
import { loesungenOn } from '#solutions';
import { type BedarfJeLeistung, latestUmfrage, readBedarf, type SurveysDeps } from '#surveys';
import { actingFor } from '../organisations.ts';
import type { Services } from '../services.ts';
import { houseOf } from './duties.ts';
import { readDienste } from './efa-dienste.ts';
import { ownKommune } from './onlinedienst.ts';

const system = actorOf('system', 'prioritaeten');

/** How long cases, maturity and demand are used before they are read again, in milliseconds. */
const freshFor = 60_000;

/** What priorities and Einführungsstrategie need of the others. */
export function prioritiesDeps(services: Services, ended: PrioritiesDeps['ended']): PrioritiesDeps {
  const { db, clock, demo, worlds } = services;
  return {
    db,
    clock,
    demo,
    catalogue: worlds.catalogue,
    ended,
    houseOf: (principal) => houseOf(services, principal),
    ownKommune: (principal) => ownKommune(services, principal),
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
    quellen: quellenOf(services),
    dienste: () => readDienste(services),
    welten: openWelten(),
  };
}

/** Held for a while, but never past a survey that was evaluated meanwhile: whoever comes from there wants to see it. */
function quellenOf(services: Services): PrioritiesDeps['quellen'] {
  const held = heldFor((provider: TenantId, date: LocalDate, _umfrage: string) =>
    readQuellen(services, provider, date),
  );
  return async (provider, date) => {
    const umfrage = await services.db.withCircle(provider, system, latestUmfrage);
    return held(provider, date, umfrage ? `${umfrage.id} ${umfrage.fassung}` : '');
  };
}

/** Gives what was read before for a while, so that moving a slider reads no register again. */
function heldFor<Inputs extends readonly unknown[], T>(
  read: (...inputs: Inputs) => Promise<T>,
): (...inputs: Inputs) => Promise<T> {
  const held = new Map<string, { readonly at: number; readonly made: Promise<T> }>();
  return (...inputs) => {
    const key = inputs.join(' ');
    const found = held.get(key);
    if (found && performance.now() - found.at < freshFor) return found.made;
    const made = read(...inputs);
    if (held.size > 50) held.clear();
    held.set(key, { at: performance.now(), made });
    made.catch(() => held.delete(key));
    return made;
  };
}

/** How far open answers of a survey can still move each Leistung: what its short mode asks for. */
export function spielraumPort(
  services: Services,
  deps: PrioritiesDeps,
): NonNullable<SurveysDeps['spielraum']> {
  const held = heldFor((provider: TenantId, umfrageId: string) =>
    readSpielraum(services, deps, provider, umfrageId),
  );
  return async ({ tenant }, umfrageId) => {
    const own = await readOrganisation(services, { tenant, actor: system, permissions: new Set() });
    const provider = own.ok ? own.value.providers[0] : undefined;
    return provider ? held(provider.id, umfrageId) : null;
  };
}

async function readSpielraum(services: Services, deps: PrioritiesDeps, id: TenantId, umfrageId: string) {
  const viewer = { actor: system, tenant: id, provider: { id, name: '' }, darfFuehren: false };
  const ranked = await readRangfolge(deps, viewer, ohneWunsch);
  if (!ranked.ok) return null;
  const zeilen = await services.db.withCircle(id, system, (tx) => readBedarf(tx, umfrageId));
  const offen = zeilen.map((zeile) => ({
    leistungId: zeile.leistungId,
    bedarf: bedarfSpanne(zahlenOf(zeile)),
    fallzahlen: null,
  }));
  return spielraeume(ranked.value.welt, ranked.value.gewichtung, offen);
}

/** How many of those that answered need it. */
function zahlenOf({ kommunen, geantwortet, gefragt }: BedarfJeLeistung) {
  const count = (wanted: BedarfJeLeistung['kommunen'][number]['bedarf']) =>
    kommunen.filter(({ bedarf }) => bedarf === wanted).length;
  return { ja: count('ja'), spaeter: count('spaeter'), geantwortet, gefragt };
}

async function readQuellen(services: Services, provider: TenantId, date: LocalDate): Promise<Quellen> {
  const [umfrage, reifegrade, law] = await Promise.all([
    readUmfrage(services, provider),
    readReifegrade(services, date),
    services.worlds.law(),
  ]);
  const zahlen = new Map(umfrage?.zeilen.map((zeile) => [zeile.leistungId, zahlenOf(zeile)]));
  return {
    fallzahlen: await readFallzahlen(services, provider, date, umfrage?.zeilen ?? []),
    reifegrade,
    fristen: fristenOfLeistungen(law, date),
    bedarf: umfrage && { titel: umfrage.titel, zahlen },
  };
}

/** The newest survey that was evaluated, with its released answers. */
function readUmfrage({ db }: Services, provider: TenantId) {
  return db.withCircle(provider, system, async (tx) => {
    const umfrage = await latestUmfrage(tx);
    return umfrage && { titel: umfrage.titel, zeilen: await readBedarf(tx, umfrage.id) };
  });
}

/** What Kommunen say of cases a year, added up, and how many people live in them: the survey's word goes before the Stand's. */
async function readFallzahlen(
  services: Services,
  provider: TenantId,
  date: LocalDate,
  umfrage: readonly BedarfJeLeistung[],
): Promise<Quellen['fallzahlen']> {
  const { einwohnerByAgs } = await services.worlds.territory();
  const circle = await readCircle(services, { tenant: provider, actor: system, permissions: new Set() });
  const einwohnerOf = new Map(
    circle.map(({ id, bodyKey }) => [
      String(id),
      einwohnerByAgs.get(bodyKey ?? '')?.find(({ stichtag }) => stichtag <= date)?.zahl ?? 0,
    ]),
  );
  const said = new Map<string, Map<string, number>>();
  const say = (leistungId: string, kommune: string, fallzahl: number | null) => {
    if (fallzahl === null || !einwohnerOf.get(kommune)) return;
    const cases = said.get(leistungId) ?? new Map<string, number>();
    said.set(leistungId, cases.set(kommune, fallzahl));
  };
  for (const { leistungId, tenant, fallzahl } of await kreisStaendeOf(services, provider, system))
    say(leistungId, tenant, fallzahl);
  for (const { leistungId, kommunen } of umfrage)
    for (const { kommuneId, fallzahl } of kommunen) say(leistungId, kommuneId, fallzahl);
  return new Map([...said].map(([leistungId, cases]) => [leistungId, sumOf(cases, einwohnerOf)]));
}

function sumOf(cases: ReadonlyMap<string, number>, einwohnerOf: ReadonlyMap<string, number>): Fallsumme {
  let [faelle, einwohner] = [0, 0];
  for (const [kommune, fallzahl] of cases) {
    faelle += fallzahl;
    einwohner += einwohnerOf.get(kommune) ?? 0;
  }
  return { faelle, einwohner, kommunen: cases.size };
}

/** The best maturity that a Lösung reaches which can be had. */
async function readReifegrade({ worlds }: Services, date: LocalDate): Promise<Quellen['reifegrade']> {
  const best = new Map<string, { readonly reifegrad: number; readonly loesung: string }>();
  for (const { status, inhalt } of loesungenOn(await worlds.solutions(), date)) {
    if (status !== 'verfuegbar') continue;
    for (const { leistungId, reifegrad11 } of inhalt.leistungen)
      if (reifegrad11 !== null && reifegrad11 > (best.get(leistungId)?.reifegrad ?? -1))
        best.set(leistungId, { reifegrad: reifegrad11, loesung: inhalt.name });
  }
  return best;
}
