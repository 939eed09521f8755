import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockFrom, type Result } from '#kernel';
import { actorOf, parseTenantId, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { fileBlobs } from '../file-blobs.ts';
import { filePrivateKeys } from '../file-private-keys.ts';
import type { Delivery, Party } from '../ports.ts';
import { type StoredAttachment, storeAttachment } from '../use-cases/attachments.ts';
import { type DeliveryReceipt, deliver } from '../use-cases/deliver.ts';
import { changeZustellpunkt, createZustellpunkt } from '../use-cases/manage-zustellpunkt.ts';
import { rotateReceivingKey, type SealingKey, sealingKeyOf } from '../use-cases/receiving-keys.ts';
import { type Payload, type PayloadAttachment, sealSubmission } from '../use-cases/seal-submission.ts';

/** A fresh database, keys and blobs in folders of their own, a clock to turn, and a portal that sends. */
export interface World extends Delivery, AsyncDisposable {
  readonly t: TestDatabase;
  readonly folder: string;
  /** The organisation whose portal sends, as the applications context would. */
  readonly portal: Party;
  /** The authority that receives. */
  readonly office: Party;
  readonly turnClock: (days: number) => void;
}

export async function openWorld(): Promise<World> {
  const t = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-delivery-'));
  let now = Date.parse('2026-11-21T08:00:00Z');
  return {
    t,
    folder,
    db: t.db,
    clock: clockFrom(() => new Date(now)),
    keys: filePrivateKeys(join(folder, 'keys')),
    blobs: fileBlobs(join(folder, 'blobs')),
    keyBits: 2048,
    portal: party('antrag'),
    office: party('eingang'),
    turnClock: (days) => {
      now += days * 86_400_000;
    },
    [Symbol.asyncDispose]: async () => {
      await t[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function party(name: string): Party {
  return { tenant: newTenant(), actor: actorOf('system', name) };
}

function newTenant(): TenantId {
  const tenant = parseTenantId(randomUUID());
  assert.ok(tenant);
  return tenant;
}

/** The value of a result that must be one. */
export function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

/** The code of a refusal, or `done`. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'done' : result.refusal.code;
}

/** A Zustellpunkt that receives. */
export async function openZustellpunkt(world: World, owner: Party = world.office): Promise<string> {
  const id = need(await createZustellpunkt(world, owner, 'Steueramt'));
  need(await rotateReceivingKey(world, owner, id));
  need(await changeZustellpunkt(world, owner, id, 'activate'));
  return id;
}

export async function sealingKey(
  world: World,
  zustellpunkt: string,
  owner: Party = world.office,
): Promise<SealingKey> {
  const now = world.clock.now();
  return need(await world.db.withPublic((tx) => sealingKeyOf(tx, owner.tenant, zustellpunkt, now)));
}

/** An upload as the portal stores it. */
export async function uploaded(
  world: World,
  key: SealingKey,
  content: string | AsyncIterable<Uint8Array>,
  sender: Party = world.portal,
): Promise<StoredAttachment> {
  const source = typeof content === 'string' ? once(content) : content;
  const expiresAt = new Date(world.clock.now().getTime() + 30 * 86_400_000);
  const upload = { source, mimeType: 'application/pdf', maxBytes: 300 << 20, expiresAt };
  return need(await storeAttachment(world, sender, key, upload));
}

async function* once(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

export function payload(text: string, attachments: readonly PayloadAttachment[] = []): Payload {
  return {
    data: Buffer.from(JSON.stringify({ antwort: text })),
    mimeType: 'application/json',
    schemaUri: 'urn:leitwerk:formular:hund-anmelden:1',
    attachments,
  };
}

/** An upload as its metadata announces it. */
export function announced(stored: StoredAttachment, fileName: string): PayloadAttachment {
  return { ...stored, purpose: 'attachment', fileName };
}

/** Everything that a transparent stream holds, as text. */
export async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const seen: Uint8Array[] = [];
  for await (const piece of pieces) seen.push(piece);
  return Buffer.concat(seen).toString('utf8');
}

/** Seals and delivers in one go, as the applications context does it. */
export async function sent(
  world: World,
  key: SealingKey,
  content: Payload,
  idempotencyKey: string = randomUUID(),
  sender: Party = world.portal,
): Promise<Result<DeliveryReceipt>> {
  const sealed = await sealSubmission(key, content);
  const order = { idempotencyKey, leistung: 'hund-anmelden', now: world.clock.now() };
  return world.db.withTenant(sender.tenant, sender.actor, (tx) => deliver(tx, sealed, order));
}

/** How many rows a table holds. */
export async function countOf(world: World, table: string): Promise<number> {
  const { rows } = await world.t.superuser.query(`select count(*)::int as n from ${table}`);
  return rows[0].n;
}
