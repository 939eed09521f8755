import { html } from 'hono/html';
import type { Html, PageContent, PageRequest } from '#platform';
import {
  type AnsweredList,
  badge,
  button,
  descriptionList,
  emptyState,
  externalLink,
  form,
  formatInstant,
  type ListDefinition,
  linkButton,
  listPage,
  section,
  table,
  textLink,
} from '#ui';
import type { Anbindung } from '../domain/anbindung.ts';
import type { LiveDienst } from '../domain/live-dienst.ts';
import { zustandText } from '../messages.ts';
import type { AbdeckungView, AngebotDetail } from '../use-cases/read-angebote.ts';
import { flashOf } from './answers.ts';
import { zustandBadge } from './zustand-badge.ts';

export interface Own {
  readonly anbindung: Anbindung | null;
  readonly mayConnect: boolean;
}

export function content(
  { angebot, abdeckung }: AngebotDetail,
  { result, problems }: AnsweredList<LiveDienst>,
  request: PageRequest,
  { mine, hinweis }: { readonly mine: Own | null; readonly hinweis: Html },
): PageContent {
  const { data, dienst, fassung, anbieter, angebotenAm } = angebot;
  return {
    title: data.title,
    preline: 'Onlinedienst',
    lead: data.summary,
    wide: true,
    breadcrumb: [{ label: 'Onlinedienste', href: '/onlinedienste' }],
    ...flashOf(request),
    main: html`${mine ? ownPart(dienst, data.title, mine, request.csrfToken) : ''}
      ${section('Diese Leistungen deckt er ab', coverTable(abdeckung), {
        lead: 'Maßgeblich ist die genannte Norm. Daneben steht, was der Katalog von 2019 angibt.',
      })}
      ${section('Was Ihre Kommune angibt', html`<ul class="kern-list kern-list--bullet">${data.parameters.map(({ label, required, norm }) => html`<li>${label}${required ? '' : ' (freiwillig)'}${norm ? `, nach ${norm}` : ''}</li>`)}<li>zuständige Stelle mit Anschrift, Kontakt und Öffnungszeiten</li><li>Verantwortliche und Datenschutzbeauftragte</li></ul>`)}
      ${section(
        'Diese Kommunen nutzen ihn',
        listPage(users, result, {
          action: `/onlinedienste/${dienst}`,
          files: `/onlinedienste/${dienst}/kommunen`,
          caption: `Kommunen mit ${data.title}`,
          problems,
          noun: ['Kommune', 'Kommunen'],
          emptyState: emptyState({
            title: 'Noch keine Kommune',
            body: 'Bisher hat keine Kommune diesen Onlinedienst live.',
          }),
        }),
      )}
      ${hinweis}
      ${section(
        'Angebot',
        descriptionList([
          ['Angeboten von', anbieter],
          ['Fassung', fassung],
          ['Angeboten seit', formatInstant(angebotenAm)],
          ['Kennung', dienst],
        ]),
      )}`,
    nextSteps: [
      { label: 'Was er kostet, und bestellen', href: `/marktplatz/${dienst}` },
      { label: 'Welche Lücken er schließt', href: '/luecken' },
      ...(request.principal?.permissions.has('efa.angebot.manage')
        ? [{ label: 'Sein Paket für andere Portale', href: `/pakete/${dienst}` }]
        : []),
      { label: 'Alle Onlinedienste', href: '/onlinedienste' },
    ],
  };
}

function ownPart(dienst: string, title: string, { anbindung, mayConnect }: Own, csrfToken: string) {
  if (anbindung !== null) {
    return section(
      'Ihre Anbindung',
      html`<p class="kern-body">${zustandBadge(anbindung.zustand)} ${zustandText[anbindung.zustand]}</p>${linkButton('Zur Anbindung', `/anbindungen/${dienst}`)}`,
    );
  }
  if (!mayConnect)
    return section(
      'Ihre Anbindung',
      html`<p class="kern-body">Ihre Kommune nutzt diesen Onlinedienst noch nicht. Interesse bekundet die OZG-Koordination.</p>`,
    );
  return section(
    'Ihre Anbindung',
    form(
      { action: `/onlinedienste/${dienst}/interesse`, csrfToken, label: `Interesse an ${title}` },
      button('Interesse bekunden'),
    ),
    { lead: 'Das verpflichtet zu nichts. Danach füllen Sie die Parameter Ihrer Kommune aus.' },
  );
}

function coverTable(abdeckung: readonly AbdeckungView[]) {
  return table({
    caption: 'Abgedeckte Leistungen mit ihrer Rechtsgrundlage',
    captionHidden: true,
    columns: [
      { label: 'Leistung', width: 'wide' },
      { label: 'Maßgebliche Norm' },
      { label: 'Katalogangabe 2019' },
    ],
    rows: abdeckung.map(({ leika, name, leistung, normen, abweichungen, katalog }) => [
      html`${leistung ? textLink(`/katalog/leistungen/${leistung.id}`, leistung.name) : name}${small(leika)}`,
      html`${normen.map(({ text, url, says }) => html`<div>${url ? externalLink(url, text) : text}${says ? small(says) : ''}</div>`)}`,
      abweichungen.length > 0
        ? html`${abweichungen.map(({ text, mark, why }) => html`<div>${badge('warning', mark)}<p class="kern-body">${text}</p>${small(why)}</div>`)}`
        : katalog.length > 0
          ? html`${katalog.map((text) => small(text))}`
          : 'keine',
    ]),
  });
}

function small(text: string) {
  return html`<p class="kern-body kern-body--small kern-body--muted">${text}</p>`;
}

export const users: ListDefinition<LiveDienst> = {
  id: 'nutzende',
  defaultSort: { key: 'kommune', descending: false },
  search: ({ kommune, ags }) => `${kommune} ${ags}`,
  columns: [
    {
      key: 'kommune',
      label: 'Kommune',
      value: ({ kommune }) => kommune,
      cell: ({ kommune, ags }) => textLink(`/kommunen/${ags}`, kommune),
      sortable: true,
    },
    { key: 'seit', label: 'Live seit', kind: 'date', value: ({ seit }) => seit, sortable: true },
    {
      key: 'stand',
      label: 'Stand',
      value: ({ ausgesetztGrund }) => (ausgesetztGrund === null ? 'live' : 'ausgesetzt'),
      sortable: true,
    },
    { key: 'fassung', label: 'Fassung', value: ({ fassung }) => fassung, sortable: true },
  ],
};
