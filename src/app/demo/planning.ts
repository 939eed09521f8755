import { nextQuartal, quartalOf } from '#kernel';
import {
  beginPlan,
  decide,
  makePlan,
  type Planner,
  type PlanningDeps,
  planuebersicht,
  saveTeam,
  saveVorlage,
} from '#planning';
import { actorOf, type TenantId } from '#platform';
import type { Contexts } from '../contexts.ts';
import type { Services } from '../services.ts';
import { solvingDeps } from '../wiring/planning.ts';
import { makeMassnahmen, wanting } from './massnahmen.ts';
import { need } from './need.ts';

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
