import type { Feld } from '#fields';
import { activeMemberIds } from '#identity';
import type { Refusal } from '#kernel';
import type { Tx } from '#platform';
import type { Reifegradmodelle } from '../domain/apply-reifegrad.ts';
import { istAngabe, type Stand, type Zuruecknahme } from '../domain/stand.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { readDateien } from '../store-nachweis.ts';
import { readFassungen, readNeueste } from '../store-stand.ts';
import type { Editor } from './editor.ts';
import { inheritedStaende, withLineage } from './inherited.ts';
import { zellenSchutz } from './own-cells.ts';
import type { StandWunsch } from './stand-wunsch.ts';

type Deps = Pick<CompassDeps, 'world' | 'enden' | 'clock' | 'modelle' | 'fieldsFor'>;

/** What the changes are checked against, read once for all of them. */
export interface Bekannt {
  readonly heute: Stand['giltAb'];
  readonly jetzt: Date;
  readonly aktuell: ReadonlyMap<string, Stand>;
  /** The cells of which the newest entry says that nothing is said any more; the next Fassung follows it. */
  readonly zurueckgenommen: ReadonlyMap<string, Zuruecknahme>;
  /** The statements that people had before their eyes, where newer ones have come, by `zelle`. */
  readonly gelesen: ReadonlyMap<string, Stand>;
  readonly istLeistung: (id: string) => boolean;
  readonly mitglieder: ReadonlySet<string> | null;
  readonly modelle: Reifegradmodelle;
  readonly felder: readonly Feld[];
  /** Files that wishes name as evidence and that are kept, with the Leistung for which they were handed in. */
  readonly dateien: ReadonlyMap<string, string>;
  /** Why a person may not change a cell; `null` where it may. */
  readonly gesperrt: (leistungId: string, stand: Stand | null) => Refusal | null;
}

/** Reads it inside a transaction of the Kommune. */
export async function bekanntesIn(
  tx: Tx,
  { world, enden, clock, modelle, fieldsFor }: Deps,
  editor: Editor,
  wuensche: readonly StandWunsch[],
): Promise<Bekannt> {
  const { kommune } = editor;
  const { catalogue } = await world();
  const heute = clock.today();
  const ids = wuensche.map(({ leistungId }) => leistungId);
  const neueste = await readNeueste(tx, [...new Set(withLineage(catalogue, ids, heute))]);
  const aktuell = neueste.filter(istAngabe);
  const zurueckgenommen = new Map(
    neueste.flatMap((each) => (istAngabe(each) ? [] : [[each.leistungId, each] as const])),
  );
  const naming = wuensche.some(({ aenderung }) => aenderung.zustaendig || aenderung.vertretung);
  const byId = new Map(aktuell.map((stand) => [stand.leistungId, stand]));
  for (const [id, { stand }] of inheritedStaende(catalogue, aktuell, heute)) byId.set(id, stand);
  const ueberholt = wuensche.filter(
    ({ leistungId, grundlage }) =>
      grundlage > 0 && (byId.get(leistungId)?.fassung ?? grundlage) !== grundlage,
  );
  const gelesen = await readFassungen(
    tx,
    ueberholt.map(({ leistungId, grundlage }) => ({ leistungId, fassung: grundlage })),
  );
  return {
    heute,
    jetzt: clock.now(),
    aktuell: byId,
    zurueckgenommen,
    gelesen: new Map(
      gelesen.filter(istAngabe).map((stand) => [zelle(stand.leistungId, stand.fassung), stand]),
    ),
    istLeistung: (id) =>
      catalogue.leistungById.has(id) || enden.has(id) || byId.has(id) || zurueckgenommen.has(id),
    mitglieder: naming ? await activeMemberIds(tx, kommune.tenant) : null,
    modelle,
    felder: await fieldsFor(kommune.tenant, 'stand'),
    dateien: await keptDateien(tx, wuensche),
    gesperrt: await zellenSchutz(tx, catalogue, editor, heute),
  };
}

async function keptDateien(tx: Tx, wuensche: readonly StandWunsch[]): Promise<ReadonlyMap<string, string>> {
  const named = wuensche.flatMap(({ aenderung }) => aenderung.nachweis?.datei ?? []);
  const kept = (await readDateien(tx, named)).filter(({ geloeschtAm }) => geloeschtAm === null);
  return new Map(kept.map(({ id, leistungId }) => [id, leistungId]));
}

/** By what `Bekannt.gelesen` is found. */
export const zelle = (leistungId: string, fassung: number) => `${leistungId}.${fassung}`;
