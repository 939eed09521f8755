import { membersOfActor } from '#identity';
import { ok, type Result, refuse } from '#kernel';
import { type Actor, actorOf, type Tx } from '#platform';
import type { Bezug } from '../domain/bezug.ts';
import type { Unterschied } from '../domain/sammel.ts';
import { type Eintrag, istAngabe, ohneAngabe, type Stand } from '../domain/stand.ts';
import { unterschied, werteOf } from '../domain/unterschied.ts';
import type { CompassDeps, Kommune } from '../doors-deps.ts';
import { mitgliedMissing } from '../errors.ts';
import { keineAngabe } from '../messages.ts';
import { type Angabenummer, putGesehen, readAngabenSeit, readGesehen } from '../store-gesehen.ts';
import { readFassungen } from '../store-stand.ts';
import { feldText, type Namen, werText } from '../views/feld-text.ts';
import type { Reader } from './editor.ts';
import { type StandListe, type StandZeile, standListe } from './stand-liste.ts';

/** What somebody else changed in a cell that concerns a member. */
export interface Neuigkeit extends Angabenummer {
  readonly name: string;
  readonly bezug: Bezug;
  readonly angegebenAm: Date;
  readonly wer: string;
  readonly unterschiede: readonly Unterschied[];
}

/** A member of a Kommune for whom news are put together. */
export interface Empfaenger {
  readonly kommune: Kommune;
  readonly mitglied: string;
}

type Deps = Pick<CompassDeps, 'db' | 'clock' | 'world' | 'enden' | 'personen' | 'loesungen' | 'fieldsFor'>;

const most = 3000;
const tage = 90;
const system = actorOf('system', 'kompass');

/** What others changed since an instant in the cells of a member, newest first: for a mail that tells of it. */
export async function digestFor(
  deps: Deps,
  empfaenger: Empfaenger,
  seit: Date,
): Promise<Result<readonly Neuigkeit[]>> {
  const liste = await standListe(deps, {
    ...empfaenger,
    actor: system,
    darfPflegen: false,
    darfVerwalten: false,
  });
  if (!liste.ok) return liste;
  const loesungen = await deps.loesungen();
  const angaben = await readAngaben(deps, system, empfaenger, seit, () => false);
  return ok(neuigkeitenOf({ ...liste.value, loesungen }, liste.value, empfaenger.mitglied, angaben));
}

/** The same as far as the reader has not marked it as seen; at most of the last 90 days. */
export async function meineNeuigkeiten(
  deps: Deps,
  reader: Reader,
  fuer: string | null = reader.mitglied,
): Promise<Result<readonly Neuigkeit[]>> {
  if (fuer === null) return refuse(mitgliedMissing);
  const liste = await standListe(deps, { ...reader, mitglied: fuer });
  if (!liste.ok) return liste;
  const loesungen = await deps.loesungen();
  const seit = new Date(deps.clock.now().getTime() - tage * 86_400_000);
  const gesehen = await deps.db.withTenant(reader.kommune.tenant, reader.actor, (tx) =>
    readGesehen(tx, fuer),
  );
  const angaben = await readAngaben(
    deps,
    reader.actor,
    { kommune: reader.kommune, mitglied: fuer },
    seit,
    ({ leistungId, fassung }) => fassung <= (gesehen.get(leistungId) ?? 0),
  );
  return ok(neuigkeitenOf({ ...liste.value, loesungen }, liste.value, fuer, angaben));
}

/** Marks statements as seen; of each cell also those before. Gives how many cells moved on. */
export function markiereGesehen(
  { db }: Pick<Deps, 'db'>,
  { kommune, actor, mitglied }: Reader,
  gesehen: readonly Angabenummer[],
  fuer: string | null = mitglied,
): Promise<Result<number>> {
  if (fuer === null) return Promise.resolve(refuse(mitgliedMissing));
  return db.withTenant(kommune.tenant, actor, async (tx) =>
    ok(await putGesehen(tx, kommune.tenant, fuer, gesehen)),
  );
}

interface Angabe {
  readonly stand: Eintrag;
  readonly vorher: Stand | null;
}

function readAngaben(
  { db }: Deps,
  actor: Actor,
  { kommune, mitglied }: Empfaenger,
  seit: Date,
  istGesehen: (nummer: Angabenummer) => boolean,
): Promise<readonly Angabe[]> {
  return db.withTenant(kommune.tenant, actor, async (tx) => {
    const nummern = (await readAngabenSeit(tx, seit, most)).filter((each) => !istGesehen(each));
    const [staende, fruehere] = [await readFassungen(tx, nummern), await formerOf(tx, nummern)];
    return staende
      .filter(({ angegebenVon }) => membersOfActor(angegebenVon)?.id !== mitglied)
      .map((stand) => ({ stand, vorher: fruehere.get(keyOf(stand.leistungId, stand.fassung - 1)) ?? null }))
      .toSorted((a, b) => b.stand.angegebenAm.getTime() - a.stand.angegebenAm.getTime());
  });
}

const keyOf = (leistungId: string, fassung: number) => `${leistungId}.${fassung}`;

async function formerOf(tx: Tx, nummern: readonly Angabenummer[]): Promise<ReadonlyMap<string, Stand>> {
  const former = await readFassungen(
    tx,
    nummern.map(({ leistungId, fassung }) => ({ leistungId, fassung: fassung - 1 })),
  );
  return new Map(former.filter(istAngabe).map((stand) => [keyOf(stand.leistungId, stand.fassung), stand]));
}

/** Puts the news of a member together out of statements; the member's own count as none. */
export function neuigkeitenOf(
  namen: Namen,
  { zeilen, personen }: Pick<StandListe, 'zeilen' | 'personen'>,
  mitglied: string,
  angaben: readonly Angabe[],
): readonly Neuigkeit[] {
  const byId = new Map(zeilen.map((zeile) => [zeile.ort.id, zeile]));
  return angaben.flatMap(({ stand, vorher }) => {
    const zeile = byId.get(stand.leistungId);
    const bezug = bezugOf(zeile, stand, vorher, mitglied);
    if (bezug === null) return [];
    const { leistungId, fassung, angegebenAm, angegebenVon } = stand;
    const felder = istAngabe(stand) ? unterschied(vorher ?? ohneAngabe, werteOf(stand)) : nurZustand;
    return [
      {
        leistungId,
        fassung,
        name: zeile?.ort.name ?? leistungId,
        bezug,
        angegebenAm,
        wer: werText(personen, angegebenVon),
        unterschiede: felder.map((feld) => ({
          feld,
          vorher: vorher === null ? 'leer' : feldText(namen, feld, vorher[feld]),
          nachher: istAngabe(stand) ? feldText(namen, feld, stand[feld]) : keineAngabe,
        })),
      },
    ];
  });
}

/** Of a statement that was taken back it is told where it stood, not each value that went. */
const nurZustand = ['zustand'] as const;

function bezugOf(
  zeile: StandZeile | undefined,
  stand: Eintrag,
  vorher: Stand | null,
  mitglied: string,
): Bezug | null {
  if (stand.zustaendig === mitglied) return 'zustaendig';
  if (stand.vertretung === mitglied) return 'vertretung';
  if (vorher?.zustaendig === mitglied || vorher?.vertretung === mitglied) return 'abgegeben';
  return zeile?.meine ? 'fachbereich' : null;
}
