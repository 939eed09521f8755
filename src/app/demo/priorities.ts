import type { LocalDate } from '#kernel';
import { formatLocalDate, nextQuartal, quartalOf } from '#kernel';
import { actorOf, type Principal } from '#platform';
import {
  type Angabewunsch,
  decideSchema,
  decideStrategie,
  deviate,
  deviatorOf,
  type PrioritiesDeps,
  readSchemes,
  saveSchema,
  stateAngaben,
  ueblicheGewichtung,
  type Viewer,
  viewerOf,
} from '#priorities';
import type { Contexts } from '../contexts.ts';
import { need } from './need.ts';

const quelle = 'Beispieldaten der Vorführung, frei erfunden';
const gremium = 'Facharbeitsgruppe der Vorführung';

/** Invented statements, two schemes of which one is decided, and a strategy from which one Kommune deviates. */
export async function makeDemoPriorities({ priorities, efa }: Contexts, providerName: string): Promise<void> {
  const anbieter = await efa.anbieterNamed(providerName);
  if (anbieter === null) return;
  const viewer = await viewerOf(priorities, operatorFor(anbieter.tenant));
  if (!viewer.ok || (await readSchemes(priorities, viewer.value)).schemata.length > 0) return;
  const today = priorities.clock.today();
  need(await stateAngaben(priorities, viewer.value, await angaben(priorities, today)));
  await makeSchemata(priorities, viewer.value);
  await makeStrategie(priorities, viewer.value, today);
  const lemgo = await efa.kommuneOf('05766044');
  if (lemgo) await makeDeviation(priorities, operatorFor(lemgo.tenant), today);
}

function operatorFor(tenant: Viewer['tenant']): Principal {
  return { kind: 'betreiber', actor: actorOf('system', 'vorfuehrung'), tenant, permissions: new Set() };
}

/** So many OZG-Leistungen of the catalogue have invented values. */
const stated = 60;

async function angaben({ catalogue }: PrioritiesDeps, today: LocalDate): Promise<readonly Angabewunsch[]> {
  const { ozgLeistungen } = await catalogue();
  const step = Math.max(1, Math.floor(ozgLeistungen.length / stated));
  return ozgLeistungen
    .filter((_, index) => index % step === 0)
    .flatMap(({ ozgId }) => {
      const said = (kriterium: string, wert: number): Angabewunsch => ({
        bezug: String(ozgId),
        kriterium,
        wert: String(wert),
        quelle,
        stand: today,
      });
      return [
        said('ozg-prioritaet', 1 + (ozgId % 4)),
        said('kosten-zeit', 20 + (ozgId % 9) * 25),
        said('relevanz', 1 + ((ozgId * 7) % 5)),
      ];
    });
}

async function makeSchemata(deps: PrioritiesDeps, viewer: Viewer): Promise<void> {
  const decided = need(
    await saveSchema(deps, viewer, {
      id: null,
      grundlage: null,
      titel: 'Ausgewogen',
      gewichtung: ueblicheGewichtung,
    }),
  );
  need(
    await decideSchema(deps, viewer, decided.id, {
      fassung: decided.fassung,
      gremium,
      grund: 'Erfunden: Für den Anfang zählt alles etwa gleich, Priorität und Fallzahlen etwas mehr.',
      sitzungsbeschluss: null,
    }),
  );
  const { gewichte } = ueblicheGewichtung;
  need(
    await saveSchema(deps, viewer, {
      id: null,
      grundlage: null,
      titel: 'Zuerst, was Menschen am meisten Zeit kostet',
      gewichtung: { ...ueblicheGewichtung, gewichte: { ...gewichte, 'kosten-zeit': 50, fallzahlen: 40 } },
    }),
  );
}

async function makeStrategie(deps: PrioritiesDeps, viewer: Viewer, today: LocalDate): Promise<void> {
  const soon = nextQuartal(quartalOf(today));
  const decisions = [
    { entscheid: 'alle', quartal: nextQuartal(soon), grund: 'Erfunden: Jede Kommune hat diese Fälle.' },
    { entscheid: 'wer-will', quartal: soon, grund: 'Erfunden: Der Dienst ist da, aber nicht überall nötig.' },
    {
      entscheid: 'spaeter',
      quartal: nextQuartal(soon, 4),
      grund: 'Erfunden: Erst wenn die Schnittstelle steht.',
    },
    { entscheid: 'nicht', quartal: '', grund: 'Erfunden: Diese Leistung schuldet hier niemand.' },
  ] as const;
  const dienste = await deps.dienste();
  for (const [index, decision] of decisions.entries()) {
    const dienst = dienste[index * 3];
    if (dienst)
      need(
        await decideStrategie(deps, viewer, dienst, {
          ...decision,
          verantwortlich: 'Team Onlinedienste (erfunden)',
          sitzungsbeschluss: null,
          grundlage: 0,
        }),
      );
  }
}

async function makeDeviation(deps: PrioritiesDeps, principal: Principal, today: LocalDate): Promise<void> {
  const deviator = need(await deviatorOf(deps, principal));
  const [dienst] = await deps.dienste();
  if (!dienst) return;
  const quartal = nextQuartal(quartalOf(today), 6);
  const grund = `Erfunden am ${formatLocalDate(today)}: Das Fachverfahren wird vorher gewechselt.`;
  need(await deviate(deps, deviator, dienst, { abweichung: 'spaeter', quartal, grund }));
}
