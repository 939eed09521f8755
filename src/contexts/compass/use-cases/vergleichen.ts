import { ok, type Result, refuse } from '#kernel';
import { gesagtVon } from '../domain/columns/stand-on.ts';
import {
  ausschlussOf,
  type Band,
  type NichtVerglichen,
  platzOf,
  type Vergleichsseite,
} from '../domain/vergleichbar.ts';
import { zustaende } from '../domain/zustand.ts';
import { notComparable, nothingToCompare, vergleichUnknown } from '../figure-errors.ts';
import { scopeFor } from '../figures/frage.ts';
import { namesOf } from '../figures/matrix-names.ts';
import type { GestellteFrage } from './frage-stellen.ts';

/** A Kommune in the field of a comparison. */
export interface Feldplatz {
  readonly ags: string;
  readonly name: string;
  readonly einwohner: number | null;
  readonly online: number;
  readonly platz: number;
}

/** A Leistung that others offer online and the own Kommune does not. */
export interface Vorsprung {
  readonly leistungId: string;
  readonly name: string;
  /** The compared Kommunen that have it online. */
  readonly voraus: readonly { readonly ags: string; readonly name: string }[];
}

export interface Vergleich {
  readonly eigene: Feldplatz;
  readonly band: Band;
  /** Duties that all of the field have. */
  readonly pflichten: number;
  /** The own Kommune and those with which it is compared, the best first. */
  readonly feld: readonly Feldplatz[];
  readonly nichtVerglichen: readonly NichtVerglichen[];
  readonly vorspruenge: readonly Vorsprung[];
}

export interface Vergleichswunsch {
  /** The Kommune that is compared. */
  readonly ags: string;
  readonly band: Band;
  /** The Kommunen to compare with; empty for all with whom it is fair. */
  readonly mit: readonly string[];
}

const online = zustaende.indexOf('online') + 1;

/** Compares a Kommune with those that have just its duties and about its size, and says with whom and with whom not. */
export async function vergleichen(
  frage: GestellteFrage,
  { ags, band, mit }: Vergleichswunsch,
): Promise<Result<Vergleich>> {
  const seiten = await seitenOf(frage);
  const eigene = seiten.find((seite) => seite.ags === ags);
  if (eigene === undefined) return refuse(vergleichUnknown(ags));
  const unknown = mit.find((each) => !seiten.some((seite) => seite.ags === each));
  if (unknown !== undefined) return refuse(vergleichUnknown(unknown));
  if (!eigene.pflichten.includes(1)) return refuse(nothingToCompare(eigene.name));
  const andere = seiten
    .filter((seite) => seite !== eigene && (mit.length === 0 || mit.includes(seite.ags)))
    .map((seite) => ({ seite, grund: ausschlussOf(eigene, seite, band) }));
  const nichtVerglichen = andere.flatMap(({ seite, grund }) =>
    grund ? [{ ags: seite.ags, name: seite.name, grund }] : [],
  );
  // Whoever names others is told why it would not be fair, and gets no picture of it.
  if (mit.length > 0 && nichtVerglichen.length > 0)
    return refuse(notComparable(eigene.name, nichtVerglichen));
  const peers = andere.flatMap(({ seite, grund }) => (grund ? [] : [seite]));
  const feld = feldOf([eigene, ...peers]);
  const own = feld.find((each) => each.ags === ags);
  if (own === undefined) return refuse(vergleichUnknown(ags));
  const pflichten = eigene.pflichten.reduce((sum, each) => sum + each, 0);
  return ok({
    eigene: own,
    band,
    pflichten,
    feld,
    nichtVerglichen,
    vorspruenge: vorspruengeOf(eigene, peers),
  });
}

interface Seite extends Vergleichsseite {
  readonly ags: string;
  readonly name: string;
  readonly leistungen: readonly { readonly id: string; readonly name: string }[];
  /** 1 for each compared Leistung that is a duty and online. */
  readonly online: Uint8Array;
}

/** Every Kommune that may be seen, with what it owes and has online of the asked Leistungen. */
async function seitenOf(frage: GestellteFrage): Promise<readonly Seite[]> {
  const { figures, umfang } = frage;
  const names = namesOf(figures).leistungen.names;
  const all = { ...frage, umfang: { ...umfang, kommunen: null, klassen: null, kreise: null } };
  const [pflicht, scope, stand] = [
    await figures.pflichtOn(umfang.pflichtenVom),
    await scopeFor(all),
    await figures.standOn(umfang.datum),
  ];
  const { bodies, leistungen: columns } = figures.matrix;
  const leistungen = [...scope.leistungen].map((at) => ({
    id: columns[at]?.id ?? '',
    name: names[at] ?? '',
  }));
  return bodies.flatMap(({ ags, name, einwohner }, row) => {
    if (scope.bodies[row] !== 1) return [];
    const cellOf = (at: number) => row * columns.length + at;
    const pflichten = Uint8Array.from(scope.leistungen, (at) => pflicht[cellOf(at)] ?? 0);
    const isOnline = (at: number) =>
      pflicht[cellOf(at)] === 1 && gesagtVon(stand, cellOf(at)).zustand === online;
    return [
      {
        ags,
        name,
        einwohner,
        leistungen,
        pflichten,
        online: Uint8Array.from(scope.leistungen, (at) => (isOnline(at) ? 1 : 0)),
      },
    ];
  });
}

function feldOf(seiten: readonly Seite[]): readonly Feldplatz[] {
  const counted = seiten.map((seite) => ({
    seite,
    online: seite.online.reduce((sum, each) => sum + each, 0),
  }));
  const all = counted.map((each) => each.online);
  return counted
    .map(({ seite: { ags, name, einwohner }, online: count }) => ({
      ags,
      name,
      einwohner,
      online: count,
      platz: platzOf(count, all),
    }))
    .sort((a, b) => a.platz - b.platz);
}

function vorspruengeOf(eigene: Seite, peers: readonly Seite[]): readonly Vorsprung[] {
  return eigene.leistungen
    .flatMap(({ id, name }, at) => {
      if (eigene.pflichten[at] !== 1 || eigene.online[at] === 1) return [];
      const voraus = peers
        .filter((peer) => peer.online[at] === 1)
        .map((peer) => ({ ags: peer.ags, name: peer.name }));
      return voraus.length > 0 ? [{ leistungId: id, name, voraus }] : [];
    })
    .sort((a, b) => b.voraus.length - a.voraus.length);
}
