import type { Onlinedienst } from '#forms/onlinedienst';
import { parseTestfaelle } from '#forms/testfaelle';
import { ok, type Result, refuse } from '#kernel';
import { canonicalJson, type Paketinhalt, sha256Hex } from '#standards/leitwerk-paket';
import type { PackagesDeps } from '../deps.ts';
import { eigenesZuerst } from '../domain/portalprofil.ts';
import { type Bedarf, type Urteil, urteileUeber } from '../domain/urteil.ts';
import { paketUnknown } from '../errors.ts';
import { bedarfOf } from '../konformitaet/bedarf.ts';
import { type Probelauf, spieleAuf } from '../konformitaet/spielen.ts';
import { inhaltOf } from '../paketinhalt.ts';
import { type Paketzeile, readPaketbytes, readPakete } from '../store-paket.ts';
import { dienstNamed } from './bauen.ts';

/** A service in the list: where it would run, and whether it is packed as it stands. */
export interface Dienstzeile {
  readonly dienst: Onlinedienst;
  /** The content hash that its package has, or would have. */
  readonly summe: string;
  readonly faelle: number;
  readonly urteile: readonly Urteil[];
  readonly pakete: readonly Paketzeile[];
  /** Whether a package of exactly this content lies here. */
  readonly gepackt: boolean;
}

/** One part of a package. */
export interface Teil {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Dienstdetail extends Dienstzeile {
  readonly teile: readonly Teil[];
  readonly bedarf: readonly Bedarf[];
  /** What came of the test cases, portal by portal, in the order of the verdicts. */
  readonly laeufe: readonly Probelauf[];
}

/** All services of this installation, by title. */
export async function readDienste(deps: PackagesDeps): Promise<readonly Dienstzeile[]> {
  const all = await deps.onlinedienste();
  const pakete = Map.groupBy(await deps.db.withPublic((tx) => readPakete(tx, null)), ({ dienst }) => dienst);
  const zeilen = await Promise.all(
    all.map(async (dienst) => {
      const { zeile } = await zeileOf(deps, dienst, pakete.get(dienst.id) ?? []);
      return zeile;
    }),
  );
  return zeilen.toSorted((a, b) => a.dienst.title.localeCompare(b.dienst.title, 'de'));
}

/** One service with the content of its package, what it needs, and what becomes of it on each portal. */
export async function readDienst(deps: PackagesDeps, name: string): Promise<Result<Dienstdetail>> {
  const found = await dienstNamed(deps, name);
  if (!found.ok) return found;
  const pakete = await deps.db.withPublic((tx) => readPakete(tx, found.value.id));
  const { zeile, inhalt } = await zeileOf(deps, found.value, pakete);
  const faelle = parseTestfaelle(inhalt.teile['testfaelle.json']);
  return ok({
    ...zeile,
    teile: teileOf(inhalt),
    bedarf: bedarfOf(found.value),
    laeufe: zeile.urteile.map((urteil) => spieleAuf(found.value, faelle.ok ? faelle.value : [], urteil)),
  });
}

/** The parts of a package with size and hash, by name. */
export function teileOf({ teile }: Pick<Paketinhalt, 'teile'>): readonly Teil[] {
  return Object.entries(teile)
    .map(([name, teil]) => {
      const text = canonicalJson(teil);
      return { name, bytes: Buffer.byteLength(text), sha256: sha256Hex(text) };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The bytes of a package that lies here, and what it is. */
export async function readPaketdatei(
  { db }: Pick<PackagesDeps, 'db'>,
  summe: string,
): Promise<Result<{ readonly zeile: Paketzeile; readonly bytes: Uint8Array<ArrayBuffer> }>> {
  return db.withPublic(async (tx) => {
    const zeile = (await readPakete(tx, null)).find((each) => each.summe === summe);
    const bytes = zeile ? await readPaketbytes(tx, summe) : null;
    return zeile && bytes ? ok({ zeile, bytes }) : refuse(paketUnknown);
  });
}

async function zeileOf(
  deps: PackagesDeps,
  dienst: Onlinedienst,
  pakete: readonly Paketzeile[],
): Promise<{ readonly zeile: Dienstzeile; readonly inhalt: Paketinhalt }> {
  const testfaelle = await deps.testfaelle(dienst.id, dienst.version);
  const inhalt = inhaltOf(dienst, testfaelle);
  const summe = deps.leser.summeOf(inhalt);
  const bedarf = bedarfOf(dienst);
  const zeile = {
    dienst,
    summe,
    faelle: Array.isArray(testfaelle.cases) ? testfaelle.cases.length : 0,
    urteile: eigenesZuerst(await deps.profile(), deps.eigenesProfil).map((profil) =>
      urteileUeber(bedarf, profil),
    ),
    pakete,
    gepackt: pakete.some((paket) => paket.summe === summe),
  };
  return { zeile, inhalt };
}
