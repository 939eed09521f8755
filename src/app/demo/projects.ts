import { addDays, clockDaysAway, type LocalDate } from '#kernel';
import { actorOf } from '#platform';
import {
  leerePhasen,
  leererInhalt,
  ohneIntern,
  type Projektinhalt,
  readProjektdetail,
  saveProjekt,
  showInterest,
} from '#projects';
import type { Contexts } from '../contexts.ts';
import { need } from './need.ts';

const actor = actorOf('system', 'vorfuehrung');
const hund = 'hund-anmelden-gemeinsam';

/** Two invented projects of the demo's provider with plans that were moved, and two Kommunen that want to join. */
export async function makeDemoProjects({ projects }: Contexts, providerName: string): Promise<void> {
  const anbieter = await projects.anbieterNamed(providerName);
  const today = projects.clock.today();
  if (anbieter === null || (await readProjektdetail(projects, null, hund, today)).ok) return;
  const lead = { actor, anbieter };
  let grundlage: number | null = null;
  for (const { ago, inhalt } of hundStates(today)) {
    const deps = { ...projects, clock: clockDaysAway(projects.clock, -ago) };
    const intern = {
      ...ohneIntern,
      quoteBasispunkte: 8000,
      betragCent: 12_000_000,
      nachweisFrist: addDays(today, 60),
      notiz: 'Erfunden.',
    };
    grundlage = need(await saveProjekt(deps, lead, { id: hund, grundlage, inhalt, intern })).fassung;
  }
  const parken = {
    id: 'bewohnerparken-online',
    grundlage: null,
    inhalt: parkState(today),
    intern: ohneIntern,
  };
  need(await saveProjekt(projects, lead, parken));
  for (const ags of ['05766044', '05766020']) {
    const kommune = await projects.kommuneOf(ags);
    const word = { projektId: hund, interessiert: true, genannt: ags === '05766044', bemerkung: '' };
    if (kommune) need(await showInterest(projects, { actor, kommune }, word));
  }
}

/** The same project as it was planned 300, 120 and 10 days ago. */
function hundStates(today: LocalDate): readonly { readonly ago: number; readonly inhalt: Projektinhalt }[] {
  const at = (days: number) => addDays(today, days);
  const plan = (rollout: number, begun: number): Projektinhalt => {
    const phasen = leerePhasen();
    return {
      ...leererInhalt,
      titel: 'Hund anmelden, gemeinsam in Lippe',
      kurz: 'Ein erfundenes Projekt der Vorführung.',
      themenfeldId: 5,
      efaTyp: 'entwicklung-in-klaerung',
      federfuehrung: 'Rechenzentrum der Vorführung',
      postfach: 'ozg@rechenzentrum.demo.invalid',
      kernteamFach: ['Stadt Lemgo'],
      kernteamIt: ['Rechenzentrum der Vorführung'],
      leistungen: ['L02950'],
      groessenklassen: ['mittlere-kreisangehoerige-stadt', 'kreisangehoerige-gemeinde'],
      portale: ['Portale der Kommunen'],
      phasen: {
        ...phasen,
        konzeption: {
          ...phasen.konzeption,
          planBeginn: at(-290),
          planEnde: at(-200),
          istBeginn: begun > 0 ? at(-280) : null,
          istEnde: begun > 1 ? at(-180) : null,
        },
        umsetzung: {
          ...phasen.umsetzung,
          planBeginn: at(-190),
          planEnde: at(-40),
          istBeginn: begun > 1 ? at(-175) : null,
        },
        'pilotierung-nrw': { ...phasen['pilotierung-nrw'], planBeginn: at(-30), planEnde: at(40) },
        'rollout-nrw': {
          ...phasen['rollout-nrw'],
          planBeginn: at(rollout),
          bemerkung: 'Erst die Kommunen im Kernteam.',
        },
      },
      foerderprogramm: 'Erfundenes Förderprogramm',
      foerderVon: at(-300),
      foerderBis: at(75),
      antragsfrist: at(30),
      erfunden: true,
    };
  };
  return [
    { ago: 300, inhalt: plan(30, 0) },
    { ago: 120, inhalt: plan(90, 2) },
    { ago: 10, inhalt: plan(150, 2) },
  ];
}

function parkState(today: LocalDate): Projektinhalt {
  const phasen = leerePhasen();
  return {
    ...leererInhalt,
    titel: 'Bewohnerparken online',
    kurz: 'Ein erfundenes Projekt der Vorführung.',
    themenfeldId: 9,
    efaTyp: 'kein-efa',
    federfuehrung: 'Rechenzentrum der Vorführung',
    groessenklassen: ['grosse-kreisangehoerige-stadt'],
    phasen: {
      ...phasen,
      vorbereitung: { ...phasen.vorbereitung, planBeginn: addDays(today, 20), planEnde: addDays(today, 120) },
      'rollout-nrw': { ...phasen['rollout-nrw'], planBeginn: addDays(today, 400) },
    },
    erfunden: true,
  };
}
