import { nextQuartal, quartal } from '#kernel';
import type { Einheit, Kante, Planungsproblem } from '../domain/problem.ts';
import { zufallOf } from '../solver/nachbarschaft.ts';

/** How large an invented case is. */
export interface Fallgroesse {
  readonly massnahmen: number;
  readonly kommunen: number;
  readonly quartale: number;
  /** Teams of the IT-Dienstleister. */
  readonly teams: number;
  /** Share of the Kommunen that want a Massnahme. */
  readonly anteil: number;
  /** Share of the Massnahmen that wait for an earlier one. */
  readonly abhaengig: number;
  /** Days there are for the days wanted: under 1 not everything fits. */
  readonly deckung: number;
}

/** What the product is measured with: 150 Massnahmen, each for those of 40 Kommunen that want it, over 8 quarters. */
export const grosserFall: Fallgroesse = {
  massnahmen: 150,
  kommunen: 40,
  quartale: 8,
  teams: 6,
  anteil: 0.5,
  abhaengig: 0.3,
  deckung: 1.05,
};

/** Small enough for the exact optimum: 12 Massnahmen × 4 quarters × 2 scarce teams with dependencies. */
export const kleinerFall: Fallgroesse = {
  massnahmen: 12,
  kommunen: 4,
  quartale: 4,
  teams: 2,
  anteil: 0.6,
  abhaengig: 0.4,
  deckung: 0.9,
};

/** An invented problem; the same seed gives the same one. */
export function fallOf(seed: number, groesse: Fallgroesse): Planungsproblem {
  const zufall = zufallOf(seed);
  const between = (least: number, most: number) => least + Math.floor(zufall() * (most - least + 1));
  const { massnahmen, kommunen, quartale, teams } = groesse;
  const start = quartal('2027-Q1');
  const einheiten: Einheit[] = [];
  const kanten: Kante[] = [];
  const places: Map<string | null, number>[] = [];
  for (let massnahme = 0; massnahme < massnahmen; massnahme += 1) {
    const own = new Map<string | null, number>();
    const team = between(0, teams - 1);
    const second = between(0, teams - 1);
    const von = zufall() < 0.3 ? between(1, Math.max(1, quartale - 3)) : 0;
    const bis = zufall() < 0.15 ? between(Math.min(von + 1, quartale - 1), quartale - 1) : quartale - 1;
    const gewicht = between(1, 100);
    const add = (ags: string | null, lasten: Einheit['lasten'], wunsch: number) => {
      own.set(ags, einheiten.length);
      einheiten.push({ massnahme, ags, lasten, von, bis, wunsch, gewicht: ags === null ? 0 : gewicht });
    };
    add(null, [{ team, tage: between(20, 120) }], 0);
    const je = between(5, 40);
    for (let kommune = 0; kommune < kommunen; kommune += 1) {
      if (zufall() >= groesse.anteil) continue;
      const lasten = [
        { team, tage: je },
        ...(second === team ? [] : [{ team: second, tage: between(2, 10) }]),
        { team: teams + kommune, tage: between(5, 30) },
      ];
      add(agsOf(kommune), lasten, between(0, quartale - 1));
    }
    places.push(own);
    kanten.push(
      ...kantenTo(own, zufall() < groesse.abhaengig ? places[between(0, massnahme - 1)] : undefined),
    );
  }
  return {
    quartale: Array.from({ length: quartale }, (_, index) => nextQuartal(start, index)),
    teams: teamsOf(groesse, einheiten),
    kommunen: Array.from({ length: kommunen }, (_, index) => ({
      ags: agsOf(index),
      name: `Kommune ${index + 1}`,
    })),
    massnahmen: Array.from({ length: massnahmen }, (_, index) => ({
      id: `massnahme-${index + 1}`,
      titel: `Maßnahme ${index + 1}`,
      leistungId: null,
      art: 'Erfunden',
      gewicht: einheiten.find((one) => one.massnahme === index && one.ags !== null)?.gewicht ?? 1,
      begruendung: '',
      verfuegbarAb: null,
      frist: null,
      vorbereitung: [],
    })),
    einheiten,
    kanten,
    annahmen: [],
    hinweise: [],
  };
}

function kantenTo(
  own: ReadonlyMap<string | null, number>,
  earlier: ReadonlyMap<string | null, number> | undefined,
) {
  const once = own.get(null) ?? 0;
  const inner = [...own].flatMap(([ags, nach]): Kante[] =>
    ags === null ? [] : [{ vor: once, nach, abstand: 0 }],
  );
  if (!earlier || earlier === own) return inner;
  return [
    ...inner,
    ...[...own].map(
      ([ags, nach]): Kante => ({ vor: earlier.get(ags) ?? earlier.get(null) ?? 0, nach, abstand: 1 }),
    ),
  ];
}

/** The days of a team follow from the days wanted of it, so that every one is scarce. */
function teamsOf({ teams, kommunen, quartale, deckung }: Fallgroesse, einheiten: readonly Einheit[]) {
  const wanted = new Float64Array(teams + kommunen);
  for (const { lasten } of einheiten)
    for (const { team, tage } of lasten) wanted[team] = (wanted[team] ?? 0) + tage;
  return Array.from(wanted, (tage, index) => ({
    id: `team-${index + 1}`,
    name: index < teams ? `Team ${index + 1}` : `Fachbereich ${index - teams + 1}`,
    ags: index < teams ? null : agsOf(index - teams),
    kapazitaet: Array.from({ length: quartale }, () =>
      Math.max(30, Math.round((tage * (index < teams ? deckung : deckung * 1.6)) / quartale)),
    ),
  }));
}

function agsOf(kommune: number): string {
  return `05${String(kommune + 1).padStart(6, '0')}`;
}
