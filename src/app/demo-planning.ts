import { nextQuartal, type Quartal, quartalOf, type Result } from '#kernel';
import {
  beginPlan,
  decide,
  makePlan,
  type Planner,
  type PlanningDeps,
  planuebersicht,
  saveMassnahme,
  saveTeam,
  saveVorlage,
} from '#planning';
import { actorOf, type TenantId } from '#platform';
import type { Contexts } from './contexts.ts';
import { solvingDeps } from './planning-wiring.ts';
import type { Services } from './services.ts';

const actor = actorOf('system', 'vorfuehrung');

/** Teams, efforts, Massnahmen and a decided plan of the demo's provider, and another one with more days. Once. */
export async function makeDemoPlanning(
  services: Services,
  { planning, efa }: Contexts,
  providerName: string,
): Promise<void> {
  const anbieter = await efa.anbieterNamed(providerName);
  if (anbieter === null) return;
  const planner = { actor, anbieter };
  if ((await planuebersicht(planning, planner)).plaene.length > 0) return;
  const anbindung = await makeTeams(planning, planner);
  await makeVorlagen(planning, planner);
  await makeMassnahmen(planning, planner);
  const erster = await planned(services, planning, planner, 'Erster Plan mit den Teams von heute', []);
  await planned(services, planning, planner, 'Mit acht Tagen mehr für die Anbindung', [
    { team: anbindung, monatlich: 80 },
  ]);
  need(
    await decide(planning, planner, {
      plan: erster,
      grundlage: 1,
      am: planning.clock.today(),
      wer: 'Arbeitsgruppe OZG (erfunden)',
      grund: 'Er bringt den meisten Kommunen früh, was sie am dringendsten brauchen.',
    }),
  );
}

/** Makes a plan on the spot: the worker, which is not there yet, will find it done. */
async function planned(
  services: Services,
  planning: PlanningDeps,
  planner: Planner,
  titel: string,
  annahmen: Parameters<typeof beginPlan>[2]['annahmen'],
): Promise<string> {
  const ab = nextQuartal(quartalOf(planning.clock.today()));
  const begun = need(await beginPlan(planning, planner, { titel, ab, quartale: 8, sekunden: 1, annahmen }));
  const { id, vorgang } = begun;
  await makePlan(solvingDeps(services), { vorgang, plan: id, tenant: planner.anbieter.tenant, actor });
  return begun.id;
}

async function makeTeams(planning: PlanningDeps, { anbieter }: Planner): Promise<string> {
  const state = async (
    tenant: TenantId,
    kommune: Awaited<ReturnType<PlanningDeps['kreis']>>[number] | null,
    name: string,
    monatlich: number,
    faehigkeiten: readonly string[],
  ) => {
    const inhalt = { name, faehigkeiten, monatlich, abweichungen: {}, beendet: false };
    return need(await saveTeam(planning, { actor, tenant, kommune }, { id: null, grundlage: 0, inhalt })).id;
  };
  const anbindung = await state(anbieter.tenant, null, 'Team Anbindung', 80, ['EfA-Anbindung', 'Schulung']);
  await state(anbieter.tenant, null, 'Team Schnittstellen', 90, ['Schnittstelle zum Fachverfahren']);
  await state(anbieter.tenant, null, 'Team Portale', 80, ['Portal', 'Schulung']);
  for (const kommune of (await planning.kreis(actor, anbieter)).filter(({ ags }) => wanting.includes(ags)))
    await state(kommune.tenant, kommune, 'Hauptamt', 40, ['Einführung im Fachbereich']);
  return anbindung;
}

/** The Kommunen of the demo that state days and want something. */
const wanting: readonly string[] = [
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

async function makeVorlagen(planning: PlanningDeps, planner: Planner): Promise<void> {
  const kommune = { seite: 'kommune', faehigkeit: 'Einführung im Fachbereich', einmalig: 0 } as const;
  const haus = { seite: 'dienstleister' } as const;
  const vorbereitung = [
    'Zuständige Stelle und Postfach im Fachbereich benennen.',
    'Leistungsbeschreibung auf der eigenen Seite prüfen.',
    'Einen Testfall aus dem Alltag bereitlegen.',
  ];
  const save = async (
    id: string,
    name: string,
    zeilen: Parameters<typeof saveVorlage>[2]['inhalt']['zeilen'],
  ) =>
    need(
      await saveVorlage(planning, planner, {
        id,
        grundlage: 0,
        inhalt: { name, zeilen, vorbereitung, beendet: false },
      }),
    );
  await save('efa-anbinden', 'EfA-Dienst anbinden', [
    { ...haus, faehigkeit: 'EfA-Anbindung', einmalig: 80, jeKommune: 25 },
    { ...haus, faehigkeit: 'Schulung', einmalig: 0, jeKommune: 5 },
    { ...kommune, jeKommune: 30 },
  ]);
  await save('eigener-dienst', 'Eigenen Onlinedienst einführen', [
    { ...haus, faehigkeit: 'Portal', einmalig: 120, jeKommune: 10 },
    { ...haus, faehigkeit: 'Schnittstelle zum Fachverfahren', einmalig: 60, jeKommune: 20 },
    { ...kommune, jeKommune: 40 },
  ]);
}

async function makeMassnahmen(planning: PlanningDeps, planner: Planner): Promise<void> {
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

function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}
