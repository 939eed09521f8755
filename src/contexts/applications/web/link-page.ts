import { html } from 'hono/html';
import { formatLocalDate, ok } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import { button, buttonRow, errorSummary, form, type Html, inputField, linkButton, section } from '#ui';
import { antragActor } from '../antrag-actor.ts';
import { invalidField } from '../errors.ts';
import { messages } from '../messages.ts';
import { discardDraft } from '../use-cases/discard-draft.ts';
import { type Door, openByToken } from '../use-cases/open-door.ts';
import { openDraft } from '../use-cases/open-draft.ts';
import { addresses, resumeLink } from './addresses.ts';
import { cookieWith, cookieWithout, type Desk, limited, redirect, withDoor } from './handling.ts';

/** The first request of a link: the token goes into the cookie, and the address becomes a clean one. */
export async function resume(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const { deps, site } = desk;
  const { token: sent = '' } = request.params;
  const allowed = limited(desk, 'resume', request);
  if (!allowed.ok) return { kind: 'refusal', refusal: allowed.refusal };
  const door = await deps.db.withTenant(site.tenant, antragActor, (tx) => openByToken(tx, deps, sent));
  if (!door.ok) return { kind: 'refusal', refusal: door.refusal };
  const { id, token } = door.value;
  return { kind: 'redirect', to: addresses.antrag(id), cookies: [cookieWith(desk, request, token)] };
}

const doorOnly = (desk: Desk, request: PageRequest) => withDoor(desk, request, async (_, door) => ok(door));

/** The link, to be written down, printed or mailed; and how to leave this device. */
export async function showLink(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const door = await doorOnly(desk, request);
  if (!door.ok) return { kind: 'refusal', refusal: door.refusal };
  return linkPage(desk, request, door.value, { sent: request.query.has('gesendet'), error: null, email: '' });
}

interface Mailing {
  readonly sent: boolean;
  readonly error: string | null;
  readonly email: string;
}

function linkPage({ site }: Desk, request: PageRequest, door: Door, mailing: Mailing): PageAnswer {
  const link = resumeLink(site, door.token);
  return {
    kind: 'page',
    status: mailing.error === null ? 200 : 422,
    content: {
      title: 'Ihr Link zum Antrag',
      error: mailing.error !== null,
      breadcrumb: [{ label: 'Start', href: '/' }, { label: 'Ihr Link' }],
      ...(mailing.sent
        ? {
            flash: {
              kind: 'success' as const,
              title: 'Der Link ist unterwegs. Die Adresse wurde nicht gespeichert.',
            },
          }
        : {}),
      main: html`${errorSummary(mailing.error === null ? [] : [{ field: 'email', message: mailing.error }])}${theLink(link, door)}${mailForm(request, door, mailing)}${leaving(request, door)}`,
    },
  };
}

function theLink(link: string, door: Door): Html {
  return section(
    'Aufschreiben oder drucken',
    html`<p class="kern-body lw-measure">Mit diesem Link machen Sie weiter, auch auf einem anderen Gerät. Nach dem Abschicken sehen Sie damit den Stand und Nachrichten.</p>
<p class="kern-body"><a class="kern-link lw-long-address" href="${link}">${link}</a></p>
<p class="kern-body lw-measure">Wer den Link hat, kann den Antrag lesen. Verlieren Sie ihn, kann niemand die Angaben wiederherstellen. Er gilt bis zum ${formatLocalDate(door.loeschenAm)}; an diesem Tag werden die Angaben gelöscht.</p>
${buttonRow(linkButton('Weitermachen', addresses.antrag(door.id)))}`,
  );
}

function mailForm(request: PageRequest, door: Door, { error, email }: Mailing): Html {
  const field = inputField({
    name: 'email',
    label: 'E-Mail-Adresse',
    type: 'email',
    value: email,
    error,
    hint: 'Die Adresse wird nur für diese eine Nachricht benutzt und nicht gespeichert.',
  });
  return section(
    'Als E-Mail schicken',
    form(
      { action: addresses.link(door.id), csrfToken: request.csrfToken },
      html`${field}${buttonRow(button('Link schicken', { kind: 'secondary' }))}`,
    ),
  );
}

function leaving(request: PageRequest, door: Door): Html {
  const send = (action: string, label: string) =>
    form({ action, csrfToken: request.csrfToken }, buttonRow(button(label, { kind: 'tertiary' })));
  return section(
    'Dieses Gerät gehört nicht Ihnen?',
    html`<p class="kern-body lw-measure">Dann entfernen Sie den Antrag aus diesem Browser. Mit Ihrem Link öffnen Sie ihn wieder.</p>${send(addresses.leave(door.id), 'Aus diesem Browser entfernen')}
<p class="kern-body lw-measure">Einen Entwurf können Sie auch sofort löschen. Abgeschickte Anträge ziehen Sie auf der Seite des Antrags zurück.</p>${send(addresses.discard(door.id), 'Entwurf endgültig löschen')}`,
  );
}

const address = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,190}\.[^\s@<>,;".]{2,}$/;

/** Mails the link from this request; neither link nor address is stored anywhere. */
export async function mailLink(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const { deps, site } = desk;
  const door = await doorOnly(desk, request);
  if (!door.ok) return { kind: 'refusal', refusal: door.refusal };
  const email = (request.form.get('email') ?? '').trim();
  if (!address.test(email)) {
    const error = 'Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@beispiel.de.';
    return linkPage(desk, request, door.value, { sent: false, error, email });
  }
  const allowed = limited(desk, 'mail', request);
  if (!allowed.ok) return { kind: 'refusal', refusal: allowed.refusal };
  const { token, loeschenAm, id, dienst } = door.value;
  const offer = await deps.db.withTenant(site.tenant, antragActor, (tx) =>
    deps.offers.read(tx, site, dienst),
  );
  const titel = offer.ok ? offer.value.titel : 'Antrag';
  const stelle = offer.ok ? offer.value.stelle?.name : undefined;
  const behoerde = stelle ? `${site.name}, ${stelle}` : site.name;
  const text = messages.mail.text(titel, behoerde, resumeLink(site, token), loeschenAm);
  try {
    await deps.sendMail({ to: email, subject: messages.mail.subject(titel), text });
  } catch {
    // The mail server's answer may hold the address; it goes no further.
    const message =
      'Die E-Mail konnte nicht verschickt werden. Bitte schreiben Sie den Link auf oder versuchen Sie es später.';
    return { kind: 'refusal', refusal: { ...invalidField('email', message), kind: 'unavailable' } };
  }
  return redirect(`${addresses.link(id)}?gesendet`);
}

/** Takes the token out of this browser. */
export async function leave(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const door = await doorOnly(desk, request);
  if (!door.ok) return { kind: 'refusal', refusal: door.refusal };
  return { kind: 'redirect', to: '/', cookies: [cookieWithout(desk, request, door.value.token)] };
}

/** Deletes a draft for good. */
export async function discard(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const draft = await withDoor(desk, request, (tx, door) => openDraft(tx, desk.deps, desk.site, door));
  if (!draft.ok) return { kind: 'refusal', refusal: draft.refusal };
  const discarded = await discardDraft(desk.deps, desk.site, draft.value);
  if (!discarded.ok) return { kind: 'refusal', refusal: discarded.refusal };
  const cookies = [cookieWithout(desk, request, draft.value.door.token)];
  return { kind: 'redirect', to: '/', cookies };
}
