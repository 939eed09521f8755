import type { Onlinedienst } from '#forms/onlinedienst';
import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { GeoeffnetesPaket } from '#standards/leitwerk-paket';
import type { PackagesDeps } from '../deps.ts';
import { faehigkeiten } from '../domain/faehigkeit.ts';
import { eigenesZuerst } from '../domain/portalprofil.ts';
import { type Bedarf, type Urteil, urteileUeber } from '../domain/urteil.ts';
import { capabilityUnknown } from '../errors.ts';
import { bedarfOf } from '../konformitaet/bedarf.ts';
import { type Probelauf, spieleAuf } from '../konformitaet/spielen.ts';
import { dienstIn, inhaltOf } from '../paketinhalt.ts';
import { readVertrauen } from '../store-schluessel.ts';
import { type Teil, teileOf } from './lesen.ts';
import { urteilAus } from './schluessel.ts';
import { type Teilunterschied, vergleicheInhalte } from './vergleichen.ts';

/** What a package is to this installation. */
export interface Pruefung {
  readonly paket: GeoeffnetesPaket;
  readonly dienst: Onlinedienst;
  readonly teile: readonly Teil[];
  readonly bedarf: readonly Bedarf[];
  readonly faelle: number;
  /** This installation first, then the other portals. */
  readonly urteile: readonly [Urteil, ...Urteil[]];
  /** What came of its test cases here. */
  readonly lauf: Probelauf;
  /** The version of the service that lies here; `null` where none does. */
  readonly hier: { readonly version: number; readonly unterschiede: readonly Teilunterschied[] } | null;
}

type PruefDeps = Pick<PackagesDeps, 'leser' | 'onlinedienste' | 'testfaelle' | 'profile' | 'eigenesProfil'>;

/**
 * Opens a package and works out what would become of it here; nothing is kept. Refuses what cannot be opened, was altered,
 * is not signed by a key of the list, asks for something unknown, or carries a definition that does not hold.
 */
export async function pruefePaket(deps: PruefDeps, tx: Tx, bytes: Uint8Array): Promise<Result<Pruefung>> {
  const paket = deps.leser.open(bytes, urteilAus(await readVertrauen(tx)));
  if (!paket.ok) return paket;
  const { inhalt } = paket.value;
  const unknown = (inhalt.kopf.faehigkeiten ?? []).filter((name) => !faehigkeiten.has(name));
  if (unknown.length > 0) return refuse(capabilityUnknown(unknown));
  const inner = dienstIn(inhalt);
  if (!inner.ok) return inner;
  const { dienst, faelle } = inner.value;
  const bedarf = bedarfOf(dienst);
  const [own, ...others] = eigenesZuerst(await deps.profile(), deps.eigenesProfil);
  const eigenes = urteileUeber(bedarf, own);
  return ok({
    paket: paket.value,
    dienst,
    teile: teileOf(inhalt),
    bedarf,
    faelle: faelle.length,
    urteile: [eigenes, ...others.map((profil) => urteileUeber(bedarf, profil))],
    lauf: spieleAuf(dienst, faelle, eigenes),
    hier: await hierOf(deps, dienst, paket.value),
  });
}

async function hierOf(
  { onlinedienste, testfaelle }: PruefDeps,
  { id }: Onlinedienst,
  { inhalt }: GeoeffnetesPaket,
): Promise<Pruefung['hier']> {
  const here = (await onlinedienste()).find((each) => each.id === id);
  if (!here) return null;
  const own = inhaltOf(here, await testfaelle(here.id, here.version));
  return { version: here.version, unterschiede: vergleicheInhalte(own, inhalt) };
}
