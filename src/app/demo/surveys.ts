import { dutyList } from '#duties';
import { addDays, clockDaysAway, type LocalDate, nextQuartal, quartalOf, type Result } from '#kernel';
import { actorOf, type Principal, type TenantId } from '#platform';
import {
  abgeben,
  antwortendeOf,
  delegate,
  fragendeOf,
  keepUmfrage,
  leererInhalt,
  readBogen,
  readUmfragen,
  type SurveysDeps,
  saveAntworten,
  takeStep,
  type Umfrage,
} from '#surveys';
import { resolveBody } from '#territory';
import type { Contexts } from '../contexts.ts';
import { need } from './need.ts';

const lemgo = '05766044';
const detmold = '05766020';
const bauamt = 'Oke Sandgrund';
const blick = 'L02950';
const every = 17;
const most = 22;
const beteiligte = 12;

/** A survey whose result is published, with twelve Kommunen of which two were late, and one that is open. Once. */
export async function makeDemoSurveys({ surveys, efa }: Contexts, providerName: string): Promise<void> {
  const anbieter = await efa.anbieterNamed(providerName);
  if (anbieter === null) return;
  const lead = acting(anbieter.tenant);
  const fragende = need(await fragendeOf(surveys, lead, 'fuehren'));
  if ((await readUmfragen(surveys, { art: 'fragt', fragende })).length > 0) return;
  const liste = await duties(surveys);
  await letzteRunde(quick(surveys), lead, liste);
  const { id } = await offeneRunde(quick(surveys), lead, liste);
  await begonnen(surveys, anbieter.tenant, id, liste);
}

function acting(tenant: TenantId): Principal {
  return { kind: 'betreiber', actor: actorOf('system', 'vorfuehrung'), tenant, permissions: new Set() };
}

/** Nobody of the demo's past needs the Kompass to answer. */
function quick(deps: SurveysDeps): SurveysDeps {
  return { ...deps, kompass: async () => new Map(), personen: async () => [] };
}

function at(deps: SurveysDeps, days: number): SurveysDeps {
  return { ...deps, clock: clockDaysAway(deps.clock, days) };
}

async function duties({ world, clock }: SurveysDeps): Promise<readonly string[]> {
  const { territory, duties: compiled } = await world();
  const body = need(resolveBody(territory, lemgo));
  const own = dutyList(compiled, body, clock.today())
    .leistungen.filter(({ verdict }) => verdict === 'selbst')
    .map(({ id }) => id);
  return [blick, ...own.filter((id, index) => id !== blick && index % every === 0).slice(0, most)];
}

async function step(
  deps: SurveysDeps,
  lead: Principal,
  { id, fassung }: Umfrage,
  art: Parameters<typeof takeStep>[3]['art'],
): Promise<Umfrage> {
  const fragende = need(await fragendeOf(deps, lead, 'fuehren'));
  return need(await takeStep(deps, fragende, id, { art, fassung, grund: '', tag: '' }));
}

interface Runde {
  readonly titel: string;
  readonly liste: readonly string[];
  readonly frist: LocalDate;
  readonly nachfrist: LocalDate;
  readonly quorum: number;
}

async function opened(deps: SurveysDeps, lead: Principal, runde: Runde): Promise<Umfrage> {
  const { titel, liste, frist, nachfrist, quorum } = runde;
  const inhalt = {
    ...leererInhalt,
    titel,
    quorum,
    beschreibung: 'Eine erfundene Bedarfsabfrage der Vorführung.',
    umfang: { ...leererInhalt.umfang, liste, fokus: [blick] },
    fragen: [{ id: 'verfahren', text: 'Gibt es ein Fachverfahren?', art: 'ja-nein' as const, optionen: [] }],
  };
  const fragende = need(await fragendeOf(deps, lead, 'fuehren'));
  const draft = need(await keepUmfrage(deps, fragende, { inhalt, frist, nachfrist, bisher: null }));
  return step(deps, lead, draft, 'oeffnen');
}

async function letzteRunde(deps: SurveysDeps, lead: Principal, liste: readonly string[]): Promise<void> {
  const today = deps.clock.today();
  const [frist, nachfrist] = [addDays(today, -60), addDays(today, -50)];
  const begun = at(deps, -90);
  const titel = 'Bedarfsabfrage der letzten Runde';
  const umfrage = await opened(begun, lead, { titel, liste, frist, nachfrist, quorum: 8 });
  const kommunen = (await deps.betreute(tenantOf(lead))).filter(
    ({ teilt, ags }) => teilt && ags.length === 8,
  );
  const own = kommunen.filter(({ ags }) => ags === lemgo);
  const others = kommunen.filter(({ ags }) => ags !== lemgo);
  const asked = [...own, ...others].slice(0, beteiligte);
  await Promise.all(
    asked.map(({ tenant }, place) => {
      // The last two answer after the deadline.
      const then = at(deps, place < beteiligte - 2 ? -70 + place : -55);
      return answered(then, tenant, umfrage.id, { liste, place });
    }),
  );
  const later = at(deps, -40);
  const closed = need(await readStored(later, lead, umfrage.id));
  await step(later, lead, await step(later, lead, closed, 'auswerten'), 'veroeffentlichen');
}

function tenantOf({ tenant }: Principal): TenantId {
  if (tenant === null) throw new Error('the demo acts for an organisation');
  return tenant;
}

async function readStored(deps: SurveysDeps, lead: Principal, id: string): Promise<Result<Umfrage>> {
  const fragende = need(await fragendeOf(deps, lead, 'fuehren'));
  const found = (await readUmfragen(deps, { art: 'fragt', fragende })).find((each) => each.umfrage.id === id);
  if (!found) throw new Error('the survey of the demo is gone');
  return { ok: true, value: found.umfrage };
}

async function answered(
  deps: SurveysDeps,
  tenant: TenantId,
  id: string,
  { liste, place }: { readonly liste: readonly string[]; readonly place: number },
): Promise<void> {
  const who = need(await antwortendeOf(deps, acting(tenant), 'antworten'));
  const wuensche = liste.map((leistungId, index) => ({
    leistungId,
    grundlage: 0,
    gelesen: null,
    felder: beispiel(deps.clock.today(), index, place),
  }));
  // A Kommune is not asked about what it does not owe; such an answer is refused and left out.
  await saveAntworten(deps, who, id, wuensche);
  const grund = '';
  const last = async () => need(await readBogen(deps, who, id)).abgaben.at(-1)?.nummer ?? 0;
  need(await abgeben(deps, who, id, { art: 'eingereicht', schritt: await last(), grund }));
  const second = { ...who, actor: actorOf('system', 'vorfuehrung-freigabe') };
  need(await abgeben(deps, second, id, { art: 'freigegeben', schritt: await last(), grund }));
}

/** Invented, and the same at every start: the first Leistungen are wanted most, the last least. */
function beispiel(today: LocalDate, index: number, place: number): Readonly<Record<string, string>> {
  const wants = (index * 7 + place * 5) % (index + 4);
  const bedarf = wants < 3 ? 'ja' : wants < 5 ? 'spaeter' : 'nein';
  const quartal = nextQuartal(quartalOf(today), 1 + ((index + place) % 4));
  return {
    bedarf,
    fallzahl: String(20 + ((index * 37 + place * 61) % 400)),
    'frei.verfahren': (index + place) % 3 === 0 ? 'nein' : 'ja',
    ...(bedarf === 'nein' ? {} : { wunschquartal: quartal }),
  };
}

function offeneRunde(deps: SurveysDeps, lead: Principal, liste: readonly string[]): Promise<Umfrage> {
  const today = deps.clock.today();
  const runde = { frist: addDays(today, 21), nachfrist: addDays(today, 28), quorum: 10 };
  return opened(deps, lead, { ...runde, titel: 'Bedarfsabfrage dieser Runde', liste: [...liste, 'L02939'] });
}

/** Lemgo has given two Leistungen to its Bauamt, and Detmold has begun to answer. */
async function begonnen(
  deps: SurveysDeps,
  anbieter: TenantId,
  id: string,
  liste: readonly string[],
): Promise<void> {
  const kommunen = new Map((await deps.betreute(anbieter)).map((each) => [each.ags, each]));
  const [first, second] = [kommunen.get(lemgo), kommunen.get(detmold)];
  if (!first || !second) return;
  const koordination = need(await antwortendeOf(deps, acting(first.tenant), 'verteilen'));
  const person = (await deps.personen(koordination.actor, first)).find(({ name }) => name === bauamt);
  const leistungen = liste.slice(1, 3);
  if (person)
    need(
      await delegate(deps, koordination, id, {
        leistungen,
        fachbereich: null,
        themenfeld: null,
        person: person.id,
      }),
    );
  const today = deps.clock.today();
  const wuensche = liste
    .slice(0, 5)
    .map((leistungId, at) => ({ leistungId, grundlage: 0, gelesen: null, felder: beispiel(today, at, 1) }));
  await saveAntworten(
    deps,
    need(await antwortendeOf(deps, acting(second.tenant), 'antworten')),
    id,
    wuensche,
  );
}
