import type { BeschlussSchritt } from '../domain/abstimmung.ts';
import { abstimmen } from '../use-cases/abstimmen.ts';
import { assignFrage } from '../use-cases/assign-frage.ts';
import { addAufgabe, stepAufgabe } from '../use-cases/aufgaben.ts';
import { proposeBeschluss, stepBeschluss } from '../use-cases/beschluesse.ts';
import { addGast, removeGast } from '../use-cases/gaeste.ts';
import { founde, joinGruppe, seatKommunen } from '../use-cases/gruppen.ts';
import { leaveGruppe } from '../use-cases/leave-gruppe.ts';
import type { Aktion } from './aktion.ts';

const lead = { recht: 'leiten' } as const;
const member = { recht: 'mitwirken' } as const;

const schritt = (art: BeschlussSchritt, summary: string, felder: Aktion['felder'] = {}): Aktion => ({
  ...lead,
  capability: `workgroup.decision.${art}`,
  path: `/beschluesse/:id/${art}`,
  command: `beschluss ${art}`,
  summary,
  felder,
  run: (deps, wer, { id = '' }, typed) => stepBeschluss(deps, wer, id, art, typed),
});

const gruppen: readonly Aktion[] = [
  {
    ...lead,
    capability: 'workgroup.group.found',
    path: '/gruppen',
    command: 'gruppe found',
    summary: 'Eine Arbeitsgruppe gründen',
    felder: { name: 'Name', zweck: 'Wozu es sie gibt' },
    run: (deps, wer, _, felder) => founde(deps, wer, felder),
  },
  {
    ...lead,
    capability: 'workgroup.group.seat',
    path: '/gruppen/:gruppe/sitze',
    command: 'sitze add',
    summary: 'Kommunen einen Sitz in der Arbeitsgruppe geben',
    felder: { kommunen: 'Namen oder AGS, durch Komma getrennt; „alle“ für alle betreuten' },
    run: (deps, wer, { gruppe = '' }, felder) => seatKommunen(deps, wer, gruppe, felder),
  },
  {
    ...member,
    capability: 'workgroup.group.join',
    path: '/gruppen/:gruppe/beitreten',
    command: 'join',
    summary: 'Einen Sitz der eigenen Organisation einnehmen',
    felder: {},
    run: (deps, wer, { gruppe = '' }) => joinGruppe(deps, wer, gruppe),
  },
  {
    ...member,
    capability: 'workgroup.group.leave',
    path: '/sitze/:sitz/beenden',
    command: 'leave',
    summary: 'Einen Sitz beenden; Aufgaben und Fragen gehen an die Nachfolge',
    felder: { nachfolge: 'Sitz, der übernimmt; leer: ein anderer der Organisation, sonst die Leitung' },
    run: (deps, wer, { sitz = '' }, felder) => leaveGruppe(deps, wer, sitz, felder),
  },
  {
    ...lead,
    capability: 'workgroup.guest.add',
    path: '/gruppen/:gruppe/gaeste',
    command: 'gast add',
    summary: 'Einen Gast ohne Konto aufnehmen, bis zu einem Tag',
    felder: {
      name: 'Name',
      haus: 'Organisation',
      email: 'E-Mail-Adresse',
      loeschenAm: 'Tag, an dem diese Angaben gelöscht werden, JJJJ-MM-TT',
    },
    run: (deps, wer, { gruppe = '' }, felder) => addGast(deps, wer, gruppe, felder),
  },
  {
    ...lead,
    capability: 'workgroup.guest.remove',
    path: '/gaeste/:gast/loeschen',
    command: 'gast remove',
    summary: 'Die Angaben eines Gastes sofort löschen',
    felder: {},
    run: (deps, wer, { gast = '' }) => removeGast(deps, wer, gast),
  },
];

/** What can be done with groups, seats, guests, decisions, tasks and questions. */
export const gruppeAktionen: readonly Aktion[] = [
  ...gruppen,
  {
    ...lead,
    capability: 'workgroup.decision.propose',
    path: '/sitzungen/:id/beschluesse',
    command: 'beschluss propose',
    summary: 'Einen Beschluss vorschlagen, mit dem, was er betrifft',
    felder: {
      titel: 'Titel',
      text: 'Wortlaut',
      gewichtung: 'person, kommune oder einwohner',
      ziele: 'Was er betrifft, zum Beispiel leistung:L02950, durch Komma getrennt',
      punkt: 'Punkt der Tagesordnung',
    },
    run: (deps, wer, { id = '' }, felder) => proposeBeschluss(deps, wer, id, felder),
  },
  schritt('oeffnen', 'Die Abstimmung öffnen'),
  schritt('schliessen', 'Die Abstimmung schließen und zählen'),
  schritt('festhalten', 'Einen Beschluss ohne Abstimmung festhalten'),
  schritt('zurueckziehen', 'Einen Vorschlag zurückziehen', { grund: 'Warum' }),
  {
    ...member,
    capability: 'workgroup.decision.vote',
    path: '/beschluesse/:id/stimme',
    command: 'stimme',
    summary: 'Abstimmen; wer noch einmal abstimmt, ändert die eigene Stimme',
    felder: { wahl: 'ja, nein oder enthaltung' },
    run: (deps, wer, { id = '' }, felder) => abstimmen(deps, wer, id, felder),
  },
  {
    ...lead,
    capability: 'workgroup.task.add',
    path: '/sitzungen/:id/aufgaben',
    command: 'aufgabe add',
    summary: 'Eine Aufgabe festhalten, die aus der Sitzung folgt',
    felder: {
      titel: 'Was zu tun ist',
      zustaendig: 'Sitz',
      faellig: 'Tag, JJJJ-MM-TT',
      beschluss: 'Beschluss, aus dem sie folgt',
    },
    run: (deps, wer, { id = '' }, felder) => addAufgabe(deps, wer, id, felder),
  },
  {
    ...member,
    capability: 'workgroup.task.step',
    path: '/aufgaben/:id/schritt',
    command: 'aufgabe step',
    summary: 'Eine Aufgabe übergeben, erledigen, wieder öffnen oder entfallen lassen',
    felder: {
      art: 'uebergeben, erledigt, wieder-offen oder entfallen',
      text: 'Vermerk',
      zustaendig: 'Sitz, der übernimmt',
    },
    run: (deps, wer, { id = '' }, felder) => stepAufgabe(deps, wer, id, felder),
  },
  {
    ...member,
    capability: 'workgroup.question.assign',
    path: '/fragen/:id/zuteilung',
    command: 'frage assign',
    summary: 'Sagen, wer eine Frage beantwortet',
    felder: { zustaendig: 'Sitz; leer nimmt die Zuteilung zurück', grund: 'Hinweis' },
    run: (deps, wer, { id = '' }, felder) => assignFrage(deps, wer, id, felder),
  },
];
