import { html } from 'hono/html';
import type { PageRequest } from '#platform';
import {
  alert,
  badge,
  button,
  buttonRow,
  descriptionList,
  form,
  formatInstant,
  linkButton,
  progress,
} from '#ui';
import { possibleActions, type Rundmail } from '../domain/rundmail.ts';
import type { RundmailDetail } from '../use-cases/read-rundmails.ts';
import type { Steering } from '../use-cases/steer-rundmail.ts';
import { rundmailLabels } from '../views/labels.ts';
import { postButton } from './answers.ts';

/** What a person does with a released Rundmail, as the buttons say it. */
export const steerings: Readonly<Record<Steering, readonly [capability: string, label: string]>> = {
  anhalten: ['notices.rundmail.pause', 'Anhalten'],
  fortsetzen: ['notices.rundmail.resume', 'Fortsetzen'],
  abbrechen: ['notices.rundmail.cancel', 'Abbrechen'],
  erneut: ['notices.rundmail.retry', 'Aufgegebene noch einmal anschreiben'],
};

/** What a Rundmail is, in one look. */
export function facts(rundmail: Rundmail, who: string) {
  const at = (moment: Date | null) => (moment ? formatInstant(moment) : null);
  return descriptionList([
    ['Zustand', badge(...rundmailLabels[rundmail.zustand])],
    ['An', who],
    ['Geplant für', at(rundmail.geplantFuer) ?? 'sobald sie freigegeben ist'],
    ['Art', rundmail.betrieblich ? 'Betrieb, nicht abbestellbar' : 'abbestellbar'],
    ...(rundmail.begonnenAm ? ([['Begonnen', at(rundmail.begonnenAm)]] as const) : []),
    ...(rundmail.beendetAm ? ([['Abgeschlossen', at(rundmail.beendetAm)]] as const) : []),
  ]);
}

/** How many have got it. */
export function progressPart({ rundmail, empfaenger }: RundmailDetail) {
  if (rundmail.zustand === 'entwurf') return '';
  const over = empfaenger.filter(({ zustand }) => zustand === 'gesendet' || zustand === 'aufgegeben').length;
  const given = empfaenger.filter(({ zustand }) => zustand === 'aufgegeben').length;
  const text = `${over - given} von ${empfaenger.length} gesendet${given > 0 ? `, ${given} aufgegeben` : ''}`;
  return progress({ label: 'Wie weit', value: over, max: Math.max(1, empfaenger.length), text });
}

/** What can be done with it now. */
export function actionsPart({ rundmail, empfaenger, preview }: RundmailDetail, { csrfToken }: PageRequest) {
  if (preview) return releasePart(rundmail, preview, csrfToken);
  const given = empfaenger.some(({ zustand }) => zustand === 'aufgegeben');
  const buttons = possibleActions(rundmail.zustand)
    .filter((action): action is Steering => action in steerings && (action !== 'erneut' || given))
    .map((action) => postButton(`/rundmails/${rundmail.id}/${action}`, csrfToken, steerings[action][1]));
  return buttons.length > 0 ? buttonRow(...buttons) : '';
}

function releasePart(rundmail: Rundmail, preview: NonNullable<RundmailDetail['preview']>, csrfToken: string) {
  const { recipients: all, unsubscribed, silent, checksum } = preview;
  const left = [
    ...(unsubscribed > 0
      ? [`${unsubscribed} Personen haben Rundmails abbestellt und bekommen sie nicht.`]
      : []),
    ...(silent.length > 0 ? [`Niemand wird erreicht in: ${silent.join(', ')}.`] : []),
  ];
  const people = all.length === 1 ? 'eine Person' : `${all.length} Personen`;
  const action = `/rundmails/${rundmail.id}`;
  return html`${left.length > 0 ? alert({ kind: 'warning', title: 'Nicht alle werden erreicht', body: html`${left.map((line) => html`<p class="kern-body">${line}</p>`)}` }) : ''}
    ${all.length > 0 ? form({ action: `${action}/freigeben`, csrfToken, hidden: { pruefsumme: checksum }, label: 'Freigeben' }, html`<p class="kern-body">Unten steht jede Person, die diese Mail bekommt.</p>${buttonRow(button(`An ${people} freigeben`), linkButton('Ändern', `${action}/bearbeiten`, { kind: 'secondary' }))}`) : html`<p class="kern-body">Diese Auswahl erreicht niemanden.</p>${buttonRow(linkButton('Auswahl ändern', `${action}/bearbeiten`))}`}
    ${postButton(`${action}/abbrechen`, csrfToken, 'Entwurf verwerfen')}`;
}
