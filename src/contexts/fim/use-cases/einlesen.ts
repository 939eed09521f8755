import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '#kernel';
import { newId, type Tx } from '#platform';
import { neuesteZuerst, type Schemafassung, schemafassungOf } from '../domain/schemafassung.ts';
import { type Vergleich, vergleiche } from '../domain/unterschiede.ts';
import { alreadyHeld, einlesungGone } from '../errors.ts';
import type { FimDeps } from '../fim-deps.ts';
import { dropEinlesung, type Einlesung, keepEinlesung, readEinlesung } from '../store-einlesung.ts';
import { insertSchemafassung, readSchemafassungen } from '../store-schema.ts';
import type { Author } from './author.ts';
import { listenstandOf } from './listenstand.ts';
import { oeffne } from './read-schema.ts';
import { type Gelesen, keineListen } from './schema-leser.ts';

type EinlesenDeps = Pick<FimDeps, 'db' | 'clock' | 'leser'>;

/** A file as it came, with what its sender says of it. */
export interface Schemadatei {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly quelle: string;
  readonly lizenz: string;
}

/** What importing a file would do. */
export interface Vorschau extends Gelesen {
  readonly dateiname: string;
  readonly fassung: Schemafassung;
  /** The version that it is compared with; `null` where none is held. */
  readonly gegen: Schemafassung | null;
  readonly vergleich: Vergleich;
}

/** Reads a file and keeps it for its preview; one that cannot be read, or is held already, is refused at once. */
export async function beginEinlesung(
  deps: EinlesenDeps,
  author: Author,
  datei: Schemadatei,
): Promise<Result<string>> {
  const read = await deps.leser(summe(datei.bytes), async () => datei.bytes, keineListen);
  if (!read.ok) return read;
  const { id, version } = read.value.nachricht.inhalt.kennung;
  const einlesung: Einlesung = {
    id: newId(),
    dateiname: datei.name.slice(0, 200),
    quelle: datei.quelle.slice(0, 500),
    lizenz: datei.lizenz.slice(0, 200),
    bytes: datei.bytes,
  };
  return deps.db.withTenant(author.tenant, author.actor, async (tx) => {
    const alle = await readSchemafassungen(tx);
    if (alle.some(({ sha256 }) => sha256 === summe(datei.bytes)))
      return refuse(alreadyHeld(id, version ?? 'ohne Version'));
    await keepEinlesung(tx, author.tenant, einlesung, deps.clock.now());
    return ok(einlesung.id);
  });
}

/** What a kept file would change; nothing is changed. */
export function previewEinlesung(
  deps: EinlesenDeps,
  { tenant, actor }: Author,
  id: string,
): Promise<Result<Vorschau>> {
  return deps.db.withTenant(tenant, actor, async (tx) => {
    const kept = await readEinlesung(tx, id, deps.clock.now());
    return kept ? vorschauOf(deps, tx, kept) : refuse(einlesungGone);
  });
}

/** Takes a kept file over, whole or not at all. */
export function applyEinlesung(deps: EinlesenDeps, author: Author, id: string): Promise<Result<Vorschau>> {
  return deps.db.withReference(
    author.actor,
    async (tx) => {
      const kept = await readEinlesung(tx, id, deps.clock.now());
      if (!kept) return refuse(einlesungGone);
      const vorschau = await vorschauOf(deps, tx, kept);
      if (!vorschau.ok) return vorschau;
      const { fassung } = vorschau.value;
      const alle = await readSchemafassungen(tx);
      if (alle.some(({ sha256 }) => sha256 === fassung.sha256))
        return refuse(alreadyHeld(fassung.id, fassung.version));
      await insertSchemafassung(tx, fassung, kept.bytes);
      await dropEinlesung(tx, id);
      return vorschau;
    },
    author.tenant,
  );
}

async function vorschauOf(deps: EinlesenDeps, tx: Tx, kept: Einlesung): Promise<Result<Vorschau>> {
  const sha256 = summe(kept.bytes);
  const gelesen = await deps.leser(sha256, async () => kept.bytes, await listenstandOf(tx));
  if (!gelesen.ok) return gelesen;
  const { nachricht, zaehlung, uebernahme } = gelesen.value;
  const { id, version } = nachricht.inhalt.kennung;
  const held = (await readSchemafassungen(tx)).filter((each) => each.id === id).toSorted(neuesteZuerst);
  const same = held.find((each) => each.version === (version ?? 'arbeitskopie'));
  const gegen = same ?? held[0] ?? null;
  const before = gegen ? await oeffne(deps, tx, gegen) : null;
  const fassung = schemafassungOf(nachricht, zaehlung, uebernahme, {
    quelle: kept.quelle,
    lizenz: kept.lizenz,
    sha256,
    bytes: kept.bytes.length,
    eingelesenAm: deps.clock.now(),
    einlesung: (same?.einlesung ?? 0) + 1,
  });
  const vergleich = vergleiche(before?.ok ? before.value.nachricht : null, nachricht);
  return ok({ ...gelesen.value, dateiname: kept.dateiname, fassung, gegen, vergleich });
}

function summe(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
