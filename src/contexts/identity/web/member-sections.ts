import { html } from 'hono/html';
import { formatLocalDate, localDate, type Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  form,
  formatInstant,
  inputField,
  linkButton,
  problemsOf,
  table,
} from '#ui';
import { possibleActions } from '../domain/member.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import type { MemberDetail } from '../use-cases/read-members.ts';
import { deputyForm } from './deputy-form.ts';
import { rolesField } from './invite-pages.ts';
import { postButton } from './post-button.ts';

export function rolesForm(
  request: PageRequest,
  { member }: MemberDetail,
  kind: OrganisationKind,
  reason: Refusal | null,
) {
  return form(
    { action: `/mitglieder/${member.id}/rollen`, csrfToken: request.csrfToken, label: 'Rollen ändern' },
    html`${rolesField(kind, member.roles, errorOf(problemsOf(reason), 'rollen'))}
    <p class="kern-body">Mit der Änderung enden alle Sitzungen der Person; sie meldet sich neu an.</p>
    ${buttonRow(button('Rollen speichern', { kind: 'secondary' }))}`,
  );
}

export function vertretungen(
  request: PageRequest,
  detail: MemberDetail,
  manages: boolean,
  reason: Refusal | null,
) {
  const { member, colleagues, vertretungen: all } = detail;
  const nameOf = (id: string) => [member, ...colleagues].find((each) => each.id === id)?.name ?? 'unbekannt';
  const rows = all.map((each) => [
    `${nameOf(each.deputyId)} vertritt ${nameOf(each.memberId)}`,
    `${formatLocalDate(localDate(each.validFrom))} bis ${formatLocalDate(localDate(each.validTo))}`,
    each.endedAt
      ? `beendet ${formatInstant(each.endedAt)}`
      : manages
        ? postButton(
            `/mitglieder/${member.id}/vertretung/beenden`,
            request.csrfToken,
            'Beenden',
            nameOf(each.deputyId),
            { eintrag: each.id },
          )
        : '',
  ]);
  const people = colleagues.filter(({ state }) => state === 'active');
  return html`${rows.length > 0 ? table({ caption: 'Vertretungen', captionHidden: true, columns: [{ label: 'Wer vertritt wen' }, { label: 'Von – bis' }, { label: 'Stand' }], rows }) : html`<p class="kern-body">Es ist keine Vertretung eingetragen.</p>`}
    ${manages && people.length > 0 ? deputyForm({ action: `/mitglieder/${member.id}/vertretung`, csrfToken: request.csrfToken, people, reason }) : ''}`;
}

/** The form that limits an access to a day, or lifts the limit. */
export function limitForm({ csrfToken }: PageRequest, { member }: MemberDetail, reason: Refusal | null) {
  return form(
    { action: `/mitglieder/${member.id}/befristung`, csrfToken, label: 'Zugang befristen' },
    html`${inputField({ name: 'bis', label: 'Letzter Tag des Zugangs', type: 'date', optional: true, hint: 'Bis zum Ende dieses Tages kann sich die Person anmelden. Leer: ohne Enddatum.', value: member.gueltigBis, error: errorOf(problemsOf(reason), 'bis') })}
    <p class="kern-body">Zugänge für Maschinen, die diese Person ausgestellt hat, enden spätestens am selben Tag.</p>
    ${buttonRow(button('Befristung speichern', { kind: 'secondary' }))}`,
  );
}

export function access({ csrfToken }: PageRequest, { member }: MemberDetail) {
  const possible = possibleActions(member.state);
  const path = (name: string) => `/mitglieder/${member.id}/${name}`;
  return html`${member.state === 'invited' ? postButton(path('einladung'), csrfToken, 'Einladung noch einmal senden', '') : ''}
    ${possible.includes('suspend') ? postButton(path('sperren'), csrfToken, 'Zugang sperren', '') : ''}
    ${possible.includes('resume') ? postButton(path('entsperren'), csrfToken, 'Zugang wieder öffnen', '') : ''}
    ${buttonRow(linkButton('Mitglied entfernen …', path('entfernen'), { kind: 'tertiary' }))}`;
}
