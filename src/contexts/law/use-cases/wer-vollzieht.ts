import type { Leistung, OzgLeistung } from '#catalogue';
import { endeText, herkunftText, type Vollzug } from '#duties';
import { type EvidenceGrade, type LocalDate, type Source, weakestGrade } from '#kernel';
import { type Ort, rollenFor, type Schritt } from '../domain/akteur.ts';
import type { LawWorld } from '../law-world.ts';

const keine: Antworten = { count: 0, stellen: new Set(), herkunft: new Set(), grades: [] };

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

/** A Leistung with who executes it. */
export interface Gefragt {
  readonly leistung: Leistung;
  readonly vollzug: Vollzug;
}

/** Who executes, by the verdicts of all bodies; an OZG-Leistung adds up its Leistungen. */
export function vollzieht(world: LawWorld, gefragt: readonly Gefragt[]): readonly Beitrag[] {
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

export function recorded(
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

export function computed(schritt: Schritt, wer: string, was: string): Beitrag {
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

export function share(part: number, whole: number): string {
  return whole === 1 ? 'Regelt die Leistung.' : `Regelt ${part} von ${whole} Leistungen.`;
}

/** What the bodies answer about all Leistungen in question, by verdict. */
export interface Antworten {
  readonly count: number;
  readonly stellen: ReadonlySet<string>;
  readonly herkunft: ReadonlySet<string>;
  readonly grades: readonly EvidenceGrade[];
}
