import { randomUUID } from 'node:crypto';
import { addDays, ok, refuse } from '#kernel';
import { actorOf, openKeyRing, type Principal, type TenantId } from '#platform';
import {
  announced,
  type World as DeliveryWorld,
  need,
  openWorld as openDeliveryWorld,
  openZustellpunkt,
  party,
  payload,
  sealingKey,
  sent,
  uploaded,
} from '../../delivery/testing/world.ts';
import type { PayloadAttachment } from '../../delivery/use-cases/seal-submission.ts';
import { keineFachdaten } from '../errors.ts';
import type {
  ApplicantNews,
  Colleague,
  ForwardTarget,
  InboxDeps,
  OfficeMail,
  ScanNews,
  Worker,
} from '../ports.ts';
import { type AntragNews, keepNews } from '../use-cases/keep-news.ts';
import { receive } from '../use-cases/receive.ts';
import { workerIn } from '../use-cases/worker.ts';

/** An authority with two workers and a Zustellpunkt, a portal that sends to it, and what left the context. */
export interface InboxWorld extends AsyncDisposable {
  readonly delivery: DeliveryWorld;
  readonly deps: InboxDeps;
  readonly tenant: TenantId;
  readonly stelle: string;
  readonly anna: Worker;
  readonly boris: Worker;
  readonly told: ApplicantNews[];
  /** What the portal was told of scanned files. */
  readonly scans: ScanNews[];
  readonly mails: OfficeMail[];
  readonly targets: ForwardTarget[];
  /** Who works at other authorities. */
  readonly foreigners: Colleague[];
}

export async function openWorld(changes: Partial<InboxDeps> = {}): Promise<InboxWorld> {
  const delivery = await openDeliveryWorld();
  const { tenant } = delivery.office;
  const stelle = await openZustellpunkt(delivery);
  const people: readonly Colleague[] = ['Anna Amt', 'Boris Büro'].map((name) => ({
    id: randomUUID(),
    name,
    stellen: null,
  }));
  const workers = people.map(({ id }) => workerIn(tenant, { actor: actorOf('mitglied', id) }));
  const [anna, boris] = workers;
  if (!anna || !boris) throw new Error('two people work here');
  const foreigners: Colleague[] = [];
  const told: ApplicantNews[] = [];
  const scans: ScanNews[] = [];
  const mails: OfficeMail[] = [];
  const targets: ForwardTarget[] = [];
  const deps: InboxDeps = {
    db: delivery.db,
    clock: delivery.clock,
    demo: true,
    keys: openKeyRing(Buffer.alloc(32, 7).toString('base64url')),
    delivery,
    colleagues: async (who) => (who.tenant === tenant ? people : foreigners),
    tellApplicant: async (_, news) => ok(told.push(news)),
    tellScan: async (_, news) => void scans.push(news),
    forwardTargets: async () => targets,
    deletionDay: async (_, closedOn) => addDays(closedOn, 365),
    leistungLabel: (leistung) => (leistung === 'hund-anmelden' ? 'Hund anmelden' : leistung),
    officeAddress: async (_, zustellpunkt) => (zustellpunkt === stelle ? 'steueramt@example.org' : null),
    sendMail: async (mail) => void mails.push(mail),
    scan: null,
    authorities: async () => [tenant],
    findOrganisation: async () => ok({ id: tenant }),
    fachdaten: {
      ausgabe: async () => refuse(keineFachdaten),
      pruefung: async () => refuse(keineFachdaten),
    },
    staffOrigin: 'http://verwaltung.localhost',
    ...changes,
  };
  const dispose = () => delivery[Symbol.asyncDispose]();
  return {
    delivery,
    deps,
    tenant,
    stelle,
    anna,
    boris,
    told,
    scans,
    mails,
    targets,
    foreigners,
    [Symbol.asyncDispose]: dispose,
  };
}

/** What an Antrag says, as the portal writes it. */
export function antragData(nummer: string, words: string) {
  return {
    format: 'leitwerk/antrag@1',
    nummer,
    titel: 'Hund anmelden',
    leistungen: [{ leika: '99102013002000', office: 'steueramt' }],
    dokument: {
      title: 'Hund anmelden',
      sections: [
        {
          title: 'Ihr Hund',
          rows: [
            { field: 'name', question: 'Wie heißt der Hund?', answer: words },
            { field: 'steuer', question: 'Hundesteuer', answer: '96,00 €', origin: 'berechnet' },
          ],
          parts: [{ title: 'Hund 1', rows: [{ field: 'h.0', question: 'Rasse', answer: 'Pudel' }] }],
        },
      ],
    },
    gebuehr: { cents: 9600, lines: [{ label: 'Hundesteuer', cents: 9600, period: 'yearly' }] },
    antworten: { name: words },
  };
}

export interface Sending {
  readonly nummer?: string;
  readonly words?: string;
  /** Content of an attachment. */
  readonly file?: string;
  readonly fileName?: string;
  /** How many attachments of this content and name. */
  readonly copies?: number;
  /** Whether the portal says that a scanner found them clean. */
  readonly geprueft?: boolean;
  readonly data?: unknown;
}

/** Sends an Antrag to the office; returns the submission's id. */
export async function send(world: InboxWorld, sending: Sending = {}): Promise<string> {
  const { nummer = 'LEM-2026-000001', words = 'Bello', file, fileName = 'nachweis.pdf' } = sending;
  const { copies = 1, geprueft } = sending;
  const key = await sealingKey(world.delivery, world.stelle);
  const files: PayloadAttachment[] = [];
  for (let copy = 0; file !== undefined && copy < copies; copy += 1)
    files.push(announced(await uploaded(world.delivery, key, file), fileName));
  const anlagen = files.map(({ id }) => ({ id, bytes: 8, geprueft }));
  const dataWith = { ...antragData(nummer, words), ...(geprueft === undefined ? {} : { anlagen }) };
  const content = {
    ...payload('', files),
    data: Buffer.from(JSON.stringify(sending.data ?? dataWith)),
    schemaUri: 'urn:leitwerk:antrag:1',
    senderReference: nummer,
  };
  return need(await sent(world.delivery, key, content)).submissionId;
}

/** Sends an Antrag and lets the worker make a case of it. */
export async function arrived(world: InboxWorld, sending: Sending = {}): Promise<string> {
  const submissionId = await send(world, sending);
  need(await receive(world.deps, { submissionId, tenant: world.tenant }));
  return submissionId;
}

/** A signed-in worker. */
export function principalOf(
  { actor, tenant }: Worker,
  permissions: readonly string[] = ['inbox.read', 'inbox.work'],
): Principal {
  return { kind: 'mitglied', actor, tenant, permissions: new Set(permissions) };
}

/** Another authority with a worker, a Zustellpunkt, and its place among the targets. */
export async function otherAuthority(world: InboxWorld): Promise<{
  readonly worker: Worker;
  readonly deps: InboxDeps;
  readonly zustellpunkt: string;
}> {
  const owner = party('kreis');
  const zustellpunkt = await openZustellpunkt(world.delivery, owner);
  world.targets.push({ tenant: owner.tenant, zustellpunkt, label: 'Kreis Lippe, Veterinäramt' });
  const foreigner = { id: randomUUID(), name: 'Kreisamt', stellen: null };
  world.foreigners.push(foreigner);
  const worker = workerIn(owner.tenant, { actor: actorOf('mitglied', foreigner.id) });
  return { worker, zustellpunkt, deps: world.deps };
}

/** Lets the applicant write, as the portal does it; the worker has not looked yet. */
export function says(
  world: InboxWorld,
  submissionId: string,
  art: AntragNews['art'],
  text: string,
): Promise<void> {
  const { deps, tenant } = world;
  const news = { id: randomUUID(), submissionId, art, text, at: deps.clock.now() };
  return deps.db.withTenant(tenant, actorOf('system', 'antrag'), (tx) => keepNews(tx, deps, tenant, news));
}
