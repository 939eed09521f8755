import { dutyList } from '#duties';
import { completeness, type Feld, type Vollstaendigkeit } from '#fields';
import { type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
import { resolveBody } from '#territory';
import { type Fachbereiche, type Zuordnung, zuordnungOn } from '../domain/fachbereich.ts';
import type { Fallzahlschaetzung } from '../domain/fallzahl-schaetzung.ts';
import type { NachweisDatei } from '../domain/nachweis-datei.ts';
import type { Pruefung } from '../domain/pruefung.ts';
import { type Eintrag, istAngabe, type Stand } from '../domain/stand.ts';
import type { CompassDeps, LoesungName, Person } from '../doors-deps.ts';
import { leistungUnknown } from '../errors.ts';
import { readFachbereiche } from '../store-fachbereiche.ts';
import { readPruefungen } from '../store-pruefung.ts';
import { readStaende, readStand, readVerlauf } from '../store-stand.ts';
import type { Reader } from './editor.ts';
import { estimateFallzahl } from './estimate-fallzahl.ts';
import { inheritedStaende, withLineage } from './inherited.ts';
import { type OrtLeistung, orteOf, ortOfUnknown } from './leistung-orte.ts';
import { evidenceFileOf } from './open-evidence.ts';
import { schutzOf } from './own-cells.ts';
import type { Pflichtlage } from './stand-liste.ts';

/** Everything about one Leistung of a Kommune. */
export interface Zelle {
  readonly reader: Reader;
  readonly date: LocalDate;
  readonly ort: OrtLeistung;
  readonly pflichtlage: Pflichtlage;
  readonly endetAm: LocalDate | null;
  readonly stand: Stand | null;
  /** The Leistung about which the statement was made, where it was carried along and waits to be confirmed. */
  readonly mitgezogenAus: string | null;
  /** Newest first. */
  readonly verlauf: readonly Eintrag[];
  readonly fachbereiche: Fachbereiche;
  /** By its rules alone, without what the statement names. */
  readonly nachRegel: Zuordnung | null;
  readonly zuordnung: Zuordnung | null;
  readonly personen: readonly Person[];
  readonly loesungen: readonly LoesungName[];
  readonly pruefung: Pruefung | null;
  /** The file that the newest statement names as evidence. */
  readonly nachweisDatei: NachweisDatei | null;
  /** `null` where the Kommune counted itself, or too few others did. */
  readonly schaetzung: Fallzahlschaetzung | null;
  readonly felder: readonly Feld[];
  /** `null` where nothing is stated. */
  readonly vollstaendigkeit: Vollstaendigkeit | null;
  /** Why the asking person may not change it; `null` where it may. */
  readonly gesperrt: Refusal | null;
}

/** Reads one cell with its history and all that its page needs. */
export async function readZelle(
  deps: CompassDeps,
  reader: Reader,
  leistungId: string,
): Promise<Result<Zelle>> {
  const { kommune, actor } = reader;
  const { catalogue } = await deps.world();
  const date = deps.clock.today();
  const stored = await deps.db.withTenant(kommune.tenant, actor, async (tx) => ({
    verlauf: await readVerlauf(tx, leistungId),
    fachbereiche: await readFachbereiche(tx),
    pruefungen: await readPruefungen(tx, leistungId),
    nachweisDatei: await evidenceFileOf(tx, deps, reader, await readStand(tx, leistungId)),
    before: await readStaende(tx, withLineage(catalogue, [leistungId], date)),
  }));
  const inherited = inheritedStaende(catalogue, stored.before, date).get(leistungId);
  const [neueste] = stored.verlauf;
  const stand = neueste && istAngabe(neueste) ? neueste : (inherited?.stand ?? null);
  const lage = await lageOf(deps, reader, leistungId, stand !== null || neueste !== undefined);
  if (!lage.ok) return lage;
  const zuordnung = zuordnungOn(stored.fachbereiche, date);
  const counted = stand?.fallzahlArt === 'gezaehlt';
  const [pruefung = null] = stored.pruefungen;
  const felder = await deps.fieldsFor(kommune.tenant, 'stand');
  const link = stand?.nachweis?.art === 'link' ? stand.nachweis.link : null;
  return ok({
    reader,
    date,
    ...lage.value,
    stand,
    mitgezogenAus: inherited?.aus ?? null,
    verlauf: stored.verlauf,
    nachweisDatei: stored.nachweisDatei,
    fachbereiche: stored.fachbereiche,
    nachRegel: zuordnung(lage.value.ort, null),
    zuordnung: zuordnung(lage.value.ort, stand?.fachbereichId ?? null),
    personen: await deps.personen(actor, kommune),
    loesungen: await deps.loesungen(),
    pruefung: pruefung !== null && pruefung.link === link ? pruefung : null,
    felder,
    vollstaendigkeit: stand && vollstaendigkeitOf(felder, stand, date),
    gesperrt: schutzOf(reader, stored.fachbereiche, date)(lage.value.ort, stand),
    schaetzung: counted ? null : await estimateFallzahl(deps, kommune, leistungId),
  });
}

/** How complete a statement is, by the fields that count. */
export function vollstaendigkeitOf(felder: readonly Feld[], stand: Stand, date: LocalDate): Vollstaendigkeit {
  return completeness(felder, { ...stand, ...stand.felder }, date);
}

interface Lage {
  readonly ort: OrtLeistung;
  readonly pflichtlage: Pflichtlage;
  readonly endetAm: LocalDate | null;
}

async function lageOf(
  { world, enden, clock }: Pick<CompassDeps, 'world' | 'enden' | 'clock'>,
  { kommune }: Reader,
  id: string,
  stated: boolean,
): Promise<Result<Lage>> {
  const { catalogue, territory, duties } = await world();
  const body = resolveBody(territory, kommune.ags);
  if (!body.ok) return body;
  const date = clock.today();
  const ende = enden.get(id);
  const ort = orteOf(catalogue).get(id);
  if (!ort && !ende && !stated) return refuse(leistungUnknown(id));
  const endetAm = ende?.endetAm && ende.endetAm < date ? ende.endetAm : null;
  const row = dutyList(duties, body.value, date).leistungen.find((each) => each.id === id);
  const verdict: Pflichtlage = row?.verdict ?? 'nicht im Katalog';
  return ok({
    ort: ort ?? ortOfUnknown(id, ende?.name ?? id),
    pflichtlage: endetAm === null ? verdict : 'beendet',
    endetAm,
  });
}
