import { type Leistung, type OzgLeistung, regelungOf, resolveLeistung, resolveOzgLeistung } from '#catalogue';
import { endeText, herkunftText, regelungZweifel, type Vollzug, vollzugOfLeistung } from '#duties';
import {
  type EvidenceGrade,
  evidenceLabel,
  type LocalDate,
  ok,
  type Result,
  type Source,
  weakestGrade,
} from '#kernel';
import { type Ort, rollenFor, type Schritt, schritte } from '../domain/akteur.ts';
import type { LawWorld } from '../law-world.ts';

/** Who does one step, computed from Typisierung and rules or recorded with a source. */
export interface Beitrag {
  readonly schritt: Schritt;
  readonly herkunft: 'berechnet' | 'erfasst';
  readonly akteurId: string | null;
  readonly wer: string;
  readonly was: string;
  readonly norm: string | null;
  readonly evidenz: EvidenceGrade | null;
  readonly quelle: Source | null;
  readonly hinweis: string | null;
}

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

/** A Leistung with who executes it. */
interface Gefragt {
  readonly leistung: Leistung;
  readonly vollzug: Vollzug;
}

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

/** What the bodies answer about all Leistungen in question, by verdict. */
interface Antworten {
  readonly count: number;
  readonly stellen: ReadonlySet<string>;
  readonly herkunft: ReadonlySet<string>;
  readonly grades: readonly EvidenceGrade[];
}

const keine: Antworten = { count: 0, stellen: new Set(), herkunft: new Set(), grades: [] };

/** Who executes, by the verdicts of all bodies; an OZG-Leistung adds up its Leistungen. */
function vollzieht(world: LawWorld, gefragt: readonly Gefragt[]): readonly Beitrag[] {
  const byVerdict = new Map<string, Antworten>();
  for (const { leistung, vollzug } of gefragt) {
    const { gruppen, herkunft } = vollzug;
    for (const { verdict, koerperschaften, stellen } of gruppen) {
      const before = byVerdict.get(verdict) ?? keine;
      byVerdict.set(verdict, {
        count: before.count + koerperschaften,
        stellen: new Set([...before.stellen, ...stellen]),
        herkunft: new Set([...before.herkunft, herkunftText(herkunft, leistung.ozgId)]),
        grades: [...before.grades, ...herkunft.regeln.map(({ evidenz }) => evidenz)],
      });
    }
  }
  const asked = world.duties.facts.bodies.length * gefragt.length;
  const ende = gefragt[0]?.vollzug.ende;
  if (ende)
    return [
      {
        ...computed('vollzieht', 'niemand mehr', endeText(ende)),
        evidenz: ende.evidenz,
        quelle: ende.source,
      },
    ];
  return [...byVerdict]
    .filter(([verdict]) => verdict !== 'nicht einschlägig')
    .map(([verdict, antworten]) => vollzugBeitrag(verdict, antworten, asked));
}

const werVollzieht: Readonly<Record<string, string>> = {
  selbst: 'die Kommune selbst',
  Kreis: 'der Kreis für seine Gemeinden',
};

function vollzugBeitrag(verdict: string, antworten: Antworten, asked: number): Beitrag {
  const { count, stellen, herkunft, grades } = antworten;
  const named = stellen.size > 0 ? `: ${[...stellen].join('; ')}` : '';
  const share = `${count} von ${asked} Antworten der Körperschaften`;
  return {
    ...computed('vollzieht', werVollzieht[verdict] ?? verdict, ''),
    was: verdict === 'offen' ? `${share}: niemand ist belegt.` : `${share} lauten „${verdict}“${named}.`,
    norm: herkunft.size === 1 ? ([...herkunft][0] ?? null) : `${herkunft.size} verschiedene Herkünfte`,
    evidenz: verdict === 'offen' || grades.length === 0 ? null : weakestGrade(grades),
    hinweis: 'Eine Antwort je Leistung und Körperschaft in Nordrhein-Westfalen.',
  };
}

function recorded(
  { law, catalogue }: LawWorld,
  ozg: OzgLeistung | undefined,
  date: LocalDate,
): readonly Beitrag[] {
  const lage = ozg && catalogue.lageById.get(ozg.lageId);
  const ort: Ort = { themenfeldId: lage?.themenfeldId ?? null, ozgId: ozg?.ozgId ?? null };
  return rollenFor(law.rollen, ort, date).map((rolle) => ({
    schritt: rolle.schritt,
    herkunft: 'erfasst',
    akteurId: rolle.akteurId,
    wer: law.akteurById.get(rolle.akteurId)?.name ?? rolle.akteurId,
    was: rolle.was,
    norm: rolle.norm,
    evidenz: rolle.evidenz,
    quelle: rolle.quelle,
    hinweis: rolle.hinweis,
  }));
}

function computed(schritt: Schritt, wer: string, was: string): Beitrag {
  return {
    schritt,
    herkunft: 'berechnet',
    akteurId: null,
    wer,
    was,
    norm: null,
    evidenz: null,
    quelle: null,
    hinweis: null,
  };
}

function share(part: number, whole: number): string {
  return whole === 1 ? 'Regelt die Leistung.' : `Regelt ${part} von ${whole} Leistungen.`;
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
