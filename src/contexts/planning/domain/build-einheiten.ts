import type { LocalDate, Quartal } from '#kernel';
import type { Massnahme } from './massnahme.ts';
import type { Einheit, Last } from './problem.ts';
import { firstWholeQuartal, lastWholeQuartal } from './quartale.ts';
import type { Verteiler } from './verteile-lasten.ts';
import type { Vorlage } from './vorlage.ts';

/** The Einheiten of one Massnahme, and what kept some of its work from a team. */
export interface Zerlegt {
  readonly einheiten: readonly Einheit[];
  /** Skills that nobody of the house has: nothing of this Massnahme can be placed. */
  readonly ohneTeam: readonly string[];
  /** Kommunen without a stated Fachbereich: only the house's days are looked at. */
  readonly ohneFachbereich: readonly string[];
}

interface Order {
  readonly massnahme: Massnahme;
  readonly position: number;
  readonly vorlage: Vorlage;
  readonly verfuegbarAb: LocalDate | null;
  readonly quartale: readonly Quartal[];
  readonly teamIndex: ReadonlyMap<string, number>;
  readonly verteiler: Verteiler;
}

/** Takes a Massnahme apart: one Einheit for each Kommune, and one for what is done once. */
export function zerlege(order: Order): Zerlegt {
  const { massnahme, vorlage, verteiler, quartale } = order;
  const { kommunen } = massnahme.inhalt;
  const eigene = vorlage.zeilen.filter(({ seite }) => seite === 'dienstleister');
  const ihre = vorlage.zeilen.filter(({ seite }) => seite === 'kommune');
  const teams = eigene.map((zeile) =>
    verteiler.fuerDienstleister(massnahme, zeile, zeile.einmalig + zeile.jeKommune * kommunen.length),
  );
  const ohneTeam = eigene.filter((_, index) => teams[index] === null).map(({ faehigkeit }) => faehigkeit);
  const last = lastOf(order.teamIndex);
  const fenster = ohneTeam.length > 0 ? { von: 0, bis: -1 } : fensterOf(order);
  const ohneFachbereich: string[] = [];
  const je = kommunen.map(({ ags, quartal }): Einheit => {
    const theirs = ihre.map((zeile) => verteiler.fuerKommune(ags, zeile, zeile.jeKommune));
    if (theirs.includes(null)) ohneFachbereich.push(ags);
    return {
      massnahme: order.position,
      ags,
      ...fenster,
      wunsch: quartal === null ? 0 : Math.max(0, positionOf(quartale, quartal)),
      gewicht: massnahme.inhalt.gewicht,
      lasten: joined([
        ...eigene.map(({ jeKommune }, index) => last(teams[index], jeKommune)),
        ...ihre.map(({ jeKommune }, index) => last(theirs[index], jeKommune)),
      ]),
    };
  });
  const einmal = joined(eigene.map(({ einmalig }, index) => last(teams[index], einmalig)));
  const once: Einheit = {
    massnahme: order.position,
    ags: null,
    ...fenster,
    wunsch: 0,
    gewicht: 0,
    lasten: einmal,
  };
  return { einheiten: einmal.length > 0 ? [once, ...je] : je, ohneTeam, ohneFachbereich };
}

function lastOf(teamIndex: ReadonlyMap<string, number>) {
  return (team: string | null | undefined, tage: number): readonly Last[] => {
    const index = teamIndex.get(team ?? '');
    return index === undefined || tage === 0 ? [] : [{ team: index, tage }];
  };
}

/** One Last for each team. */
function joined(lasten: readonly (readonly Last[])[]): readonly Last[] {
  const byTeam = new Map<number, number>();
  for (const { team, tage } of lasten.flat()) byTeam.set(team, (byTeam.get(team) ?? 0) + tage);
  return [...byTeam].map(([team, tage]) => ({ team, tage }));
}

function fensterOf({ massnahme, verfuegbarAb, quartale }: Order) {
  const { frist } = massnahme.inhalt;
  return {
    von: verfuegbarAb === null ? 0 : Math.max(0, positionOf(quartale, firstWholeQuartal(verfuegbarAb))),
    bis:
      frist === null
        ? quartale.length - 1
        : Math.min(quartale.length - 1, positionOf(quartale, lastWholeQuartal(frist))),
  };
}

/** The position of a quarter, also where it lies before the first or after the last one. */
export function positionOf(quartale: readonly Quartal[], quartal: Quartal): number {
  const [first] = quartale;
  return first === undefined ? -1 : numberOf(quartal) - numberOf(first);
}

function numberOf(quartal: Quartal): number {
  return Number(quartal.slice(0, 4)) * 4 + Number(quartal.slice(6));
}
