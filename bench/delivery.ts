import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { arch, cpus, tmpdir, totalmem } from 'node:os';
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

/** How fast submissions are sealed, delivered and opened with a production key, and what a 200 MB attachment takes; JSON. */

const megabytes = 200;
const maxBytes = 512 << 20;
const streamArgument = '--stream';

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
  const report = {
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
  process.stdout.write(JSON.stringify(report));
}

const argument = process.argv.indexOf(streamArgument);
if (argument > 0) {
  await streamOnce(JSON.parse(process.argv[argument + 1] ?? '{}'));
  process.exit();
}

async function measure(name: string, runs: number, run: () => Promise<{ readonly ok: boolean }>) {
  for (let index = 0; index < 5; index += 1) await run();
  const times: number[] = [];
  let errors = 0;
  for (let index = 0; index < runs; index += 1) {
    const start = performance.now();
    if (!(await run()).ok) errors += 1;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const share = (part: number) =>
    Math.round((times[Math.min(runs - 1, Math.floor(part * runs))] ?? 0) * 100) / 100;
  return {
    name,
    unit: 'ms',
    samples: runs,
    errors,
    p50: share(0.5),
    p95: share(0.95),
    p99: share(0.99),
    max: share(1),
  };
}

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
  const receipt = await delivery.db.withTenant(party.tenant, party.actor, (tx) => deliver(tx, sealed, order));
  if (receipt.ok) ids.push(receipt.value.submissionId);
  return receipt;
};

const results = [
  await measure('delivery.seal-4kb', 500, async () => ok(await sealSubmission(key, plain))),
  await measure('delivery.deliver-in-own-transaction', 500, send),
  await measure('delivery.open-4kb', 300, () => {
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

const report = {
  name: 'delivery',
  machine: {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    arch: arch(),
    node: process.version,
  },
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  results,
  stream,
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
await delivery.db.close();
await t[Symbol.asyncDispose]();
await stopTestServer();
rmSync(folder, { recursive: true, force: true });
