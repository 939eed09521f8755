import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  formField,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  badge,
  button,
  buttonRow,
  errorOf,
  form,
  formatInstant,
  type Html,
  inputField,
  refusalNotice,
  section,
  table,
  textareaField,
} from '#ui';
import type { PackagesDeps } from '../deps.ts';
import type { Vertrauenszeile } from '../store-schluessel.ts';
import type { Lieferant } from '../use-cases/lieferant.ts';
import {
  aendereSchluessel,
  readSchluessel,
  type Schluesselliste,
  type Schluesselschritt,
} from '../use-cases/schluessel.ts';
import { address, done, flashOf, lieferantRoute, start } from './route.ts';

const here = `${address}/schluessel`;

/** The keys that this installation trusts, and the own one. */
export function schluesselRoutes(deps: PackagesDeps): readonly PageRoute[] {
  return [
    lieferantRoute(deps, 'packages.keys', ['GET', '/schluessel'], async (lieferant, request) =>
      page(content(request, await readSchluessel(deps, lieferant), null)),
    ),
    lieferantRoute(deps, 'packages.keys.change', ['POST', '/schluessel'], (lieferant, request) =>
      change(deps, lieferant, request),
    ),
  ];
}

const said = { aufnehmen: 'aufgenommen', widerrufen: 'widerrufen', wechseln: 'gewechselt' } as const;

async function change(deps: PackagesDeps, lieferant: Lieferant, request: PageRequest): Promise<PageAnswer> {
  const schritt = schrittOf(request.form);
  const changed = await aendereSchluessel(deps, lieferant, schritt);
  if (changed.ok) return done(here, said[schritt.art]);
  if (changed.refusal.kind !== 'invalid') return refusal(changed.refusal);
  return refusedPage(
    content(request, await readSchluessel(deps, lieferant), changed.refusal),
    changed.refusal,
  );
}

function schrittOf(sent: URLSearchParams): Schluesselschritt {
  const art = formField(sent, 'schritt');
  if (art === 'wechseln') return { art };
  return art === 'widerrufen'
    ? { art, kid: formField(sent, 'kid'), grund: formField(sent, 'grund') }
    : { art: 'aufnehmen', datei: formField(sent, 'schluessel') };
}

function content(
  request: PageRequest,
  { liste, eigener }: Schluesselliste,
  reason: Refusal | null,
): PageContent {
  const { csrfToken, form: sent } = request;
  const trusted = liste.filter(({ art }) => art !== 'widerrufen' && art !== 'eigen');
  return {
    title: 'Schlüssel für Pakete',
    preline: 'Pakete',
    lead: 'Nur Pakete, die mit einem Schlüssel dieser Liste unterschrieben sind, lassen sich einlesen.',
    wide: true,
    ...flashOf(request),
    breadcrumb: [start, { label: 'Schlüssel' }],
    main: html`${refusalNotice(reason)}${section('Schlüssel, denen diese Installation vertraut', listTable(liste))}${section(
      'Schlüssel aufnehmen',
      form(
        { action: here, csrfToken, label: 'Schlüssel aufnehmen', hidden: { schritt: 'aufnehmen' } },
        html`${textareaField({
          name: 'schluessel',
          label: 'Schlüssel des Absenders',
          hint: 'Der Text, den der Absender unter „Pakete“, „Schlüssel“ sieht. Vergleichen Sie die Kennung am Telefon.',
          value: formField(sent, 'schluessel'),
          rows: 6,
          error: errorOf(reason?.fields, 'schluessel'),
        })}${buttonRow(button('Aufnehmen'))}`,
      ),
    )}${eigener === null ? '' : ownKey(eigener, csrfToken)}${trusted.length === 0 ? '' : revokeForm(csrfToken, sent, reason)}`,
  };
}

const artLabel = {
  eigen: 'eigener Schlüssel',
  aufgenommen: 'aufgenommen',
  nachfolge: 'vom bisherigen bestätigt',
  widerrufen: 'widerrufen',
} as const;

function listTable(liste: readonly Vertrauenszeile[]): Html {
  return table({
    caption: 'Schlüssel',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Inhaber' },
      { label: 'Kennung', width: 'wide' },
      { label: 'Stand' },
      { label: 'Seit' },
      { label: 'Grund' },
    ],
    rows: liste.map(({ inhaber, kid, art, am, grund }) => [
      inhaber,
      html`<code class="lw-long-address">${kid}</code>`,
      badge(art === 'widerrufen' ? 'danger' : 'success', artLabel[art]),
      formatInstant(am),
      html`<span class="lw-long-address">${grund}</span>`,
    ]),
    empty: html`<p class="kern-body">Noch keiner. Ihr eigener entsteht, wenn Sie das erste Paket bauen.</p>`,
  });
}

function ownKey(eigener: NonNullable<Schluesselliste['eigener']>, csrfToken: string): Html {
  return section(
    'Ihr eigener Schlüssel',
    html`${textareaField({
      name: 'eigener',
      label: 'Für andere zum Aufnehmen',
      hint: 'Schicken Sie diesen Text, zum Beispiel als E-Mail.',
      value: JSON.stringify(eigener, null, 2),
      rows: 10,
    })}${form(
      { action: here, csrfToken, label: 'Schlüssel wechseln', hidden: { schritt: 'wechseln' } },
      buttonRow(button('Schlüssel wechseln', { kind: 'secondary' })),
    )}`,
    {
      lead: html`Kennung zum Vergleichen am Telefon: <code class="lw-long-address">${eigener.kid}</code>. Der private Teil liegt versiegelt in dieser Installation und verlässt sie nie.`,
    },
  );
}

function revokeForm(csrfToken: string, sent: URLSearchParams, reason: Refusal | null): Html {
  return section(
    'Schlüssel widerrufen',
    form(
      { action: here, csrfToken, label: 'Schlüssel widerrufen', hidden: { schritt: 'widerrufen' } },
      html`${inputField({ name: 'kid', label: 'Kennung', value: formField(sent, 'kid') })}${inputField({
        name: 'grund',
        label: 'Grund',
        hint: 'Zum Beispiel: Der Absender hat den Verlust gemeldet.',
        value: formField(sent, 'grund'),
        error: errorOf(reason?.fields, 'grund'),
      })}${buttonRow(button('Widerrufen', { kind: 'secondary' }))}`,
    ),
    { lead: 'Was schon eingelesen ist, läuft weiter; neue Pakete mit diesem Schlüssel werden abgelehnt.' },
  );
}
