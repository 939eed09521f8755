import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageContent, PageRoute } from '#platform';
import { alert, section, table, textLink } from '#ui';
import { messages } from '../messages.ts';
import type { VersionPageDeps } from '../version-deps.ts';
import { addresses } from '../views/addresses.ts';
import { type LineageView, lineageView } from '../views/lineage-view.ts';

/** What became of a Leistung from Fassung to Fassung. */
export function lineageRoutes({ catalogue, versions, clock }: VersionPageDeps): readonly PageRoute[] {
  return [
    {
      capability: 'catalogue.lineage',
      method: 'GET',
      path: `${addresses.leistungen}/:id/verlauf`,
      access: 'public',
      handle: async ({ params }) => {
        const view = await lineageView(await catalogue(), versions, params.id ?? '', clock.today());
        return view.ok
          ? { kind: 'page', content: content(view.value) }
          : { kind: 'refusal', refusal: view.refusal };
      },
    },
  ];
}

function content(view: LineageView): PageContent {
  return {
    title: view.name,
    preline: 'Verlauf der Leistung',
    breadcrumb: [
      { label: messages.katalog, href: addresses.katalog },
      { label: messages.leistungen, href: addresses.leistungen },
    ],
    wide: true,
    main: html`<div class="lw-stack">${stateOf(view)}${section(`Was die Fassungen über ${view.id} sagen`, versionsTable(view))}</div>`,
    nextSteps: [
      ...(view.gilt ? [{ label: 'Zur Leistung', href: addresses.leistung(view.id) }] : []),
      { label: 'Alle Fassungen', href: addresses.fassungen },
    ],
  };
}

function stateOf({ gilt, nachfolger, vorgaenger }: LineageView) {
  const links = (ids: LineageView['nachfolger']) =>
    ids.map(({ id, name }, at) => html`${at > 0 ? ', ' : ''}${textLink(addresses.verlauf(id), name)}`);
  const ended = gilt
    ? ''
    : alert({
        kind: 'info',
        title: 'Diese Leistung steht nicht mehr im Katalog',
        body:
          nachfolger.length > 0
            ? html`Fortgeführt in: ${links(nachfolger)}.`
            : 'Kein Eintrag setzt sie fort.',
      });
  return html`${ended}${
    vorgaenger.length > 0
      ? html`<p class="kern-body">Setzt fort: ${links(vorgaenger)}. Was dort eingetragen ist, zählt auch hier.</p>`
      : ''
  }`;
}

function versionsTable({ verlauf }: LineageView) {
  return table({
    caption: 'Verlauf',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Fassung' },
      { label: 'Stand', width: 'narrow' },
      { label: 'Name', width: 'wide' },
      { label: 'LeiKa-Schlüssel' },
      { label: 'OZG-Nummer' },
      { label: 'Typ', width: 'narrow' },
      { label: 'Quelle' },
    ],
    rows: verlauf.map((said) => [
      `${said.fassung}${said.zurueckgenommen ? ' (zurückgenommen)' : ''}`,
      formatLocalDate(said.stand),
      said.entfallen ? 'nicht mehr im Katalog' : said.name,
      said.leika ?? '–',
      said.ozgId === null ? '–' : String(said.ozgId),
      said.typ ?? '–',
      said.quelle,
    ]),
  });
}
