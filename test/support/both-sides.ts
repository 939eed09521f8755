import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { addDays, ok, refuse } from '#kernel';
import { actorOf, openKeyRing } from '#platform';
import {
  openApplicationsWorld,
  valueIn,
} from '../../src/contexts/applications/testing/applications-world.ts';
import { recordStatus } from '../../src/contexts/applications/use-cases/record-status.ts';
import {
  actionOf,
  begun,
  type Citizen,
  citizenOf,
  filled,
  htmlOf,
  nummerIn,
  submitted,
} from '../../src/contexts/applications/web/testing/citizen.ts';
import { askablesOf } from '../../src/contexts/inbox/domain/nachreichung.ts';
import { keineFachdaten } from '../../src/contexts/inbox/errors.ts';
import type { InboxDeps } from '../../src/contexts/inbox/ports.ts';
import { act } from '../../src/contexts/inbox/use-cases/act.ts';
import { openEingang } from '../../src/contexts/inbox/use-cases/read.ts';
import { receive } from '../../src/contexts/inbox/use-cases/receive.ts';
import { workerIn } from '../../src/contexts/inbox/use-cases/worker.ts';

type Mail = Parameters<InboxDeps['sendMail']>[0];

/** Lemgo's portal and its offices, joined as the product joins them. */
export async function openBoth() {
  const world = await openApplicationsWorld();
  const { tenant } = world.lemgo;
  const anna = { id: randomUUID(), name: 'Anna Amt', stellen: null };
  const mails: Mail[] = [];
  const deps: InboxDeps = {
    ...{ db: world.t.db, clock: world.deps.clock, demo: true, delivery: world.delivery, scan: null },
    keys: openKeyRing(Buffer.alloc(32, 7).toString('base64url')),
    colleagues: async () => [anna],
    tellApplicant: (tx, news) => recordStatus(tx, world.deps.clock, news),
    tellScan: async () => {},
    forwardTargets: async () => [],
    deletionDay: async (_, closedOn) => addDays(closedOn, 30),
    leistungLabel: (leistung) => leistung,
    officeAddress: async () => null,
    sendMail: async (mail) => void mails.push(mail),
    authorities: async () => [tenant],
    findOrganisation: async () => ok({ id: tenant }),
    fachdaten: {
      ausgabe: async () => refuse(keineFachdaten),
      pruefung: async () => refuse(keineFachdaten),
    },
    staffOrigin: 'http://verwaltung.localhost',
  };
  const worker = workerIn(tenant, { actor: actorOf('mitglied', anna.id) });
  /** What the worker would hear of. */
  const arrive = async () => {
    const rows = await world.owner('select id from delivery.submission order by created_at');
    const all = [];
    for (const { id } of rows)
      all.push(valueIn(await receive(deps, { submissionId: String(id), tenant, absender: tenant })));
    return all;
  };
  const open = async (nummer: string) => valueIn(await openEingang(deps, worker, nummer));
  const ask = async (
    nummer: string,
    felder: readonly string[],
    frist = '2026-12-05',
    text = 'Der Name ist nicht lesbar.',
  ) => {
    const { version } = (await open(nummer)).eingang;
    return act(deps, worker, 'nachfordern', { nummer, version, felder, frist, text });
  };
  const take = async (nummer: string) => {
    const { version } = (await open(nummer)).eingang;
    valueIn(await act(deps, worker, 'uebernehmen', { nummer, version }));
  };
  const takeBack = async (nummer: string) => {
    const { version } = (await open(nummer)).eingang;
    valueIn(await act(deps, worker, 'nachforderung-zuruecknehmen', { nummer, version }));
  };
  /** Everything that can be asked for once more. */
  const askable = async (nummer: string) => askablesOf((await open(nummer)).inhalt).map(({ place }) => place);
  const close = () => world[Symbol.asyncDispose]();
  return {
    world,
    deps,
    worker,
    tenant,
    mails,
    arrive,
    open,
    ask,
    take,
    takeBack,
    askable,
    [Symbol.asyncDispose]: close,
  };
}

export type Both = Awaited<ReturnType<typeof openBoth>>;

/** A small dog's Antrag that an office has taken. */
export async function filed(both: Both, citizen = citizenOf(both.world, both.world.lemgo)) {
  const own = await begun(citizen);
  await filled(citizen, own);
  await submitted(citizen, own);
  const nummer = nummerIn(await htmlOf(await citizen.get(`${own}/quittung`)));
  await both.arrive();
  await both.take(nummer);
  return { citizen, own, nummer };
}

/** Where the newest Nachforderung is answered. */
export async function wantedAt(citizen: Citizen, own: string): Promise<string> {
  const found = /href="([^"]+\/nachforderung\/[0-9a-f-]{36})"/.exec(
    await htmlOf(await citizen.get(own)),
  )?.[1];
  assert.ok(found, 'nothing is wanted');
  return found;
}

/** Sends a page of the small form as it stands there. */
export async function send(
  citizen: Citizen,
  address: string,
  form: Readonly<Record<string, string>>,
  files?: Parameters<Citizen['post']>[2],
) {
  return citizen.post(await actionOf(await citizen.get(address), '/seite/'), form, files);
}
