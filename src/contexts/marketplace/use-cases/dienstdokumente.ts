import { isUuid, ok, type Result, refuse } from '#kernel';
import { checkDocument, type IncomingFile, newId, type Principal, recordAudit, type Tx } from '#platform';
import type { Bestellung } from '../domain/bestellung.ts';
import { type Dienstdokument, galt } from '../domain/dienstdokument.ts';
import { documentGone, documentWithdrawn, fileUnknown, invalidField } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { readBestellungen } from '../store/bestellungen.ts';
import { insertDokument, insertRuecknahme, readDokument, readDokumente } from '../store/dokumente.ts';
import { ownOffering } from './offering.ts';
import { type Anbietende, anbietendeOf, bestellendeOf } from './wer.ts';

type Deps = Pick<MarketplaceDeps, 'db' | 'clock'>;

/** Adds a document that everybody may read. */
export async function addDokument(
  deps: Deps,
  wer: Anbietende,
  dienst: string,
  { titel, file }: { readonly titel: string; readonly file: IncomingFile },
): Promise<Result<{ readonly id: string }>> {
  const named = titel.trim();
  if (named.length < 2 || named.length > 200)
    return refuse(invalidField('titel', 'Bitte sagen Sie in 2 bis 200 Zeichen, was das Dokument ist.'));
  const checked = checkDocument(file);
  if (!checked.ok) return checked;
  return deps.db.withReference(
    wer.actor,
    async (tx) => {
      const found = await ownOffering(tx, deps, wer, dienst);
      if (!found.ok) return found;
      const id = newId();
      const one = { id, dienst, titel: named, now: deps.clock.now() };
      await insertDokument(tx, wer.anbieter.tenant, one, checked.value);
      await recordAudit(tx, {
        action: 'marketplace.document.added',
        object: { type: 'marketplace.dokument', id },
        summary: { dienst, bytes: checked.value.bytes.length, sha256: checked.value.sha256 },
      });
      return ok({ id });
    },
    wer.anbieter.tenant,
  );
}

/** Takes a document back: from then on only those read it who ordered while it held. */
export async function withdrawDokument(
  deps: Deps,
  wer: Anbietende,
  dienst: string,
  { id, grund }: { readonly id: string; readonly grund: string },
): Promise<Result<{ readonly id: string }>> {
  const why = grund.trim();
  if (why.length < 5 || why.length > 500)
    return refuse(invalidField('grund', 'Bitte sagen Sie in 5 bis 500 Zeichen, warum Sie es zurücknehmen.'));
  return deps.db.withReference(
    wer.actor,
    async (tx) => {
      const found = await ownOffering(tx, deps, wer, dienst);
      if (!found.ok) return found;
      const dokument = (await readDokumente(tx, dienst)).find((one) => one.id === id);
      if (!dokument)
        return refuse(invalidField('dokument', 'Bitte wählen Sie ein Dokument dieses Angebots.'));
      const one = { id, grund: why, now: deps.clock.now() };
      if (!(await insertRuecknahme(tx, wer.anbieter.tenant, one))) return refuse(documentGone);
      await recordAudit(tx, {
        action: 'marketplace.document.withdrawn',
        object: { type: 'marketplace.dokument', id },
        summary: { dienst, sha256: dokument.sha256 },
      });
      return ok({ id });
    },
    wer.anbieter.tenant,
  );
}

/** A document of an offer with its content. One that was taken back is for its provider, and for who ordered while it held. */
export async function openDokument(
  deps: Pick<MarketplaceDeps, 'db' | 'efa'>,
  principal: Principal | null,
  dienst: string,
  id: string,
): Promise<Result<Dienstdokument & { readonly inhalt: Buffer }>> {
  const found = isUuid(id) ? await deps.db.withPublic((tx) => readDokument(tx, dienst, id)) : null;
  if (!found) return refuse(fileUnknown);
  if (found.ruecknahme === null || (await mayStillRead(deps, principal, found))) return ok(found);
  return refuse(documentWithdrawn(found.ruecknahme));
}

async function mayStillRead(
  deps: Pick<MarketplaceDeps, 'db' | 'efa'>,
  principal: Principal | null,
  dokument: Dienstdokument,
): Promise<boolean> {
  const own = await bestellendeOf(deps, principal, 'lesen');
  const house = own.ok ? null : await anbietendeOf(deps, principal);
  const who = own.ok
    ? { tenant: own.value.kommune.tenant, actor: own.value.actor }
    : house?.ok
      ? { tenant: house.value.anbieter.tenant, actor: house.value.actor }
      : null;
  if (who === null) return false;
  const orders = await deps.db.withTenant(who.tenant, who.actor, (tx) =>
    readBestellungen(tx, dokument.dienst),
  );
  return orders.some((order) => mayOpen(order, dokument));
}

/** Who signed an order may read what the offer said when it was prepared. */
export function mayOpen({ zeichnung, vorbereitetAm }: Bestellung, dokument: Dienstdokument): boolean {
  return dokument.ruecknahme === null || (zeichnung !== null && galt(dokument, vorbereitetAm));
}

/** The documents of the offer as they stood when an order was prepared. */
export async function dokumenteZu(
  tx: Tx,
  { dienst, vorbereitetAm }: Bestellung,
): Promise<readonly Dienstdokument[]> {
  return (await readDokumente(tx, dienst)).filter((one) => galt(one, vorbereitetAm));
}
