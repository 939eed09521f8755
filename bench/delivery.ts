import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockFrom, ok } from '#kernel';
import { actorOf, openDatabase, parseTenantId } from '#platform';
import {
  changeZustellpunkt,
  createZustellpunkt,
  type Delivery,
  deliver,
  fileBlobs,
  filePrivateKeys,
  openSubmission,
  type Party,
  rotateReceivingKey,
  type SealingKey,
  sealingKeyOf,
  sealSubmission,
  storeAttachment,
} from '../src/contexts/delivery/index.ts';
import { stopTestServer, testDatabase } from '../src/platform/testing/test-database.ts';
import { type Figure, type FigureHead, figureOf } from './support/figure.ts';
import { memoryOfTree } from './support/process-memory.ts';
import { report } from './support/report.ts';

/** How fast submissions are sealed, delivered and opened with a production key, and what a 200 MB attachment takes. */

const megabytes = 200;
const maxBytes = 512 << 20;
const streamArgument = '--stream';
const samples = 5_000;

interface Place {
  readonly url: string;
  readonly folder: string;
  readonly tenant: string;
  readonly zustellpunkt: string;
}

function partyOf(tenant: string): Party {
  const id = parseTenantId(tenant);
  if (!id) throw new Error('no tenant');
  return { tenant: id, actor: actorOf('system', 'bench') };
}

function deliveryAt(place: Pick<Place, 'url' | 'folder'>): Delivery {
  return {
    db: openDatabase(place.url, { max: 4 }),
    clock: clockFrom(() => new Date()),
    keys: filePrivateKeys(join(place.folder, 'keys')),
    blobs: fileBlobs(join(place.folder, 'blobs')),
    keyBits: 4096,
  };
}

async function keyOf(delivery: Delivery, party: Party, zustellpunkt: string): Promise<SealingKey> {
  const found = await delivery.db.withPublic((tx) =>
    sealingKeyOf(tx, party.tenant, zustellpunkt, delivery.clock.now()),
  );
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

const payload = {
  data: Buffer.from(JSON.stringify({ antworten: 'x'.repeat(4000) })),
  mimeType: 'application/json',
  schemaUri: 'urn:leitwerk:formular:bench:1',
} as const;

async function* content(): AsyncGenerator<Buffer> {
  for (let i = 0; i < megabytes * 16; i += 1) {
    yield Buffer.alloc(1 << 16, createHash('sha256').update(String(i)).digest());
  }
}

/** In a process of its own: a large attachment in, checked, and out again; writes times and the most memory. */
async function streamOnce(place: Place): Promise<void> {
  const delivery = deliveryAt(place);
  const party = partyOf(place.tenant);
  const key = await keyOf(delivery, party, place.zustellpunkt);
  const before = process.resourceUsage().maxRSS;
  const started = performance.now();
  const expiresAt = new Date(Date.now() + 86_400_000);
  const upload = { source: content(), mimeType: 'application/pdf', maxBytes, expiresAt };
  const stored = await storeAttachment(delivery, party, key, upload);
  if (!stored.ok) throw new Error(stored.refusal.code);
  const uploaded = performance.now();
  const uploadRss = process.resourceUsage().maxRSS;
  const attachments = [{ ...stored.value, purpose: 'attachment', fileName: 'gross.pdf' } as const];
  const sealed = await sealSubmission(key, { ...payload, attachments });
  const order = { idempotencyKey: randomUUID(), leistung: 'bench', now: delivery.clock.now() };
  const opened = await delivery.db.withTenant(party.tenant, party.actor, async (tx) => {
    const receipt = await deliver(tx, sealed, order);
    return receipt.ok ? openSubmission(tx, delivery, party.tenant, receipt.value.submissionId) : receipt;
  });
  const file = opened.ok ? await opened.value.attachments[0]?.open() : opened;
  if (!file?.ok) throw new Error(file?.refusal.code ?? 'no attachment');
  const verified = performance.now();
  let bytes = 0;
  for await (const piece of file.value.plaintext()) bytes += piece.length;
  const released = performance.now();
  await delivery.db.close();
  const taken = {
    megabytes: bytes / 2 ** 20,
    storeMs: Math.round(uploaded - started),
    verifyMs: Math.round(verified - uploaded),
    releaseMs: Math.round(released - verified),
    rssMiB: {
      before: Math.round(before / 1024),
      afterStore: Math.round(uploadRss / 1024),
      most: Math.round(process.resourceUsage().maxRSS / 1024),
    },
  };
  process.stdout.write(JSON.stringify(taken));
}

const argument = process.argv.indexOf(streamArgument);
if (argument > 0) {
  await streamOnce(JSON.parse(process.argv[argument + 1] ?? '{}'));
  process.exit();
}

async function measure(
  [id, what]: readonly [string, string],
  runs: number,
  run: () => Promise<{ readonly ok: boolean }>,
): Promise<Figure> {
  for (let index = 0; index < 50; index += 1) await run();
  const times: number[] = [];
  let errors = 0;
  for (let index = 0; index < runs; index += 1) {
    const start = performance.now();
    const done = await run();
    if (done.ok) times.push(performance.now() - start);
    else errors += 1;
  }
  const head: FigureHead = { id: `delivery.${id}`, what, unit: 'ms', shown: 'p95' };
  return figureOf(head, times, errors);
}

await report('delivery', 'Delivery', async () => {
  const t = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-bench-'));
  const tenant = randomUUID();
  const party = partyOf(tenant);
  const delivery = deliveryAt({ url: t.urls.app, folder });
  const created = await createZustellpunkt(delivery, party, 'Messstelle');
  const zustellpunkt = created.ok ? created.value : '';
  await rotateReceivingKey(delivery, party, zustellpunkt);
  await changeZustellpunkt(delivery, party, zustellpunkt, 'activate');
  const key = await keyOf(delivery, party, zustellpunkt);
  const plain = { ...payload, attachments: [] };
  const sealed = await sealSubmission(key, plain);
  const ids: string[] = [];

  const send = async () => {
    const order = { idempotencyKey: randomUUID(), leistung: 'bench', now: delivery.clock.now() };
    const receipt = await delivery.db.withTenant(party.tenant, party.actor, (tx) =>
      deliver(tx, sealed, order),
    );
    if (receipt.ok) ids.push(receipt.value.submissionId);
    return receipt;
  };

  const figures = [
    await measure(['seal', 'Sealing a submission of 4 kB'], samples, async () =>
      ok(await sealSubmission(key, plain)),
    ),
    await measure(['deliver', 'Delivering it in a transaction of its own'], samples, send),
    await measure(['open', 'Opening it with the private key'], samples, () => {
      const id = ids.pop() ?? '';
      return delivery.db.withTenant(party.tenant, party.actor, (tx) =>
        openSubmission(tx, delivery, party.tenant, id),
      );
    }),
  ];

  const streamWith = (...flags: readonly string[]): unknown => {
    const place: Place = { url: t.urls.app, folder, tenant, zustellpunkt };
    const script = [import.meta.filename, streamArgument, JSON.stringify(place)];
    const args = ['--disable-warning=ExperimentalWarning', ...flags, ...script];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  };
  // What grows while a stream passes is the young generation of the heap; how far it may is a flag of the process.
  const stream = { default: streamWith(), smallYoungGeneration: streamWith('--max-semi-space-size=2') };

  const memory = memoryOfTree(process.pid);
  await delivery.db.close();
  await t[Symbol.asyncDispose]();
  await stopTestServer();
  rmSync(folder, { recursive: true, force: true });
  return { figures, memory, details: { stream } };
});
