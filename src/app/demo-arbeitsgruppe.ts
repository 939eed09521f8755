import { ask, contribute } from '#discussion';
import { permissionsOf, readMembers } from '#identity';
import { addDays, clockFrom, type LocalDate, type Result } from '#kernel';
import { actorOf, type Principal, type TenantId } from '#platform';
import {
  gruppeAktionen,
  listSitzungen,
  type Mitwirkende,
  mitwirkendeOf,
  readSitzungBlick,
  settleZustellungen,
  sitzungAktionen,
  type WorkgroupDeps,
} from '#workgroup';
import type { Contexts } from './contexts.ts';
import { demoFragen, demoNaechste, demoSitzungen, type Vergangen } from './demo-sitzungen.ts';
import type { Services } from './services.ts';

const aktionen = [...sitzungAktionen, ...gruppeAktionen];
const system = actorOf('system', 'vorfuehrung');

/** Everything that the invented group does, by the same actions as pages, API and commands. */
interface Runde {
  readonly services: Services;
  readonly workgroup: WorkgroupDeps;
  readonly leitung: Principal;
  readonly people: readonly Principal[];
  readonly gruppe: string;
  readonly today: LocalDate;
}

/** An invented working group of the demo's Kommunen: two sessions with minutes and decisions, the next one, open questions. */
export async function makeDemoArbeitsgruppe(
  services: Services,
  contexts: Contexts,
  providerName: string,
): Promise<void> {
  const workgroup = withKnownHouses(contexts.workgroup);
  const anbieter = await contexts.efa.anbieterNamed(providerName);
  const leitung = anbieter && (await personOf(services, anbieter.tenant, 'workgroup.manage'));
  if (!anbieter || !leitung) return;
  const wer = await mitwirkendeOf(workgroup, leitung, 'leiten');
  if (!wer.ok || (await listSitzungen(workgroup, wer.value)).length > 0) return;
  const today = services.clock.today();
  const people = await mitglieder(services, workgroup, anbieter.tenant);
  const past = onDay(services, workgroup, -200);
  const gruppe = await tue(
    past,
    leitung,
    'workgroup.group.found',
    {},
    {
      name: 'Arbeitsgruppe Digitale Kommunen (erfunden)',
      zweck:
        'Die Kommunen des Verbunds beraten vierteljährlich, was gemeinsam online geht. Alles hier ist erfunden.',
    },
  );
  await tue(past, leitung, 'workgroup.group.seat', { gruppe }, { kommunen: 'alle' });
  for (const person of people) await tue(past, person, 'workgroup.group.join', { gruppe });
  await tue(
    workgroup,
    leitung,
    'workgroup.guest.add',
    { gruppe },
    {
      name: 'Runa Erlengrund',
      haus: 'Digitalbüro Musterland (erfunden)',
      email: 'runa.erlengrund@digitalbuero.demo.invalid',
      loeschenAm: addDays(today, 150),
    },
  );
  const runde: Runde = { services, workgroup, leitung, people, gruppe, today };
  for (const plan of demoSitzungen) await vergangeneSitzung(runde, plan);
  await stelleFragen(contexts, runde);
  await naechsteSitzung(runde);
}

function onDay({ clock }: Services, workgroup: WorkgroupDeps, days: number): WorkgroupDeps {
  return { ...workgroup, clock: clockFrom(() => new Date(clock.now().getTime() + days * 86_400_000)) };
}

/** Some hundred steps of a few people: who they are is asked once, and what was new is made when somebody looks. */
function withKnownHouses(workgroup: WorkgroupDeps): WorkgroupDeps {
  const known = new Map<string, ReturnType<WorkgroupDeps['houseOf']>>();
  return {
    ...workgroup,
    neuerungen: [],
    houseOf: (principal) => {
      const key = principal?.tenant ?? '';
      const house = known.get(key) ?? workgroup.houseOf(principal);
      known.set(key, house);
      return house;
    },
  };
}

/** The Kommunen of the demo in which somebody coordinates. */
const mitKoordination: readonly (string | null)[] = ['05766044', '05766020', '05766'];

type Felder = Readonly<Record<string, string>>;

async function tue(
  deps: WorkgroupDeps,
  principal: Principal,
  capability: string,
  params: Felder,
  felder: Felder = {},
): Promise<string> {
  const aktion = aktionen.find((one) => one.capability === capability);
  if (aktion === undefined) throw new Error(`${capability} is no action`);
  const wer = need(await mitwirkendeOf(deps, principal, aktion.recht));
  return need(await aktion.run(deps, wer, params, felder)).id;
}

/** Invites, and lets nobody hear of it: what is made up is no news. */
async function einladen(deps: WorkgroupDeps, leitung: Principal, id: string): Promise<void> {
  await tue(deps, leitung, 'workgroup.session.einladen', { id });
  if (leitung.tenant)
    await deps.db.withTenant(leitung.tenant, leitung.actor, (tx) => settleZustellungen(tx, deps.clock.now()));
}

async function vergangeneSitzung(
  { services, workgroup, leitung, people, gruppe, today }: Runde,
  plan: Vergangen,
): Promise<void> {
  const deps = onDay(services, workgroup, -plan.vor);
  const id = await tue(
    deps,
    leitung,
    'workgroup.session.plan',
    { gruppe },
    { ...plan.termin, tag: addDays(today, -plan.vor), abstandMonate: '3' },
  );
  const punkte: string[] = [];
  for (const punkt of plan.punkte)
    punkte.push(await tue(deps, leitung, 'workgroup.agenda.add', { id }, punkt));
  await einladen(deps, leitung, id);
  for (const [at, person] of people.entries())
    await tue(
      deps,
      person,
      'workgroup.session.register',
      { id },
      { teilnahme: plan.termin.form === 'hybrid' && at % 2 === 0 ? 'vor-ort' : 'online' },
    );
  await tue(deps, leitung, 'workgroup.session.beginnen', { id });
  const wer = need(await mitwirkendeOf(deps, leitung, 'leiten'));
  const { sitze, gaeste } = need(await readSitzungBlick(deps, wer, id));
  const there = [
    ...sitze.slice(0, 27).map((sitz) => `sitz:${sitz.id}`),
    ...gaeste.map((gast) => `gast:${gast.id}`),
  ];
  await tue(deps, leitung, 'workgroup.session.attend', { id }, { anwesend: there.join(',') });
  for (const { punkt, text } of plan.protokoll)
    await tue(
      deps,
      leitung,
      'workgroup.minutes.write',
      { id },
      { text, grundlage: '0', punkt: punkte[punkt] ?? '' },
    );
  await beschliessen(deps, { leitung, people, id, punkt: punkte[1] ?? '' }, plan);
  for (const [at, { titel, tage }] of plan.aufgaben.entries()) {
    const zustaendig = sitzOf(sitze, people[at % people.length], wer) ?? '';
    await tue(
      deps,
      leitung,
      'workgroup.task.add',
      { id },
      { titel, faellig: addDays(today, tage), zustaendig },
    );
  }
  await tue(deps, leitung, 'workgroup.session.abschliessen', { id });
}

interface Saal {
  readonly leitung: Principal;
  readonly people: readonly Principal[];
  readonly id: string;
  readonly punkt: string;
}

async function beschliessen(
  deps: WorkgroupDeps,
  { leitung, people, id, punkt }: Saal,
  plan: Vergangen,
): Promise<void> {
  for (const { stimmen, ...felder } of plan.beschluesse) {
    const beschluss = await tue(deps, leitung, 'workgroup.decision.propose', { id }, { ...felder, punkt });
    await tue(
      deps,
      leitung,
      stimmen.length === 0 ? 'workgroup.decision.festhalten' : 'workgroup.decision.oeffnen',
      { id: beschluss },
    );
    if (stimmen.length === 0) continue;
    for (const [at, person] of people.entries())
      await tue(
        deps,
        person,
        'workgroup.decision.vote',
        { id: beschluss },
        { wahl: stimmen[at % stimmen.length] ?? 'ja' },
      );
    await tue(deps, leitung, 'workgroup.decision.schliessen', { id: beschluss });
  }
}

function sitzOf(
  sitze: readonly { readonly id: string; readonly hausId: string; readonly memberId: string | null }[],
  person: Principal | undefined,
  wer: Mitwirkende,
): string | null {
  const haus = person?.tenant ?? wer.tenant;
  return sitze.find(({ hausId, memberId }) => hausId === haus && memberId !== null)?.id ?? null;
}

/** Two questions stay open, one of them with an owner; one is answered. */
async function stelleFragen({ discussion }: Contexts, { workgroup, leitung, people }: Runde): Promise<void> {
  for (const [at, { antwort, zu, betreff, text, zugeteilt }] of demoFragen.entries()) {
    const person = people[at % people.length];
    if (person === undefined) return;
    const asked = await ask(discussion, person, { zu, adressat: 'verbund', betreff, text });
    // A Kommune that does not share asks nobody beyond its IT-Dienstleister.
    if (!asked.ok) continue;
    if (antwort !== null)
      need(await contribute(discussion, leitung, asked.value.id, { art: 'antwort', text: antwort }));
    if (zugeteilt) await teileZu(workgroup, leitung, asked.value.id);
  }
}

async function teileZu(workgroup: WorkgroupDeps, leitung: Principal, id: string): Promise<void> {
  const wer = need(await mitwirkendeOf(workgroup, leitung, 'leiten'));
  const [zeile] = await listSitzungen(workgroup, wer);
  if (zeile === undefined) return;
  const { eigener } = need(await readSitzungBlick(workgroup, wer, zeile.sitzung.id));
  await tue(workgroup, leitung, 'workgroup.question.assign', { id }, { zustaendig: eigener?.id ?? '' });
}

async function naechsteSitzung({ workgroup, leitung, people, gruppe, today }: Runde): Promise<void> {
  const tag = addDays(today, demoNaechste.in);
  const id = await tue(
    workgroup,
    leitung,
    'workgroup.session.plan',
    { gruppe },
    { ...demoNaechste.termin, tag, abstandMonate: '3' },
  );
  for (const punkt of demoNaechste.punkte)
    await tue(workgroup, leitung, 'workgroup.agenda.add', { id }, punkt);
  await einladen(workgroup, leitung, id);
  const [first] = people;
  if (first) await tue(workgroup, first, 'workgroup.session.register', { id }, { teilnahme: 'vor-ort' });
}

/** The people of the demo's Kommunen who take part. */
async function mitglieder(
  services: Services,
  { betreute }: WorkgroupDeps,
  provider: TenantId,
): Promise<readonly Principal[]> {
  const found: Principal[] = [];
  for (const { id, ags } of await betreute(provider)) {
    if (!mitKoordination.includes(ags)) continue;
    const person = await personOf(services, id, 'workgroup.join');
    if (person !== null) found.push(person);
  }
  return found;
}

async function personOf(
  services: Services,
  tenant: TenantId,
  permission: 'workgroup.join' | 'workgroup.manage',
): Promise<Principal | null> {
  const members = await readMembers(services, { tenant, actor: system, permissions: new Set() });
  const member = members.find(({ roles }) => permissionsOf(roles).has(permission));
  if (member === undefined) return null;
  return {
    kind: 'mitglied',
    actor: actorOf('mitglied', member.id),
    tenant,
    permissions: permissionsOf(member.roles),
  };
}

function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.message} ${JSON.stringify(result.refusal.fields ?? [])}`);
  return result.value;
}
