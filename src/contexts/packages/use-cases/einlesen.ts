import { ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type Tx } from '#platform';
import type { PackagesDeps } from '../deps.ts';
import * as errors from '../errors.ts';
import { dropEinlesung, keepEinlesung, readEinlesung } from '../store-einlesung.ts';
import { insertPaket } from '../store-paket.ts';
import type { Lieferant } from './lieferant.ts';
import { type Pruefung, pruefePaket } from './pruefen.ts';

/** A package as it came. */
export interface Paketdatei {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What taking a package over would do, and what forbids it. */
export interface Vorschau {
  readonly dateiname: string;
  readonly pruefung: Pruefung;
  /** Why it cannot be taken over; `null` where it can. */
  readonly hindernis: ReturnType<typeof hindernisOf>;
}

/** Reads a package and keeps it for its preview; one that cannot be opened is refused at once. */
export function beginEinlesung(
  deps: PackagesDeps,
  { actor, anbieter }: Lieferant,
  datei: Paketdatei,
): Promise<Result<string>> {
  return deps.db.withTenant(anbieter.tenant, actor, async (tx) => {
    const checked = await pruefePaket(deps, tx, datei.bytes);
    if (!checked.ok) return checked;
    const id = newId();
    const kept = { id, dateiname: datei.name.slice(0, 200), bytes: datei.bytes };
    await keepEinlesung(tx, anbieter.tenant, kept, deps.clock.now());
    return ok(id);
  });
}

/** What a package is to this installation; nothing is kept. */
export function pruefeDatei(
  deps: PackagesDeps,
  { actor, anbieter }: Lieferant,
  { name, bytes }: Paketdatei,
): Promise<Result<Vorschau>> {
  return deps.db.withTenant(anbieter.tenant, actor, (tx) => vorschauAus(deps, tx, name, bytes));
}

/** What a kept package would change; nothing is changed. */
export function previewEinlesung(
  deps: PackagesDeps,
  { actor, anbieter }: Lieferant,
  id: string,
): Promise<Result<Vorschau>> {
  return deps.db.withTenant(anbieter.tenant, actor, (tx) => vorschauOf(deps, tx, id));
}

/** Takes a kept package over, whole or not at all, and on demand offers its service to the Kommunen. */
export async function applyEinlesung(
  deps: PackagesDeps,
  { actor, anbieter }: Lieferant,
  id: string,
  anbieten: boolean,
): Promise<Result<Vorschau & { readonly angeboten: boolean }>> {
  const taken = await deps.db.withReference(
    actor,
    async (tx) => {
      const vorschau = await vorschauOf(deps, tx, id);
      if (!vorschau.ok) return vorschau;
      const { pruefung, hindernis } = vorschau.value;
      if (hindernis !== null) return refuse(hindernis);
      await keepPaket(deps, tx, { actor, anbieter }, id, pruefung);
      return vorschau;
    },
    anbieter.tenant,
  );
  if (!taken.ok) return taken;
  deps.changed();
  if (!anbieten) return ok({ ...taken.value, angeboten: false });
  const offered = await deps.offer(actor, anbieter, taken.value.pruefung.dienst.id);
  return offered.ok ? ok({ ...taken.value, angeboten: true }) : refuse(errors.notOffered(offered.refusal));
}

async function keepPaket(
  deps: PackagesDeps,
  tx: Tx,
  { anbieter }: Lieferant,
  id: string,
  { paket, dienst }: Pruefung,
): Promise<void> {
  const kept = await readEinlesung(tx, id, deps.clock.now());
  if (!kept) return;
  const { summe, format, schluessel } = paket;
  const zeile = {
    herkunft: 'eingelesen',
    ...{ summe, kid: schluessel.kid, format },
    ...{ dienst: dienst.id, version: dienst.version, titel: dienst.title },
    ...{ anbieterId: anbieter.tenant, anbieter: anbieter.name, am: deps.clock.now() },
  } as const;
  await insertPaket(tx, zeile, kept.bytes);
  await dropEinlesung(tx, id);
  await recordAudit(tx, {
    action: 'packages.imported',
    object: { type: 'packages.paket', id: summe },
    summary: { dienst: dienst.id, version: dienst.version, format, kid: schluessel.kid },
  });
}

async function vorschauOf(deps: PackagesDeps, tx: Tx, id: string): Promise<Result<Vorschau>> {
  const kept = await readEinlesung(tx, id, deps.clock.now());
  if (!kept) return refuse(errors.einlesungGone);
  return vorschauAus(deps, tx, kept.dateiname, kept.bytes);
}

async function vorschauAus(
  deps: PackagesDeps,
  tx: Tx,
  dateiname: string,
  bytes: Uint8Array,
): Promise<Result<Vorschau>> {
  const checked = await pruefePaket(deps, tx, bytes);
  return checked.ok
    ? ok({ dateiname, pruefung: checked.value, hindernis: hindernisOf(checked.value) })
    : checked;
}

/** What forbids taking a package over, the gravest first; `null` where nothing does. */
function hindernisOf({ dienst, hier, urteile: [eigenes], lauf }: Pruefung) {
  const { title, version } = dienst;
  if (hier && hier.version > version) return errors.olderThanHere(title, version, hier.version);
  if (hier?.version === version)
    return hier.unterschiede.every(({ art }) => art === 'gleich')
      ? errors.alreadyHere(title, version)
      : errors.otherContent(title, version);
  if (eigenes.art === 'nicht')
    return errors.runsNotHere(
      eigenes.gruende
        .filter(({ faehigkeit }) => faehigkeit.ersatz === null)
        .map(({ faehigkeit, stellen }) => `${faehigkeit.label} (${stellen[0]?.worte ?? ''})`),
    );
  const results = lauf.durchlauf?.ergebnisse ?? [];
  const failed = results.filter(({ bestanden }) => !bestanden).map(({ titel }) => titel);
  return failed.length === 0 ? null : errors.casesFail(failed, results.length);
}
