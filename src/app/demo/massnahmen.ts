import { nextQuartal, type Quartal, quartalOf } from '#kernel';
import { type Planner, type PlanningDeps, saveMassnahme } from '#planning';
import { actorOf } from '#platform';
import { need } from './need.ts';

const actor = actorOf('system', 'vorfuehrung');

export async function makeMassnahmen(planning: PlanningDeps, planner: Planner): Promise<void> {
  const first = nextQuartal(quartalOf(planning.clock.today()));
  const kreis = (await planning.kreis(actor, planner.anbieter))
    .map(({ ags }) => ags)
    .filter((ags) => wanting.includes(ags));
  const want = (every: number, quartal: Quartal) =>
    kreis.flatMap((ags, index) =>
      index % every === 0 ? [{ ags, quartal: index % 3 === 0 ? null : quartal }] : [],
    );
  const save = async (
    id: string,
    inhalt: Pick<
      Parameters<typeof saveMassnahme>[2]['inhalt'],
      'titel' | 'leistungId' | 'vorlage' | 'gewicht' | 'kommunen'
    > & {
      readonly nach?: readonly string[];
    },
  ) =>
    need(
      await saveMassnahme(planning, planner, {
        id,
        grundlage: 0,
        herkunft: 'hand',
        beendet: false,
        inhalt: {
          begruendung: 'Gewicht der Vorführung, von Hand.',
          verfuegbarAb: null,
          frist: null,
          nach: [],
          teams: {},
          ...inhalt,
        },
      }),
    );
  const [efa, eigen] = ['efa-anbinden', 'eigener-dienst'];
  await save('postfach', {
    titel: 'Postfach für Bescheide',
    leistungId: null,
    vorlage: eigen,
    gewicht: 60,
    kommunen: want(1, first),
  });
  await save('hund-anmelden', {
    titel: 'Hund anmelden',
    leistungId: 'L02950',
    vorlage: efa,
    gewicht: 80,
    kommunen: want(1, first),
  });
  await save('wohnsitz', {
    titel: 'Wohnsitz ummelden',
    leistungId: null,
    vorlage: efa,
    gewicht: 95,
    kommunen: want(2, first),
    nach: ['postfach'],
  });
  await save('bewohnerparken', {
    titel: 'Bewohnerparken',
    leistungId: null,
    vorlage: eigen,
    gewicht: 40,
    kommunen: want(2, nextQuartal(first)),
  });
  await save('wohngeld', {
    titel: 'Wohngeld',
    leistungId: null,
    vorlage: efa,
    gewicht: 70,
    kommunen: want(3, nextQuartal(first)),
  });
}

/** The Kommunen of the demo that state days and want something. */
export const wanting: readonly string[] = [
  '05766044',
  '05766020',
  '05766008',
  '05766016',
  '05766024',
  '05766028',
  '05766032',
  '05766036',
  '05766040',
  '05766048',
  '05766052',
  '05766056',
];
