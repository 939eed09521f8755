import { html } from 'hono/html';
import { formatLocalDate, localDate, type Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import { badge, table } from '#ui';
import type { Account } from '../use-cases/read-account.ts';
import { deputyForm } from './deputy-form.ts';
import { postButton } from './post-button.ts';

export function vertretung({ csrfToken }: PageRequest, account: Account, reason: Refusal | null) {
  const nameOf = (id: string) =>
    account.colleagues.find((each) => each.id === id)?.name ?? 'nicht mehr aktiv';
  const given = account.vertretungen.filter(({ memberId }) => memberId === account.member.id);
  const received = account.vertretungen.filter(({ deputyId }) => deputyId === account.member.id);
  const days = (each: { validFrom: string; validTo: string }) =>
    `${formatLocalDate(localDate(each.validFrom))} bis ${formatLocalDate(localDate(each.validTo))}`;
  const rows = [
    ...given.map((each) => [
      `${nameOf(each.deputyId)} vertritt Sie`,
      days(each),
      postButton(`/konto/vertretung/${each.id}/beenden`, csrfToken, 'Beenden', nameOf(each.deputyId)),
    ]),
    ...received.map((each) => [
      `Sie vertreten ${nameOf(each.memberId)}`,
      days(each),
      html`${account.session.acting_for === each.memberId ? badge('info', 'Sie handeln gerade so') : actButton(csrfToken, each.memberId, nameOf(each.memberId))}`,
    ]),
  ];
  return html`${account.session.acting_for ? html`<p class="kern-body">Sie handeln in Vertretung für ${nameOf(account.session.acting_for)}.</p>${actButton(csrfToken, '', 'mich selbst')}` : ''}
    ${rows.length > 0 ? table({ caption: 'Vertretungen', captionHidden: true, columns: [{ label: 'Wer vertritt wen' }, { label: 'Von – bis' }, { label: 'Aktion' }], rows }) : html`<p class="kern-body">Im Augenblick vertritt Sie niemand, und Sie vertreten niemanden.</p>`}
    ${account.colleagues.length > 0 ? deputyForm({ action: '/konto/vertretung', csrfToken, people: account.colleagues, reason }) : ''}`;
}

function actButton(csrfToken: string, memberId: string, name: string) {
  return postButton('/konto/handeln', csrfToken, `Handeln für ${name}`, '', { mitglied: memberId });
}
