import { auslastungOf } from './auslastung.ts';
import { ohnePlatz, type Planungsproblem, type Zuteilung } from './problem.ts';

/** A rule that a plan breaks, by positions in its problem. */
export type Verstoss =
  | {
      readonly art: 'kapazitaet';
      readonly team: number;
      readonly quartal: number;
      readonly belegt: number;
      readonly kapazitaet: number;
    }
  | { readonly art: 'zu-frueh' | 'zu-spaet'; readonly einheit: number; readonly quartal: number }
  | { readonly art: 'reihenfolge'; readonly vor: number; readonly nach: number };

/** Everything that a plan breaks; none for what the solver makes. */
export function pruefe(problem: Planungsproblem, zuteilung: Zuteilung): readonly Verstoss[] {
  return [
    ...zuVolle(problem, zuteilung),
    ...ausserhalb(problem, zuteilung),
    ...verkehrteFolgen(problem, zuteilung),
  ];
}

function zuVolle(problem: Planungsproblem, zuteilung: Zuteilung): readonly Verstoss[] {
  return auslastungOf(problem, zuteilung).flatMap((row, team) =>
    row.flatMap(({ belegt, kapazitaet }, quartal) =>
      belegt > kapazitaet ? [{ art: 'kapazitaet' as const, team, quartal, belegt, kapazitaet }] : [],
    ),
  );
}

function ausserhalb({ einheiten }: Planungsproblem, zuteilung: Zuteilung): readonly Verstoss[] {
  return einheiten.flatMap(({ von, bis }, einheit) => {
    const quartal = zuteilung[einheit] ?? ohnePlatz;
    if (quartal === ohnePlatz) return [];
    return [
      ...(quartal < von ? [{ art: 'zu-frueh' as const, einheit, quartal }] : []),
      ...(quartal > bis ? [{ art: 'zu-spaet' as const, einheit, quartal }] : []),
    ];
  });
}

function verkehrteFolgen({ kanten }: Planungsproblem, zuteilung: Zuteilung): readonly Verstoss[] {
  return kanten.flatMap(({ vor, nach, abstand }) => {
    const first = zuteilung[vor] ?? ohnePlatz;
    const then = zuteilung[nach] ?? ohnePlatz;
    if (then === ohnePlatz || (first !== ohnePlatz && first + abstand <= then)) return [];
    return [{ art: 'reihenfolge' as const, vor, nach }];
  });
}

/** Tells one breach from another, so that those that a move adds can be found. */
export function verstossKey(verstoss: Verstoss): string {
  return JSON.stringify(verstoss);
}
