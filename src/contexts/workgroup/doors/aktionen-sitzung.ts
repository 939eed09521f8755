import type { SitzungSchritt } from '../domain/sitzung.ts';
import { anmelden, keepAnwesende } from '../use-cases/anmelden.ts';
import { removeMaterial } from '../use-cases/materialien.ts';
import { writeNotiz } from '../use-cases/notizen.ts';
import { changeSitzung, planSitzung } from '../use-cases/save-sitzung.ts';
import { stepSitzung } from '../use-cases/step-sitzung.ts';
import { addPunkt, changePunkt, removePunkt } from '../use-cases/tagesordnung.ts';
import type { Aktion } from './aktion.ts';

const termin = {
  titel: 'Titel',
  tag: 'Tag, JJJJ-MM-TT',
  beginn: 'Beginn, HH:MM',
  ende: 'Ende, HH:MM',
  form: 'praesenz, online oder hybrid',
  ort: 'Ort',
  link: 'Link der Videokonferenz',
  abstandMonate: 'Monate bis zur nächsten Sitzung der Serie, leer ohne Serie',
} as const;

const punkt = {
  titel: 'Titel',
  minuten: 'Minuten',
  zustaendig: 'Sitz, der den Punkt führt',
  text: 'Worum es geht',
  stelle: 'Stelle in der Tagesordnung, ab 1',
} as const;

const lead = { recht: 'leiten' } as const;

const schritt = (art: SitzungSchritt, summary: string, felder: Aktion['felder'] = {}): Aktion => ({
  ...lead,
  capability: `workgroup.session.${art}`,
  path: `/sitzungen/:id/${art}`,
  command: art,
  summary,
  felder,
  run: (deps, wer, { id = '' }, typed) => stepSitzung(deps, wer, id, art, typed),
});

/** What can be done with sessions, their agenda, registration, files and minutes. */
export const sitzungAktionen: readonly Aktion[] = [
  {
    ...lead,
    capability: 'workgroup.session.plan',
    path: '/gruppen/:gruppe/sitzungen',
    command: 'sitzung plan',
    summary: 'Eine Sitzung als Entwurf vorbereiten',
    felder: { ...termin, nachtrag: '„ja“, wenn eine frühere Sitzung nachgetragen wird' },
    run: (deps, wer, { gruppe = '' }, felder) => planSitzung(deps, wer, gruppe, felder),
  },
  {
    ...lead,
    capability: 'workgroup.session.change',
    path: '/sitzungen/:id/aendern',
    command: 'sitzung change',
    summary: 'Tag, Zeit, Ort oder Titel ändern; Eingeladene erhalten den geänderten Termin',
    felder: { ...termin, grundlage: 'Die gelesene Fassung' },
    run: (deps, wer, { id = '' }, felder) => changeSitzung(deps, wer, id, felder),
  },
  schritt('einladen', 'Alle Mitglieder und Gäste einladen, mit Kalenderdatei'),
  schritt('beginnen', 'Die Sitzung beginnen'),
  schritt(
    'abschliessen',
    'Die Sitzung abschließen; offene Fragen kommen von selbst auf die nächste Tagesordnung',
  ),
  schritt('absagen', 'Die Sitzung absagen; Eingeladene erhalten die Absage', {
    grund: 'Warum die Sitzung ausfällt',
  }),
  {
    ...lead,
    capability: 'workgroup.agenda.add',
    path: '/sitzungen/:id/punkte',
    command: 'punkt add',
    summary: 'Einen Punkt in die Tagesordnung aufnehmen',
    felder: punkt,
    run: (deps, wer, { id = '' }, felder) => addPunkt(deps, wer, id, felder),
  },
  {
    ...lead,
    capability: 'workgroup.agenda.change',
    path: '/sitzungen/:id/punkte/:punkt/aendern',
    command: 'punkt change',
    summary: 'Einen Punkt der Tagesordnung ändern oder an eine andere Stelle setzen',
    felder: punkt,
    run: (deps, wer, { id = '', punkt: one = '' }, felder) => changePunkt(deps, wer, id, one, felder),
  },
  {
    ...lead,
    capability: 'workgroup.agenda.remove',
    path: '/sitzungen/:id/punkte/:punkt/streichen',
    command: 'punkt remove',
    summary: 'Einen Punkt von der Tagesordnung streichen',
    felder: {},
    run: (deps, wer, { id = '', punkt: one = '' }) => removePunkt(deps, wer, id, one),
  },
  {
    ...lead,
    capability: 'workgroup.material.remove',
    path: '/unterlagen/:id/loeschen',
    command: 'unterlage remove',
    summary: 'Eine Unterlage für immer löschen',
    felder: {},
    run: (deps, wer, { id = '' }) => removeMaterial(deps, wer, id),
  },
  {
    recht: 'mitwirken',
    capability: 'workgroup.session.register',
    path: '/sitzungen/:id/anmeldung',
    command: 'anmelden',
    summary: 'Sagen, ob und wie man an einer Sitzung teilnimmt',
    felder: { teilnahme: 'vor-ort, online oder nein' },
    run: (deps, wer, { id = '' }, felder) => anmelden(deps, wer, id, felder),
  },
  {
    ...lead,
    capability: 'workgroup.session.attend',
    path: '/sitzungen/:id/anwesenheit',
    command: 'anwesenheit',
    summary: 'Festhalten, wer da ist',
    felder: { anwesend: 'sitz:<Kennung> und gast:<Kennung>, durch Komma getrennt' },
    run: (deps, wer, { id = '' }, felder) => keepAnwesende(deps, wer, id, felder),
  },
  {
    recht: 'mitwirken',
    capability: 'workgroup.minutes.write',
    path: '/sitzungen/:id/notizen',
    command: 'notiz',
    summary: 'Eine Notiz ins Protokoll schreiben oder ändern',
    felder: {
      notiz: 'Kennung der Notiz; leer für eine neue',
      grundlage: 'Die gelesene Fassung; 0 für eine neue',
      punkt: 'Punkt der Tagesordnung',
      text: 'Der Text',
    },
    run: (deps, wer, { id = '' }, felder) => writeNotiz(deps, wer, id, felder),
  },
];
