import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import { button, buttonRow, descriptionList, errorOf, form, linkButton, section } from '#ui';
import { zustellpunktAfter } from '../domain/zustellpunkt.ts';
import type { Zustellpunkt } from '../use-cases/manage-zustellpunkt.ts';
import type { PageAction } from './actions.ts';
import type { DeliveryWebDeps, Managing } from './owner.ts';
import { addressFor, keyText, notice, postfachField, stateBadge } from './parts.ts';

/** One Zustellpunkt with everything that can be done with it. */
export function oneContent(
  { clock }: Pick<DeliveryWebDeps, 'clock'>,
  request: PageRequest,
  shown: { readonly one: Zustellpunkt; readonly managing: Managing; readonly reason: Refusal | null },
): PageContent {
  const { one, managing, reason } = shown;
  const { csrfToken } = request;
  const post = (action: PageAction, label: string) =>
    form(
      { action: addressFor(managing, `/zustellpunkte/${one.id}/${action}`), csrfToken, label },
      buttonRow(button(label, { kind: 'secondary' })),
    );
  const facts = descriptionList([
    ['Zustand', stateBadge(one.state)],
    ['Schlüssel gilt', keyText(one, clock.now())],
    ['Kennung des Schlüssels', one.key?.kid ?? null],
    ['Postfach', one.postfach ?? 'wie in den Parametern des Onlinedienstes'],
    ['Kennung', one.id],
  ]);
  return {
    title: one.name,
    preline: `Zustellpunkt, ${managing.owner.name}`,
    breadcrumb: [{ label: 'Zustellpunkte', href: addressFor(managing, '/zustellpunkte') }],
    main: html`${notice(reason)}${facts}${one.state === 'ended' ? '' : html`${keySection(post)}${mailboxSection(request, shown)}${section('Annahme', stateParts(one, managing, post))}`}`,
  };
}

function keySection(post: (action: PageAction, label: string) => unknown) {
  return section(
    'Schlüssel',
    html`<p class="kern-body lw-measure">Erneuern Sie den Schlüssel, bevor er abläuft. Der bisherige gilt noch 30 Tage. Der neue entsteht auf dem Server und bleibt dort; sein Ordner gehört in die Sicherung des Betriebs. Es dauert einige Sekunden.</p>${post('schluessel', 'Schlüssel erneuern')}`,
  );
}

function mailboxSection(
  { csrfToken, form: typed }: PageRequest,
  { one, managing, reason }: Parameters<typeof oneContent>[2],
) {
  const value = typed.get('postfach') ?? one.postfach;
  const field = postfachField(value, errorOf(reason?.fields ?? [], 'postfach'));
  return section(
    'Postfach',
    form(
      {
        action: addressFor(managing, `/zustellpunkte/${one.id}/postfach`),
        csrfToken,
        label: 'Postfach ändern',
      },
      html`${field}${buttonRow(button('Postfach speichern', { kind: 'secondary' }))}`,
    ),
  );
}

function stateParts(
  { id, state }: Zustellpunkt,
  managing: Managing,
  post: (action: PageAction, label: string) => unknown,
) {
  const can = (action: Parameters<typeof zustellpunktAfter>[1]) => zustellpunktAfter(state, action) !== null;
  return html`${can('activate') ? post('oeffnen', 'Annahme öffnen') : ''}${can('suspend') ? post('aussetzen', 'Annahme aussetzen') : ''}${can('resume') ? post('fortsetzen', 'Annahme wieder öffnen') : ''}${buttonRow(linkButton('Zustellpunkt beenden …', addressFor(managing, `/zustellpunkte/${id}/beenden`), { kind: 'tertiary' }))}`;
}
