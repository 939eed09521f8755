import type { PageTemplates } from './page-templates.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';
import type { Visitor } from './visitor.ts';

/** Bedarfsabfragen that pages show. */
export interface SurveysPages {
  /** Open, with a text of Lemgo that is kept aside. */
  readonly open: string;
  /** Its result is published. */
  readonly published: string;
  readonly draft: string;
  /** A table of Lemgo that waits, with sound and broken rows. */
  readonly einlesung: string;
}

const provider = { organisation: 'IT-Verbund Musterland (erfunden)' };
const lemgo = { organisation: '05766044' };
const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ';

/** The two surveys of the demo: one that is open, one whose result is published. */
export async function demoSurveys(app: RunningApp): Promise<Pick<SurveysPages, 'open' | 'published'>> {
  const { bedarfsabfragen } = (await runCommand(app, 'bedarf', [], provider)) as {
    readonly bedarfsabfragen: readonly { readonly id: string; readonly zustand: string }[];
  };
  const inState = (wanted: string) => bedarfsabfragen.find(({ zustand }) => zustand === wanted)?.id ?? '';
  return { open: inState('offen'), published: inState('veroeffentlicht') };
}

/** A draft with long texts, an answer over which two people disagreed, and a table that waits. */
export async function furnishSurveys(
  app: RunningApp,
  people: { readonly lemgo: Visitor; readonly lead: Visitor },
) {
  const { open, published } = await demoSurveys(app);
  const sent = await people.lead.post('/bedarf/neu', {
    titel: long.repeat(2).slice(0, 200),
    beschreibung: long.repeat(20),
    liste: 'L02950 L02939',
    frage0: 'Welches Fachverfahren nutzen Sie für diese Leistung heute, und in welcher Fassung?',
    frageArt0: 'auswahl',
    frageOptionen0: `${long}; B`,
    zusatz: ['wunschquartal', 'fallzahl', 'vorarbeit', 'bemerkung'],
  });
  const draft = /\/bedarf\/([0-9a-f-]{36})/.exec(sent.headers.location ?? '')?.[1] ?? '';
  await runCommand(
    app,
    'bedarf answer',
    [open, 'L02950', 'bedarf=ja', `bemerkung=${long.repeat(10)}`],
    lemgo,
  );
  await runCommand(app, 'bedarf answer', [open, 'L02950', 'bedarf=nein'], lemgo);
  const table = 'Nummer;Bedarf;Fassung\r\nL02939;ja;0\r\nL99999;ja;0\r\n';
  const waits = await people.lemgo.upload(`/bedarf/${open}/einlesen`, { datei: table });
  return { open, published, draft, einlesung: waits.split('/').at(-1) ?? '' };
}

/** The pages of the Bedarfsabfragen. */
export function surveysTemplates({ open, published, draft, einlesung }: SurveysPages): PageTemplates {
  const unknown = '00000000-0000-4000-8000-000000000009';
  const [as, lead] = ['lemgo', 'ozg-leitung'] as const;
  return {
    '/bedarf': [
      { name: 'filled', address: '/bedarf', as: lead },
      { name: 'asked', address: '/bedarf', as },
      { name: 'forbidden', address: '/bedarf', as: 'lemgo-fachbereich', status: 403 },
    ],
    '/bedarf/neu': [
      { name: 'error', address: '/bedarf/neu', as: lead, press: 'Entwurf speichern', status: 422 },
      { name: 'forbidden', address: '/bedarf/neu', as, status: 403 },
    ],
    '/bedarf/:id': [
      { name: 'draft', address: `/bedarf/${draft}`, as: lead },
      { name: 'error', address: `/bedarf/${draft}`, as: lead, press: 'Öffnen', status: 422 },
      { name: 'filled', address: `/bedarf/${open}`, as },
      { name: 'unknown', address: `/bedarf/${unknown}`, as, status: 404 },
    ],
    '/bedarf/:id/bearbeiten': [
      { name: 'long', address: `/bedarf/${draft}/bearbeiten`, as: lead },
      { name: 'error', address: `/bedarf/${open}/bearbeiten`, as: lead, status: 409 },
    ],
    '/bedarf/:id/antworten': [
      { name: 'filled', address: `/bedarf/${open}/antworten?modus=kurz`, as },
      { name: 'empty', address: `/bedarf/${open}/antworten?suche=gibtesnichtxyz`, as },
      { name: 'closed', address: `/bedarf/${published}/antworten`, as },
    ],
    '/bedarf/:id/verteilen': [
      { name: 'filled', address: `/bedarf/${open}/verteilen`, as },
      { name: 'error', address: `/bedarf/${open}/verteilen`, as, press: 'Zuteilen', status: 422 },
    ],
    '/bedarf/:id/einlesen': [
      { name: 'empty', address: `/bedarf/${open}/einlesen`, as },
      { name: 'error', address: `/bedarf/${open}/einlesen`, as, press: 'Änderungen zeigen', status: 422 },
    ],
    '/bedarf/:id/einlesen/:einlesung': [
      { name: 'filled', address: `/bedarf/${open}/einlesen/${einlesung}`, as },
      { name: 'error', address: `/bedarf/${open}/einlesen/${unknown}`, as, status: 404 },
    ],
    '/bedarf/:id/auswertung': [
      { name: 'filled', address: `/bedarf/${published}/auswertung`, as: lead },
      { name: 'empty', address: `/bedarf/${draft}/auswertung`, as: lead },
    ],
    '/bedarf/:id/auswertung/:leistung': [
      { name: 'filled', address: `/bedarf/${published}/auswertung/L02950`, as: lead },
      { name: 'error', address: `/bedarf/${published}/auswertung/L99999`, as: lead, status: 404 },
    ],
    '/bedarf/:id/ergebnis': [
      { name: 'filled', address: `/bedarf/${published}/ergebnis`, as },
      { name: 'error', address: `/bedarf/${open}/ergebnis`, as, status: 404 },
    ],
  };
}
