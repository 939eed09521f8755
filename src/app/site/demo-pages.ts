import { html } from 'hono/html';
import type { DemoPerson } from '#identity';
import type { CaughtMail, PageRoute } from '#platform';
import { emptyState, table } from '#ui';

/** What the demo shows besides the product: its mails. Never part of a production installation. */
export function demoRoutes(deps: {
  readonly mails: () => Promise<readonly CaughtMail[]>;
}): readonly PageRoute[] {
  return [
    {
      capability: 'demo.mails',
      method: 'GET',
      path: '/postausgang',
      access: 'public',
      handle: async () => ({
        kind: 'page',
        content: {
          title: 'Postausgang der Vorführung',
          lead: 'Die Vorführung sendet keine Post nach außen. Was sie senden würde, steht hier.',
          main: mailList(await deps.mails()),
        },
      }),
    },
  ];
}

function mailList(mails: readonly CaughtMail[]) {
  if (mails.length === 0) {
    return emptyState({
      title: 'Noch keine Post',
      body: 'Laden Sie zum Beispiel ein Mitglied ein: Die Einladung erscheint dann hier.',
    });
  }
  // Articles, not sections: mails with one subject would be landmarks that nobody can tell apart.
  return html`${mails.map(
    (mail) =>
      html`<article class="lw-section"><h2 class="kern-heading-medium">${mail.subject}</h2><p class="kern-body kern-body--small">An ${mail.to}, ${mail.at.toLocaleString('de-DE', { timeZone: 'Europe/Berlin' })}</p><div class="lw-mail kern-body">${linked(mail.text)}</div></article>`,
  )}`;
}

/** The text of a mail with its web addresses as links; paragraphs are kept. */
function linked(text: string) {
  return text
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        html`<p>${paragraph.split(/(https?:\/\/\S+)/).map((part) => (part.startsWith('http') ? html`<a class="kern-link" href="${part}">${part}</a>` : part))}</p>`,
    );
}

/** The people of the demo as a table for the pages before sign-in. */
export function demoPeopleTable(people: readonly DemoPerson[]) {
  return table({
    caption: 'Personen der Vorführung (erfunden)',
    columns: [
      { label: 'Person' },
      { label: 'Organisation und Rolle' },
      { label: 'E-Mail' },
      { label: 'Passwort' },
      { label: 'Zweiter Faktor' },
    ],
    rows: people.map((person) => [
      person.name,
      `${person.organisation}: ${person.role}`,
      html`<code>${person.email}</code>`,
      html`<code>${person.password}</code>`,
      person.secondFactor ? html`<code>bin/leitwerk demo code ${person.key}</code>` : 'keiner',
    ]),
  });
}
