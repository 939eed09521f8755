import type { Quartal } from '#kernel';
import { ohnePlatz, type Planungsproblem, type Zuteilung } from './problem.ts';
import type { Zehntel } from './tage.ts';

/** One plan of two. */
export interface Planseite {
  readonly problem: Planungsproblem;
  readonly zuteilung: Zuteilung;
}

/** A Massnahme for one Kommune that the second plan brings at another time; `null` is „kein Platz“. */
export interface Unterschied {
  readonly massnahme: string;
  readonly titel: string;
  readonly ags: string;
  readonly kommune: string;
  readonly vorher: Quartal | null;
  readonly nachher: Quartal | null;
  /** Quarters earlier (positive) or later (negative); „kein Platz“ counts as after the last quarter of both. */
  readonly frueher: number;
}

/** What a second plan rests on otherwise than the first one. */
export interface AndereGrundlage {
  readonly teams: readonly { readonly name: string; readonly mehr: Zehntel }[];
  readonly nurErster: readonly string[];
  readonly nurZweiter: readonly string[];
  readonly gewichte: readonly { readonly titel: string; readonly vorher: number; readonly nachher: number }[];
}

/** What the second plan wins and loses against the first one, and on what else it rests. */
export interface Vergleich {
  readonly gewinnt: readonly Unterschied[];
  readonly verliert: readonly Unterschied[];
  readonly gleich: number;
  readonly grundlage: AndereGrundlage;
}

/** Sets two plans side by side, over what both plan. */
export function vergleiche(erster: Planseite, zweiter: Planseite): Vergleich {
  const first = placesOf(erster);
  const second = placesOf(zweiter);
  const last = [...erster.problem.quartale, ...zweiter.problem.quartale].sort().at(-1);
  const end = last === undefined ? 0 : numberOf(last) + 1;
  const position = (quartal: Quartal | null) => (quartal === null ? end : numberOf(quartal));
  const both = [...second].flatMap(([key, { quartal, ...rest }]): Unterschied[] => {
    const before = first.get(key);
    if (!before) return [];
    return [
      {
        ...rest,
        vorher: before.quartal,
        nachher: quartal,
        frueher: position(before.quartal) - position(quartal),
      },
    ];
  });
  const gewinnt = both.filter(({ frueher }) => frueher > 0).sort((a, b) => b.frueher - a.frueher);
  const verliert = both.filter(({ frueher }) => frueher < 0).sort((a, b) => a.frueher - b.frueher);
  return {
    gewinnt,
    verliert,
    gleich: both.length - gewinnt.length - verliert.length,
    grundlage: andereGrundlage(erster.problem, zweiter.problem),
  };
}

function placesOf({ problem, zuteilung }: Planseite) {
  const names = new Map(problem.kommunen.map(({ ags, name }) => [ags, name]));
  return new Map(
    problem.einheiten.flatMap(({ massnahme, ags }, index) => {
      const { id, titel } = problem.massnahmen[massnahme] ?? { id: '', titel: '' };
      const platz = zuteilung[index] ?? ohnePlatz;
      if (ags === null) return [];
      const quartal = problem.quartale[platz] ?? null;
      return [
        [`${id}/${ags}`, { massnahme: id, titel, ags, kommune: names.get(ags) ?? ags, quartal }] as const,
      ];
    }),
  );
}

function andereGrundlage(erster: Planungsproblem, zweiter: Planungsproblem): AndereGrundlage {
  const before = new Map(erster.massnahmen.map((one) => [one.id, one]));
  const after = new Map(zweiter.massnahmen.map((one) => [one.id, one]));
  return {
    teams: teamUnterschiede(erster, zweiter),
    nurErster: erster.massnahmen.filter(({ id }) => !after.has(id)).map(({ titel }) => titel),
    nurZweiter: zweiter.massnahmen.filter(({ id }) => !before.has(id)).map(({ titel }) => titel),
    gewichte: zweiter.massnahmen.flatMap(({ id, titel, gewicht }) => {
      const vorher = before.get(id)?.gewicht;
      return vorher === undefined || vorher === gewicht ? [] : [{ titel, vorher, nachher: gewicht }];
    }),
  };
}

/** Days more or fewer in the quarters that both plans hold. */
function teamUnterschiede(erster: Planungsproblem, zweiter: Planungsproblem): AndereGrundlage['teams'] {
  const shared = erster.quartale.filter((quartal) => zweiter.quartale.includes(quartal));
  const sumOf = ({ teams, quartale }: Planungsproblem, id: string) => {
    const kapazitaet = teams.find((team) => team.id === id)?.kapazitaet ?? [];
    return shared.reduce((sum, quartal) => sum + (kapazitaet[quartale.indexOf(quartal)] ?? 0), 0);
  };
  const names = new Map([...erster.teams, ...zweiter.teams].map(({ id, name }) => [id, name]));
  return [...names].flatMap(([id, name]) => {
    const mehr = sumOf(zweiter, id) - sumOf(erster, id);
    return mehr === 0 ? [] : [{ name, mehr }];
  });
}

function numberOf(quartal: Quartal): number {
  return Number(quartal.slice(0, 4)) * 4 + Number(quartal.slice(6)) - 1;
}
