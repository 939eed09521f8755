import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Catalogue } from '#catalogue';
import { clockFrom } from '#kernel';
import { actorOf, type Principal, parseTenantId, type TenantId } from '#platform';
import type { Territory } from '#territory';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { shippedCatalogue } from '../../catalogue/testing/shipped-catalogue.ts';
import { shippedTerritory } from '../../territory/testing/shipped-territory.ts';
import type { DescriptionsDeps, TextKommune } from '../deps.ts';
import type { Einlesung, Umfang } from '../domain/einlesung.ts';
import { feedFiles } from '../feed-files.ts';
import { feedSteps } from '../feed-steps.ts';
import { beginReading } from '../use-cases/begin-reading.ts';
import { feedGround } from '../use-cases/feed-ground.ts';
import { type FeedSteps, readFeed } from '../use-cases/read-feed.ts';
import { describeSource } from '../use-cases/sources.ts';
import { takeOver } from '../use-cases/take-over.ts';

/** The people of this context's tests, a database, and a source „land“ for Nordrhein-Westfalen. */
export interface DescriptionsWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: DescriptionsDeps;
  /** Where uploaded feeds lie. */
  readonly folder: string;
  /** Moves the clock. */
  readonly setNow: (text: string) => void;
  readonly lemgo: TextKommune;
  readonly editor: Principal;
  /** An editor of the IT-Dienstleister that looks after Lemgo; it also reads feeds in. */
  readonly provider: Principal;
  readonly stranger: Principal;
  readonly operator: Principal;
  /** Reads a feed to its preview. */
  readonly read: (content: string | Buffer, umfang?: Umfang) => Promise<Einlesung>;
  /** Reads it and takes it over. */
  readonly take: (content: string | Buffer, umfang?: Umfang) => Promise<Einlesung>;
}

let shipped: Promise<readonly [Catalogue, Territory]> | undefined;

export async function descriptionsWorld(): Promise<DescriptionsWorld> {
  shipped ??= Promise.all([shippedCatalogue(), shippedTerritory('nrw')]);
  const [catalogue, territory] = await shipped;
  const t = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-xzufi-'));
  let now = new Date('2026-11-22T10:00:00Z');
  const lemgo: TextKommune = { tenant: tenant(), ags: '05766044', name: 'Stadt Lemgo' };
  const [editor, provider, stranger] = [person(lemgo.tenant), person(tenant()), person(tenant())];
  const deps: DescriptionsDeps = {
    db: t.db,
    clock: clockFrom(() => now),
    demo: false,
    catalogue: async () => catalogue,
    territory: async () => territory,
    feeds: feedFiles(folder),
    ownKommune: async (principal) => (principal?.tenant === lemgo.tenant ? lemgo : null),
    kommuneOf: async (ags) => (ags === lemgo.ags || ags === 'Lemgo' ? lemgo : null),
    personName: async (_, id) => (editor.actor === `mitglied:${id}` ? 'Mara Feldweg' : null),
    circleOf: async (principal) => (principal === provider ? [lemgo] : null),
  };
  const source = await describeSource(deps, provider, { id: 'land', name: 'Land NRW', gebiet: 'NW' });
  if (!source.ok) throw new Error(source.refusal.message);
  const read = async (content: string | Buffer, umfang: Umfang = 'vollstaendig') => {
    const begun = await begin(deps, provider, content, umfang);
    const done = await readFeed(deps, begun.nummer, await stepsOf(deps, content));
    if (!done.ok) throw new Error(done.refusal.message);
    return done.value;
  };
  return {
    t,
    deps,
    folder,
    lemgo,
    editor,
    provider,
    stranger,
    operator: {
      kind: 'betreiber',
      actor: actorOf('betreiber', 'test'),
      tenant: null,
      permissions: new Set(),
    },
    setNow: (text) => {
      now = new Date(text);
    },
    read,
    take: async (content, umfang) => {
      const { nummer } = await read(content, umfang);
      const taken = await takeOver(deps, provider, nummer, { endenBestaetigt: false });
      if (!taken.ok) throw new Error(taken.refusal.message);
      return taken.value.einlesung;
    },
    [Symbol.asyncDispose]: async () => {
      rmSync(folder, { recursive: true, force: true });
      await t[Symbol.asyncDispose]();
    },
  };
}

/** Begins a reading of what would be a file. */
export async function begin(
  deps: DescriptionsDeps,
  principal: Principal,
  content: string | Buffer,
  umfang: Umfang = 'vollstaendig',
): Promise<Einlesung> {
  const { id, hash, bytes } = await deps.feeds.keep(Readable.from([Buffer.from(content)]));
  const wanted = { quelle: 'land', umfang, dateiname: 'lieferung.xml', datei: id, dateiHash: hash, bytes };
  const begun = await beginReading(deps, principal, wanted);
  if (!begun.ok) throw new Error(begun.refusal.message);
  return begun.value;
}

/** The batches of what would be a file, in this process. */
export async function stepsOf(
  deps: DescriptionsDeps,
  content: string | Buffer | AsyncIterable<Uint8Array>,
): Promise<FeedSteps> {
  const isText = typeof content === 'string' || Buffer.isBuffer(content);
  const source = isText ? Readable.from([Buffer.from(content)]) : content;
  const ground = await feedGround(deps, { quelle: 'land' });
  return (skip) => feedSteps(source, ground, skip);
}

function tenant(): TenantId {
  const id = parseTenantId(randomUUID());
  if (id === null) throw new Error('no UUID');
  return id;
}

function person(of: TenantId): Principal {
  return {
    kind: 'mitglied',
    actor: actorOf('mitglied', randomUUID()),
    tenant: of,
    permissions: new Set(['finder.edit', 'reference.import']),
  };
}
