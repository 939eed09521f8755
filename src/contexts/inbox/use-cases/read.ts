import { listZustellpunkte, type Party, type Zustellpunkt } from '#delivery';
import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { Inhalt } from '../domain/antrag.ts';
import type { Eintrag } from '../domain/eintrag.ts';
import { deletedAlready, eingangUnknown } from '../errors.ts';
import type { Colleague, InboxDeps, Worker } from '../ports.ts';
import { type Eingang, eingaengeOf, eingangByNummer, openInhalt } from '../store/eingaenge.ts';
import { eintraegeOf } from '../store/eintraege.ts';
import { fassungenOf } from '../store/fassungen.ts';
import { type Nachforderung, nachforderungenOf } from '../store/nachforderungen.ts';
import { type Pruefung, pruefungenOf } from '../store/pruefungen.ts';
import { officeTargets } from './office-targets.ts';
import { type Names, namesOf, sightOf, worksFor } from './worker.ts';

type ReadDeps = Pick<InboxDeps, 'db' | 'clock' | 'keys' | 'colleagues' | 'leistungLabel'>;

/** A line of the list: what stands in clear, in words. `text` is there only where somebody searches. */
export interface EingangRow {
  readonly eingang: Eingang;
  readonly leistung: string;
  readonly stelle: string;
  readonly bearbeiter: string | null;
  readonly text: string;
}

/** The cases of the own offices. With `search` they are opened, for the words in them; the audit trail says so. */
export async function listEingaenge(
  deps: ReadDeps,
  worker: Worker,
  search: boolean,
): Promise<readonly EingangRow[]> {
  const colleagues = await deps.colleagues(worker);
  const [names, maySee] = [namesOf(colleagues), sightOf(worker, colleagues)];
  const offices = new Map((await zustellpunkteOf(deps, worker)).map(({ id, name }) => [id, name]));
  const found = await deps.db.withTenant(worker.tenant, worker.actor, async (tx) => {
    const rows = (await eingaengeOf(tx, worker.tenant, search)).filter(maySee);
    const key = await deps.keys.dataKeyOf(tx, worker.tenant);
    if (search && rows.length > 0) {
      const object = { type: 'inbox.eingang', id: 'suche' };
      await recordAudit(tx, { action: 'inbox.eingang.searched', object, summary: { count: rows.length } });
    }
    return rows.map(({ inhalt, ...eingang }) => ({
      eingang,
      stelle: offices.get(eingang.stelle) ?? unknownOffice,
      bearbeiter: eingang.bearbeiter === null ? null : names(eingang.bearbeiter),
      text: inhalt ? textOf(openInhalt(key, eingang.id, inhalt)) : '',
    }));
  });
  const labels = await labelsOf(deps, found);
  return found.map((row) => ({ ...row, leistung: labels.get(row.eingang.leistung) ?? row.eingang.leistung }));
}

const unknownOffice = 'unbekannte Stelle';

/** What each Leistung is called, asked once. */
async function labelsOf(
  { leistungLabel }: Pick<ReadDeps, 'leistungLabel'>,
  rows: readonly Pick<EingangRow, 'eingang'>[],
): Promise<ReadonlyMap<string, string>> {
  const keys = [...new Set(rows.map(({ eingang }) => eingang.leistung))];
  return new Map(await Promise.all(keys.map(async (key) => [key, await leistungLabel(key)] as const)));
}

/** A case, opened. */
export interface EingangDetail {
  readonly eingang: Eingang;
  readonly leistung: string;
  readonly stelle: string;
  /** What it says now, with all that was handed in. */
  readonly inhalt: Inhalt;
  /** What it said when it came; never changed. */
  readonly ursprung: Inhalt;
  /** What was asked for once more, oldest first. */
  readonly nachforderungen: readonly Nachforderung[];
  readonly verlauf: readonly Eintrag[];
  /** What a scanner found in its files since they arrived, by the file's id. */
  readonly pruefungen: ReadonlyMap<string, Pruefung>;
  readonly names: Names;
  /** Those who work for the case's office. */
  readonly colleagues: readonly Colleague[];
  /** The other offices of the house that could have it. */
  readonly otherOffices: readonly Pick<Zustellpunkt, 'id' | 'name'>[];
}

/** Opens a case; the audit trail keeps who read it and when. */
export async function openEingang(
  deps: ReadDeps,
  worker: Worker,
  nummer: string,
): Promise<Result<EingangDetail>> {
  const colleagues = await deps.colleagues(worker);
  const offices = await zustellpunkteOf(deps, worker);
  const opened = await deps.db.withTenant(worker.tenant, worker.actor, (tx) =>
    readOne(deps, tx, worker, { nummer, maySee: sightOf(worker, colleagues) }),
  );
  if (!opened.ok) return opened;
  const { eingang } = opened.value;
  return ok({
    ...opened.value,
    leistung: await deps.leistungLabel(eingang.leistung),
    stelle: offices.find(({ id }) => id === eingang.stelle)?.name ?? unknownOffice,
    names: namesOf(colleagues),
    colleagues: colleagues.filter((one) => worksFor(one, eingang.stelle)),
    otherOffices: officeTargets(offices, colleagues).filter(({ id }) => id !== eingang.stelle),
  });
}

async function readOne(
  deps: Pick<ReadDeps, 'keys'>,
  tx: Tx,
  worker: Worker,
  { nummer, maySee }: { readonly nummer: string; readonly maySee: ReturnType<typeof sightOf> },
): Promise<
  Result<
    Pick<EingangDetail, 'eingang' | 'inhalt' | 'ursprung' | 'nachforderungen' | 'verlauf' | 'pruefungen'>
  >
> {
  const row = await eingangByNummer(tx, worker.tenant, nummer);
  if (!row || !maySee(row)) return refuse(eingangUnknown);
  const { inhalt: sealed, ...eingang } = row;
  if (sealed === null) return refuse(deletedAlready);
  const key = await deps.keys.dataKeyOf(tx, worker.tenant);
  const ursprung = openInhalt(key, eingang.id, sealed);
  const fassungen = await fassungenOf(tx, key, worker.tenant, eingang.id);
  const inhalt = fassungen.at(-1)?.inhalt ?? ursprung;
  const nachforderungen = await nachforderungenOf(tx, key, worker.tenant, eingang.id);
  const verlauf = await eintraegeOf(tx, key, worker.tenant, eingang.id);
  const pruefungen = await pruefungenOf(tx, key, worker.tenant, eingang.id);
  const object = { type: 'inbox.eingang', id: eingang.id };
  await recordAudit(tx, { action: 'inbox.eingang.read', object, summary: { nummer } });
  return ok({ eingang, inhalt, ursprung, nachforderungen, verlauf, pruefungen });
}

function zustellpunkteOf(
  { db, clock }: Pick<ReadDeps, 'db' | 'clock'>,
  { tenant }: Party,
): Promise<readonly Zustellpunkt[]> {
  return db.withPublic((tx) => listZustellpunkte(tx, tenant, clock.now()));
}

/** Every word of an Antrag that a search may look for. */
function textOf({ antrag, anlagen }: Inhalt): string {
  const rows = antrag.dokument.sections.flatMap((section) => [
    ...section.rows,
    ...section.parts.flatMap((part) => part.rows),
  ]);
  const words = [antrag.titel, ...rows.map(({ answer }) => answer), ...anlagen.map(({ name }) => name)];
  return words.join(' ');
}
