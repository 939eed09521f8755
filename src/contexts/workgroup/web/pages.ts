import type { PageRoute } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import type { Aktion } from '../doors/aktion.ts';
import { gruppeAktionen } from '../doors/aktionen-gruppe.ts';
import { sitzungAktionen } from '../doors/aktionen-sitzung.ts';
import { beideBehalten } from '../use-cases/notizen.ts';
import type { FlashName } from './answers.ts';
import { aufgabenSeite } from './aufgaben-page.ts';
import { beschluesseSeite, beschlussSeite } from './beschluss-page.ts';
import { dateiRoutes } from './datei-pages.ts';
import { lesend, type Seite, schreibend, type Weiter } from './deps-page.ts';
import { einarbeitungSeite } from './einarbeitung-page.ts';
import { fragenSeite } from './fragen-page.ts';
import { homeSeite } from './home-page.ts';
import { mitgliederSeite } from './mitglieder-page.ts';
import { neuesSeite } from './neues-page.ts';
import { protokollSeite } from './protokoll-page.ts';
import { neueSitzungSeite, terminAendernSeite } from './sitzung-form.ts';
import { sitzungSeite } from './sitzung-page.ts';
import { sitzungenRoutes } from './sitzungen-page.ts';
import { sitzungHref } from './teile.ts';

const home = '/arbeitsgruppe';

/** All pages of this context; addresses with a word of their own stand before those with an id. */
export function workgroupPages(deps: WorkgroupDeps): readonly PageRoute[] {
  const at = (capability: string, path: string, seite: Seite, recht: Aktion['recht'] = 'mitwirken') =>
    lesend(deps, capability, `${home}${path}`, seite, recht);
  return [
    at('workgroup.sessions', '', homeSeite),
    ...sitzungenRoutes(deps),
    at('workgroup.session.plan', '/sitzungen/neu', neueSitzungSeite, 'leiten'),
    at('workgroup.session.change', '/sitzungen/:id/bearbeiten', terminAendernSeite, 'leiten'),
    at('workgroup.minutes.write', '/sitzungen/:id/protokoll', protokollSeite),
    at('workgroup.news', '/sitzungen/:id/neues', neuesSeite),
    at('workgroup.session', '/sitzungen/:id', sitzungSeite),
    at('workgroup.decisions', '/beschluesse', beschluesseSeite),
    at('workgroup.decision', '/beschluesse/:id', beschlussSeite),
    at('workgroup.tasks', '/aufgaben', aufgabenSeite),
    at('workgroup.questions', '/fragen', fragenSeite),
    at('workgroup.members', '/mitglieder', mitgliederSeite),
    at('workgroup.pack', '/einarbeitung', einarbeitungSeite),
    ...dateiRoutes(deps),
    ...[...sitzungAktionen, ...gruppeAktionen].map((aktion) => schreibend(deps, aktion, weiterNach(aktion))),
  ];
}

const zurSitzung = ({ id = '' }: Readonly<Record<string, string>>) => sitzungHref(id);
const fest = (path: string) => () => `${home}${path}`;

const sitzung = (flash: FlashName): Weiter => ({ seite: sitzungSeite, zu: zurSitzung, flash });
const beschluss = (flash: FlashName): Weiter => ({
  seite: beschlussSeite,
  zu: ({ id = '' }) => `${home}/beschluesse/${id}`,
  flash,
});
const mitglieder = (flash: FlashName): Weiter => ({ seite: mitgliederSeite, zu: fest('/mitglieder'), flash });

/** Where each action leads, and on which page its form stands. */
const wege: Readonly<Record<string, Weiter>> = {
  'workgroup.session.plan': { seite: neueSitzungSeite, zu: (_, { id }) => sitzungHref(id), flash: 'geplant' },
  'workgroup.session.change': { seite: terminAendernSeite, zu: zurSitzung, flash: 'geaendert' },
  'workgroup.session.einladen': sitzung('eingeladen'),
  'workgroup.session.beginnen': sitzung('begonnen'),
  'workgroup.session.abschliessen': sitzung('abgeschlossen'),
  'workgroup.session.absagen': sitzung('abgesagt'),
  'workgroup.agenda.add': sitzung('punkt'),
  'workgroup.agenda.change': sitzung('punkt'),
  'workgroup.agenda.remove': sitzung('punkt'),
  'workgroup.material.remove': {
    seite: sitzungSeite,
    zu: (_, { id }) => sitzungHref(id),
    flash: 'unterlage-geloescht',
  },
  'workgroup.session.register': sitzung('angemeldet'),
  'workgroup.session.attend': sitzung('anwesenheit'),
  'workgroup.minutes.write': {
    seite: protokollSeite,
    zu: ({ id = '' }) => `${sitzungHref(id)}/protokoll`,
    flash: ({ hinweis }) => (hinweis === beideBehalten ? 'beide' : 'notiz'),
  },
  'workgroup.group.found': { seite: homeSeite, zu: fest('/mitglieder'), flash: 'gegruendet' },
  'workgroup.group.seat': mitglieder('sitze'),
  'workgroup.group.join': mitglieder('beigetreten'),
  'workgroup.group.leave': mitglieder('beendet'),
  'workgroup.guest.add': mitglieder('gast'),
  'workgroup.guest.remove': mitglieder('gast-geloescht'),
  'workgroup.decision.propose': {
    seite: sitzungSeite,
    zu: (_, { id }) => `${home}/beschluesse/${id}`,
    flash: 'vorgeschlagen',
  },
  'workgroup.decision.oeffnen': beschluss('beschluss'),
  'workgroup.decision.schliessen': beschluss('beschluss'),
  'workgroup.decision.festhalten': beschluss('beschluss'),
  'workgroup.decision.zurueckziehen': beschluss('beschluss'),
  'workgroup.decision.vote': beschluss('stimme'),
  'workgroup.task.add': sitzung('aufgabe'),
  'workgroup.task.step': { seite: aufgabenSeite, zu: fest('/aufgaben'), flash: 'aufgabe' },
  'workgroup.question.assign': { seite: fragenSeite, zu: fest('/fragen'), flash: 'frage' },
};

function weiterNach({ capability }: Aktion): Weiter {
  const found = wege[capability];
  if (found === undefined) throw new Error(`${capability} leads nowhere`);
  return found;
}
