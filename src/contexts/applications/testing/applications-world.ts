import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  changeZustellpunkt,
  createZustellpunkt,
  type Delivery,
  fileBlobs,
  filePrivateKeys,
  type Party,
  rotateReceivingKey,
} from '#delivery';
import { clockFrom, type Result } from '#kernel';
import { actorOf, parseTenantId, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { shippedDienst } from '../../forms/testing/build.ts';
import { hundValues, parkValues } from '../../forms/testing/kommune-values.ts';
import type { ApplicationsDeps, AuthorityNews } from '../deps.ts';
import type { PortalSite } from '../portal-site.ts';
import { openOffers } from '../use-cases/read-offer.ts';

/** Lemgo's portal with both Onlinedienste live, one office that receives, and a clock to turn. */
export interface ApplicationsWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly folder: string;
  readonly deps: ApplicationsDeps;
  readonly delivery: Delivery;
  readonly lemgo: PortalSite;
  readonly detmold: PortalSite;
  readonly office: Party;
  readonly zustellpunkt: string;
  readonly ordnungsamt: string;
  readonly mails: { readonly to: string; readonly subject: string; readonly text: string }[];
  /** What the authority was told. */
  readonly told: AuthorityNews[];
  readonly turnClock: (days: number) => void;
  /** Runs SQL as the owner, for what other contexts would do. */
  readonly owner: (
    statement: string,
    values?: readonly unknown[],
  ) => Promise<readonly Record<string, unknown>[]>;
}

export async function openApplicationsWorld(): Promise<ApplicationsWorld> {
  const t = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-applications-'));
  let now = Date.parse('2026-11-21T08:00:00Z');
  const clock = clockFrom(() => new Date(now));
  const [lemgo, detmold] = [siteOf('05766044', 'Lemgo'), siteOf('05766020', 'Detmold')];
  const office = { tenant: lemgo.tenant, actor: actorOf('system', 'stelle') };
  const delivery: Delivery = {
    db: t.db,
    clock,
    keys: filePrivateKeys(join(folder, 'keys')),
    blobs: fileBlobs(join(folder, 'blobs')),
    keyBits: 2048,
  };
  const zustellpunkt = await openZustellpunkt(delivery, office, 'Steueramt');
  const ordnungsamt = await openZustellpunkt(delivery, office, 'Ordnungsamt');
  const mails: ApplicationsWorld['mails'] = [];
  const told: AuthorityNews[] = [];
  const deps: ApplicationsDeps = {
    db: t.db,
    clock,
    blobs: delivery.blobs,
    offers: openOffers(clock),
    cookieName: '__Host-lw-test-antrag',
    limit: () => 0,
    sendMail: async (mail) => void mails.push(mail),
    destinationOf: async (_tx, _site, _dienst, kind) =>
      kind === 'ordnungsamt'
        ? { tenant: lemgo.tenant, zustellpunkt: ordnungsamt, name: 'Ordnungsamt' }
        : { tenant: lemgo.tenant, zustellpunkt, name: 'Steueramt' },
    tellAuthority: async (_, news) => void told.push(news),
  };
  const owner: ApplicationsWorld['owner'] = async (statement, values = []) =>
    (await t.superuser.query(statement, [...values])).rows;
  await live(owner, lemgo, 'hund-anmelden', { ...hundValues, kommuneName: 'Lemgo' });
  await live(owner, lemgo, 'bewohnerparkausweis', { ...parkValues, kommuneName: 'Lemgo' });
  return {
    t,
    folder,
    deps,
    delivery,
    lemgo,
    detmold,
    office,
    zustellpunkt,
    ordnungsamt,
    mails,
    told,
    owner,
    turnClock: (days) => {
      now += days * 86_400_000;
    },
    [Symbol.asyncDispose]: async () => {
      await t[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openZustellpunkt(delivery: Delivery, office: Party, name: string): Promise<string> {
  const id = valueIn(await createZustellpunkt(delivery, office, name));
  valueIn(await rotateReceivingKey(delivery, office, id));
  valueIn(await changeZustellpunkt(delivery, office, id, 'activate'));
  return id;
}

function siteOf(ags: string, name: string): PortalSite {
  const slug = name.toLowerCase();
  return { tenant: tenantId(), ags, name, slug, origin: `http://${slug}.localhost:8080` };
}

export function tenantId(): TenantId {
  const tenant = parseTenantId(randomUUID());
  assert.ok(tenant);
  return tenant;
}

/** The value of a result that must have gone well. */
export function valueIn<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.code}: ${result.refusal.message}`);
  return result.value;
}

/** A shipped service, live as its coordinator would have made it. */
async function live(
  owner: ApplicationsWorld['owner'],
  site: PortalSite,
  id: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const dienst = await shippedDienst(id);
  const day = '2026-01-01';
  const stellen = [
    {
      gueltigVon: day,
      name: 'Steueramt',
      anschrift: 'Marktplatz 1',
      telefon: '0000 1',
      email: 'amt@lemgo.example',
      oeffnungszeiten: 'Mo 8–12',
    },
  ];
  await owner(
    `insert into efa.angebot (dienst, fassung, anbieter_id, anbieter, inhalt, definition, formular, hash, angeboten_am)
      values ($1, '1', $2, 'Rechenzentrum', '{}', $3, $4, 'hash', $5)`,
    [id, site.tenant, JSON.stringify(dienst.definition), JSON.stringify(dienst.form.definition), day],
  );
  await owner(
    `insert into efa.anbindung (tenant_id, dienst, ags, fassung, zustand, version, geaendert_am, geaendert_von)
      values ($1, $2, $3, '1', 'live', 1, $4, 'test')`,
    [site.tenant, id, site.ags, day],
  );
  await owner(
    `insert into efa.live_dienst (tenant_id, dienst, ags, kommune, fassung, titel, leika, seit, stellen)
      values ($1, $2, $3, $4, '1', $5, '{}', $6, $7)`,
    [site.tenant, id, site.ags, site.name, dienst.title, day, JSON.stringify(stellen)],
  );
  for (const [name, value] of Object.entries(values)) await setParameter(owner, site, id, name, value, day);
}

/** What a Kommune states for a service from a day on. */
export async function setParameter(
  owner: ApplicationsWorld['owner'],
  site: PortalSite,
  dienst: string,
  name: string,
  value: unknown,
  from: string,
): Promise<void> {
  await owner(
    `insert into efa.parameter (tenant_id, dienst, name, wert, gilt_ab, erfasst_am, erfasst_von)
      values ($1, $2, $3, $4, $5, '2026-01-01', 'test')`,
    [site.tenant, dienst, name, JSON.stringify(value), from],
  );
}

/** Suspends a service, or lets it go on. */
export async function suspend(world: ApplicationsWorld, grund: string | null): Promise<void> {
  await world.owner('update efa.live_dienst set ausgesetzt_grund = $1', [grund]);
}

/** How many Anträge, submissions and drafts there are. */
export async function counts(world: ApplicationsWorld): Promise<readonly number[]> {
  const [row] = await world.owner(`select (select count(*)::int from applications.antrag) as antraege,
    (select count(*)::int from delivery.submission) as sent, (select count(*)::int from applications.entwurf) as drafts`);
  return [Number(row?.antraege), Number(row?.sent), Number(row?.drafts)];
}
