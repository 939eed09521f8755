import { type Leistung, type OzgLeistung, regelungOf, resolveLeistung, resolveOzgLeistung } from '#catalogue';
import { regelungZweifel, vollzugOfLeistung } from '#duties';
import { evidenceLabel, type LocalDate, ok, type Result } from '#kernel';
import { type Schritt, schritte } from '../domain/akteur.ts';
import type { LawWorld } from '../law-world.ts';
import { type Beitrag, computed, type Gefragt, recorded, share, vollzieht } from './wer-vollzieht.ts';

/** „Bund, Land, Kommune: wer macht was?“ for a Leistung or an OZG-Leistung. */
export interface WerMachtWas {
  readonly art: 'leistung' | 'ozg';
  readonly id: string;
  readonly name: string;
  readonly leistungen: number;
  readonly beitraege: readonly Beitrag[];
  /** The steps that no source and no computation answers. */
  readonly nichtBelegt: readonly Schritt[];
}

/** Who does what for one Leistung. Refuses an unknown one. */
export function werMachtLeistung(world: LawWorld, text: string, date: LocalDate): Result<WerMachtWas> {
  const found = resolveLeistung(world.catalogue, text);
  if (!found.ok) return found;
  const leistung = found.value;
  const ozg = leistung.ozgId === null ? undefined : world.catalogue.ozgById.get(leistung.ozgId);
  return ok(answer(world, { art: 'leistung', id: leistung.id, name: leistung.name }, [leistung], ozg, date));
}

/** Who does what for an OZG-Leistung, over all its Leistungen. Refuses an unknown one. */
export function werMachtOzg(world: LawWorld, text: string, date: LocalDate): Result<WerMachtWas> {
  const found = resolveOzgLeistung(world.catalogue, text);
  if (!found.ok) return found;
  const ozg = found.value;
  const leistungen = world.catalogue.leistungenByOzg.get(ozg.ozgId) ?? [];
  return ok(answer(world, { art: 'ozg', id: String(ozg.ozgId), name: ozg.name }, leistungen, ozg, date));
}

function answer(
  world: LawWorld,
  head: Pick<WerMachtWas, 'art' | 'id' | 'name'>,
  leistungen: readonly Leistung[],
  ozg: OzgLeistung | undefined,
  date: LocalDate,
): WerMachtWas {
  const gefragt = inForceFirst(
    leistungen.map((leistung) => ({ leistung, vollzug: vollzugOfLeistung(world.duties, leistung, date) })),
  );
  const found = [...regelt(world, gefragt), ...recorded(world, ozg, date), ...vollzieht(world, gefragt)];
  const beitraege = schritte.flatMap((schritt) => found.filter((beitrag) => beitrag.schritt === schritt));
  const answered = new Set(beitraege.filter(({ wer }) => wer !== 'offen').map(({ schritt }) => schritt));
  return {
    ...head,
    leistungen: gefragt.length,
    beitraege,
    nichtBelegt: schritte.filter((schritt) => !answered.has(schritt)),
  };
}

const akteurOfRegelung: Readonly<Record<string, string>> = { Bund: 'bund', Land: 'land-05' };

/** What has ended is left out of a bundle; of what has ended altogether, that is what is told. */
function inForceFirst(all: readonly Gefragt[]): readonly Gefragt[] {
  const inForce = all.filter(({ vollzug }) => vollzug.ende === null);
  return inForce.length > 0 ? inForce : all;
}

/** Who regulates, by the Typisierung of each Leistung; where the norm says otherwise, the doubt stands beside it. */
function regelt({ catalogue, law }: LawWorld, gefragt: readonly Gefragt[]): readonly Beitrag[] {
  const groups = Map.groupBy(gefragt, ({ leistung }) => regelungOf(catalogue, leistung).wer);
  return [...groups].flatMap(([wer, members]): Beitrag[] => {
    const first = members[0];
    if (wer === null || first === undefined) return [];
    const { typ, evidence, source } = regelungOf(catalogue, first.leistung);
    const akteurId = akteurOfRegelung[wer] ?? null;
    return [
      {
        ...computed('regelt', wer, share(members.length, gefragt.length)),
        akteurId: akteurId !== null && law.akteurById.has(akteurId) ? akteurId : null,
        norm: `Typisierung ${typ ?? ''}`.trim(),
        evidenz: evidence,
        quelle: source === null ? null : { title: source, url: null },
        hinweis: zweifelText(wer, members),
      },
    ];
  });
}

/** The doubts of a group: in full for one Leistung, counted for several. */
function zweifelText(wer: string, members: readonly Gefragt[]): string | null {
  const doubts = members.flatMap(({ vollzug }) => regelungZweifel(wer, vollzug.herkunft) ?? []);
  const [first] = doubts;
  if (first === undefined) return null;
  return members.length === 1 ? first : `Zweifel bei ${doubts.length} von ${members.length}: ${first}`;
}

/** The answer in JSON, for API and command. */
export function werMachtWasJson({ beitraege, nichtBelegt, ...head }: WerMachtWas, date: LocalDate) {
  return {
    ...head,
    date,
    beitraege: beitraege.map(({ evidenz, quelle, ...beitrag }) => ({
      ...beitrag,
      evidence: evidenz && evidenceLabel[evidenz],
      quelle: quelle && { ...quelle },
    })),
    nichtBelegt: [...nichtBelegt],
  };
}
