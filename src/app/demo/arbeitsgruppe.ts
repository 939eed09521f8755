import { addDays } from '#kernel';
import { listSitzungen, mitwirkendeOf, type WorkgroupDeps } from '#workgroup';
import type { Contexts } from '../contexts.ts';
import type { Services } from '../services.ts';
import { stelleFragen } from './gruppe/fragen.ts';
import { mitglieder, personOf } from './gruppe/leute.ts';
import { einladen, onDay, type Runde, tageBisWerktag, tue } from './gruppe/schritte.ts';
import { vergangeneSitzung } from './gruppe/vergangene-sitzung.ts';
import { demoNaechste, demoSitzungen } from './sitzungen.ts';

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

async function naechsteSitzung({ workgroup, leitung, people, gruppe, today }: Runde): Promise<void> {
  const tag = addDays(today, tageBisWerktag(today, demoNaechste.in));
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
