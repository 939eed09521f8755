import { isUuid, ok, type Result, refuse } from '#kernel';
import { type DataKey, openFrames, type Tx } from '#platform';
import type { NachweisDatei } from '../domain/nachweis-datei.ts';
import type { Stand } from '../domain/stand.ts';
import { evidenceGone } from '../errors.ts';
import { readDateien, readInhalt, type SealedDatei } from '../store-nachweis.ts';
import type { Reader } from './editor.ts';
import { type EvidenceDeps, once, place, whole } from './evidence-parts.ts';

/** A file of evidence with its content. */
export interface GeoeffneterNachweis {
  readonly datei: NachweisDatei & { readonly name: string };
  readonly inhalt: Buffer;
}

/** Opens a file of the own Kommune; refuses what is deleted or was never there. */
export async function openEvidence(
  { db, keys }: Pick<EvidenceDeps, 'db' | 'keys'>,
  { kommune, actor }: Reader,
  leistungId: string,
  id: string,
): Promise<Result<GeoeffneterNachweis>> {
  if (!isUuid(id)) return refuse(evidenceGone);
  const found = await db.withTenant(kommune.tenant, actor, async (tx) => {
    const [sealed] = await readDateien(tx, [id]);
    const inhalt = await readInhalt(tx, id);
    if (!sealed?.schluesselSealed || inhalt === null) return null;
    const key = await keys.dataKeyOf(tx, kommune.tenant);
    const { name, ...datei } = openedDatei(key, sealed);
    const own = Buffer.from(key.open(place('schluessel_sealed', id), sealed.schluesselSealed), 'base64url');
    return name === null
      ? null
      : { datei: { ...datei, name }, inhalt: await whole(openFrames(own, once(inhalt))) };
  });
  return found?.datei.leistungId === leistungId ? ok(found) : refuse(evidenceGone);
}

/** What is known of a file that a statement names; `null` where there is none. */
export async function evidenceFileOf(
  tx: Tx,
  { keys }: Pick<EvidenceDeps, 'keys'>,
  { kommune }: Reader,
  stand: Stand | null,
): Promise<NachweisDatei | null> {
  const id = stand?.nachweis?.datei;
  if (id === undefined) return null;
  const [sealed] = await readDateien(tx, [id]);
  return sealed ? openedDatei(await keys.dataKeyOf(tx, kommune.tenant), sealed) : null;
}

function openedDatei(key: DataKey, { nameSealed, schluesselSealed, ...datei }: SealedDatei): NachweisDatei {
  return { ...datei, name: nameSealed && key.open(place('name_sealed', datei.id), nameSealed) };
}
