import { html } from 'hono/html';
import { evaluate, type KnownValues, reachablePages } from '#forms';
import { serviceTexts } from '#forms/onlinedienst';
import { formatLocalDate, ok, type Result, refuse } from '#kernel';
import { formField, type PageAnswer, type PageRequest } from '#platform';
import { alert, button, buttonRow, form, type Html, radioGroup, section } from '#ui';
import { antragActor } from '../antrag-actor.ts';
import type { ApplicationsDeps } from '../deps.ts';
import { kontoUnknown } from '../errors.ts';
import { messages } from '../messages.ts';
import { fristOf } from '../use-cases/antrag-content.ts';
import type { Offer } from '../use-cases/read-offer.ts';
import { entwurfFrist, entwurfLoeschtag, startDraft } from '../use-cases/start-draft.ts';
import { addresses } from './addresses.ts';
import { competentLine } from './competent.ts';
import { answered, cookieWith, type Desk, limited } from './handling.ts';

/** What awaits people, what happens with their data, and the button that begins. */
export async function showStart({ deps, site }: Desk, request: PageRequest): Promise<PageAnswer> {
  const { dienst = '' } = request.params;
  const offer = await deps.db.withTenant(site.tenant, antragActor, (tx) =>
    deps.offers.read(tx, site, dienst),
  );
  if (!offer.ok) return { kind: 'refusal', refusal: offer.refusal };
  const { titel, ausgesetztGrund } = offer.value;
  const begin =
    ausgesetztGrund === null
      ? form(
          { action: addresses.start(dienst), csrfToken: request.csrfToken },
          html`${kontoWahl(deps)}${buttonRow(button('Antrag beginnen'))}`,
        )
      : alert({
          kind: 'warning',
          title: 'Dieser Onlinedienst ruht zurzeit',
          body: html`<p class="kern-body">${ausgesetztGrund}</p>`,
        });
  return {
    kind: 'page',
    content: {
      title: titel,
      preline: 'Online beantragen',
      breadcrumb: [{ label: 'Start', href: '/' }, { label: titel }],
      main: html`${competentLine(offer.value, site)}${awaits(offer.value)}${privacy(offer.value, site.name)}${begin}`,
    },
  };
}

/** With which account the form is filled in beforehand; nothing to choose where no account can be asked. */
function kontoWahl({ konten }: Pick<ApplicationsDeps, 'konten'>): Html | '' {
  if (!konten) return '';
  const ohne = { value: '', label: 'Ohne Konto', hint: 'Sie geben alles selbst an.' };
  return radioGroup({
    name: 'konto',
    label: 'Angaben aus einem Konto übernehmen',
    hint: konten.hinweis,
    options: [ohne, ...konten.auswahl.map(({ id, label, hint }) => ({ value: id, label, hint }))],
    value: '',
  });
}

function bekannt(
  { konten, clock }: Pick<ApplicationsDeps, 'konten' | 'clock'>,
  konto: string,
): Result<KnownValues> {
  if (konto === '') return ok(new Map());
  const known = konten?.bekannt(konto, clock.today()) ?? null;
  return known === null ? refuse(kontoUnknown) : ok(known);
}

function awaits({ dienst, context, stelle, geschlossen }: Offer): Html {
  const texts = serviceTexts(dienst, context.parameters, context.today);
  const pages = reachablePages(evaluate(dienst.form, {}, context)).length;
  const list = (items: readonly string[]) =>
    html`<ul class="kern-list kern-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  const facts = [
    `Etwa ${pages} Seiten; je nach Ihren Antworten können es mehr werden.`,
    'Sie brauchen kein Konto.',
    'Ihre Angaben werden auf jeder Seite gespeichert. Mit Ihrem persönlichen Link machen Sie später weiter.',
    'Am Ende prüfen Sie alles und sehen die Kosten, bevor Sie abschicken.',
    ...(stelle ? [`Den Antrag bekommt: ${stelle.name}.`] : []),
    ...geschlossen.map(
      ({ von, bis, anlass }) =>
        `Die Stelle ist geschlossen: ${formatLocalDate(von)}${bis === von ? '' : ` bis ${formatLocalDate(bis)}`}, ${anlass}.`,
    ),
  ];
  return html`${section('Was Sie erwartet', list(facts))}${
    texts.need.length > 0 ? section('Was Sie brauchen', list(texts.need)) : ''
  }`;
}

function privacy(offer: Offer, kommune: string): Html {
  const draftDay = entwurfLoeschtag(offer, offer.context.today);
  const draftDays = entwurfFrist(offer, offer.context.today);
  const frist = fristOf(offer, offer.context.today);
  const rule = messages.receipt.loeschregel({
    fristAb: frist.ab,
    fristTage: frist.tage,
    fristGrundlage: frist.grundlage,
  });
  return section(
    'Ihre Daten',
    html`<p class="kern-body lw-measure">Solange Sie den Antrag ausfüllen, liegen Ihre Angaben verschlüsselt auf dem Server, den wir dafür nutzen (${kommune}). Den Schlüssel haben nur Sie: Er steckt in Ihrem Link. Verlieren Sie ihn, kann niemand die Angaben lesen, auch wir nicht.</p>
<p class="kern-body lw-measure">Einen begonnenen Antrag löschen wir ${draftDays} Tage nach der letzten Bearbeitung, heute begonnen also am ${formatLocalDate(draftDay)}. ${rule}</p>
<p class="kern-body"><a class="kern-link" href="/datenschutz">Datenschutz: wer wann für Ihre Daten verantwortlich ist</a></p>`,
  );
}

/** Begins a draft: its token goes into the cookie and nowhere else. */
export async function begin(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const { deps, site } = desk;
  const allowed = limited(desk, 'start', request);
  if (!allowed.ok) return { kind: 'refusal', refusal: allowed.refusal };
  const { dienst = '' } = request.params;
  const known = bekannt(deps, formField(request.form, 'konto'));
  if (!known.ok) return { kind: 'refusal', refusal: known.refusal };
  const started = await startDraft(deps, site, dienst, known.value);
  return answered(redirected(desk, request, started));
}

function redirected(
  desk: Desk,
  request: PageRequest,
  started: Awaited<ReturnType<typeof startDraft>>,
): Result<PageAnswer> {
  if (!started.ok) return started;
  const { id, token, page } = started.value;
  return ok({
    kind: 'redirect',
    to: addresses.page(id, page),
    cookies: [cookieWith(desk, request, token)],
  });
}
