import { kreisStaendeOf } from '#compass';
import type { LocalDate } from '#kernel';
import { fristenOfLeistungen } from '#law';
import { actorOf, type TenantId } from '#platform';
import { type EfaDienst, openWelten, type PrioritiesDeps, type Quellen } from '#priorities';
import { projektphaseLabel, readProjekte } from '#projects';
import { loesungenOn, statusLabel } from '#solutions';
import { houseOf } from './duties-wiring.ts';
import { ownKommune } from './onlinedienst-wiring.ts';
import { actingFor } from './organisations.ts';
import type { Services } from './services.ts';

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
    quellen: heldQuellen((provider, date) => readQuellen(services, provider, date)),
    dienste: () => readDienste(services),
    welten: openWelten(),
  };
}

/** Gives the same sources for a while, so that moving a slider reads no register again. */
function heldQuellen(read: PrioritiesDeps['quellen']): PrioritiesDeps['quellen'] {
  const held = new Map<string, { readonly at: number; readonly made: Promise<Quellen> }>();
  return (provider, date) => {
    const key = `${provider} ${date}`;
    const found = held.get(key);
    if (found && performance.now() - found.at < freshFor) return found.made;
    const made = read(provider, date);
    if (held.size > 50) held.clear();
    held.set(key, { at: performance.now(), made });
    made.catch(() => held.delete(key));
    return made;
  };
}

async function readQuellen(services: Services, provider: TenantId, date: LocalDate): Promise<Quellen> {
  const [fallzahlen, reifegrade, law] = await Promise.all([
    readFallzahlen(services, provider, date),
    readReifegrade(services, date),
    services.worlds.law(),
  ]);
  return { fallzahlen, reifegrade, fristen: fristenOfLeistungen(law, date), bedarf: null };
}

/** What the Kommunen that share their Stand say of cases a year, added up, and how many people live in them. */
async function readFallzahlen(
  { db, worlds }: Services,
  provider: TenantId,
  date: LocalDate,
): Promise<Quellen['fallzahlen']> {
  const { einwohnerByAgs } = await worlds.territory();
  const sums = new Map<string, { faelle: number; einwohner: number; kommunen: number }>();
  for (const { leistungId, ags, fallzahl } of await kreisStaendeOf({ db }, provider, system)) {
    const einwohner = einwohnerByAgs.get(ags)?.find(({ stichtag }) => stichtag <= date)?.zahl;
    if (fallzahl === null || einwohner === undefined) continue;
    const sum = sums.get(leistungId) ?? { faelle: 0, einwohner: 0, kommunen: 0 };
    sum.faelle += fallzahl;
    sum.einwohner += einwohner;
    sum.kommunen += 1;
    sums.set(leistungId, sum);
  }
  return sums;
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

/** EfA services of the register, the Onlinedienste of this installation, and EfA projects that are not finished. */
async function readDienste({ db, clock, worlds }: Services): Promise<readonly EfaDienst[]> {
  const today = clock.today();
  const loesungen = loesungenOn(await worlds.solutions(), today)
    .filter(({ herkunft, inhalt }) => herkunft === 'angebot' || inhalt.art === 'efa-dienst')
    .map(
      ({ id, herkunft, inhalt, status }): EfaDienst => ({
        art: herkunft === 'angebot' ? 'onlinedienst' : 'loesung',
        id,
        titel: inhalt.name,
        anbieter: inhalt.anbieter ?? '',
        status: statusLabel[status],
        verfuegbarAb: inhalt.verfuegbarAb,
        leistungen: inhalt.leistungen.map(({ leistungId }) => leistungId),
        href: `/loesungen/${id}`,
      }),
    );
  const projekte = (await readProjekte({ db }, null, today))
    .filter(
      ({ projekt, phase }) =>
        isEfa(projekt.inhalt.efaTyp) && phase !== 'abgebrochen' && phase !== 'abgeschlossen',
    )
    .map(
      ({ projekt: { id, inhalt }, phase }): EfaDienst => ({
        art: 'projekt',
        id,
        titel: inhalt.titel,
        anbieter: inhalt.federfuehrung,
        status: projektphaseLabel[phase],
        verfuegbarAb: inhalt.phasen['rollout-nrw'].planBeginn,
        leistungen: inhalt.leistungen,
        href: `/projekte/${id}`,
      }),
    );
  return [...loesungen, ...projekte].toSorted(
    (a, b) => a.titel.localeCompare(b.titel, 'de') || (a.id < b.id ? -1 : 1),
  );
}

function isEfa(typ: string | null): boolean {
  return typ !== null && typ !== 'kein-efa';
}
