import { isUuid, ok, type Result, refuse } from '#kernel';
import {
  checkDocument,
  type DocumentFile,
  type IncomingFile,
  newId,
  openDocument,
  type Principal,
  parseTenantId,
  sealDocument,
  type Tx,
} from '#platform';
import { fileUnknown } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { type Dateizweck, insertDatei, readDatei } from '../store/dateien.ts';
import { system } from './preis-fuer-kommune.ts';
import { anbietendeOf, type Bestellende, bestellendeOf } from './wer.ts';

const place = (row: string) => ({ table: 'marketplace.datei', row });

/** A file that was perhaps handed in: none is fine, a broken one is refused. */
export function checkOptional(file: IncomingFile | null): Result<DocumentFile | null> {
  return file === null ? ok(null) : checkDocument(file);
}

/** Keeps a signed paper in the transaction of what it belongs to; gives its id. */
export async function keepDatei(
  tx: Tx,
  { keys, clock }: Pick<MarketplaceDeps, 'keys' | 'clock'>,
  { kommune }: Bestellende,
  file: DocumentFile,
  what: { readonly zweck: Dateizweck; readonly empfaenger: string | null },
): Promise<string> {
  const id = newId();
  const key = await keys.dataKeyOf(tx, kommune.tenant);
  await insertDatei(tx, { id, ...what, now: clock.now() }, file, await sealDocument(key, place(id), file));
  return id;
}

/** A paper with its content. */
export interface GeoeffneteDatei {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** Opens a paper for the Kommune whose it is, or for the provider to whom it goes. */
export async function openDatei(
  deps: Pick<MarketplaceDeps, 'db' | 'keys' | 'efa'>,
  principal: Principal | null,
  id: string,
): Promise<Result<GeoeffneteDatei>> {
  const reader = await readerOf(deps, principal);
  if (!reader.ok) return reader;
  const { tenant, actor } = reader.value;
  const sealed = isUuid(id) ? await deps.db.withTenant(tenant, actor, (tx) => readDatei(tx, id)) : null;
  const owner = sealed && parseTenantId(sealed.tenant);
  if (!sealed || !owner) return refuse(fileUnknown);
  // Who may see the row may read the paper; its key is the Kommune's.
  const opened = await deps.db.withTenant(owner, system, async (tx) =>
    openDocument(await deps.keys.dataKeyOf(tx, owner), place(id), sealed),
  );
  return ok({ ...opened, mediaType: sealed.mediaType, sha256: sealed.sha256 });
}

/** A Kommune's people who see orders, or those of an IT-Dienstleister. */
async function readerOf(deps: Pick<MarketplaceDeps, 'efa'>, principal: Principal | null) {
  const own = await bestellendeOf(deps, principal, 'lesen');
  if (own.ok) return ok({ tenant: own.value.kommune.tenant, actor: own.value.actor });
  const house = await anbietendeOf(deps, principal);
  return house.ok ? ok({ tenant: house.value.anbieter.tenant, actor: house.value.actor }) : own;
}
