import { html } from 'hono/html';
import { type PageContent, type PageRoute, page, refusal } from '#platform';
import { emptyState, formatNumber, type Html, section, stackedBars, statTiles, table, textLink } from '#ui';
import type { ReportsDeps } from '../reports-deps.ts';
import { answerOverview } from './answer-overview.ts';
import type { Aufteilung, Liste, Uebersicht } from './uebersicht.ts';

/** The first page after signing in, by what somebody does here. */
export function overviewRoutes(deps: ReportsDeps): readonly PageRoute[] {
  return [
    {
      capability: 'reports.overview',
      method: 'GET',
      path: '/uebersicht',
      access: 'signed-in',
      handle: async ({ principal }) => {
        const found = await answerOverview(deps, principal);
        return found.ok ? page(content(found.value)) : refusal(found.refusal);
      },
    },
  ];
}

function content({ titel, lead, anfang, kennzahlen, aufteilung, listen, schritte }: Uebersicht): PageContent {
  return {
    title: titel,
    lead,
    wide: true,
    main: html`${anfang ? beginning(anfang) : ''}${statTiles(
      kennzahlen.map(({ label, wert, text, href }) => ({
        label,
        value: formatNumber(wert),
        note: text,
        href,
      })),
    )}${listen.map(listSection)}${aufteilung ? division(aufteilung) : ''}`,
    nextSteps: schritte,
  };
}

function beginning({ text, schritte }: NonNullable<Uebersicht['anfang']>): Html {
  return emptyState({
    title: 'So fangen Sie an',
    body: html`<p>${text}</p><ol>${schritte.map(({ label, href }) => html`<li>${textLink(href, label)}</li>`)}</ol>`,
  });
}

function listSection({ titel, spalten, zeilen, leer, mehr }: Liste): Html {
  if (zeilen.length === 0) return section(titel, html`<p class="kern-body lw-measure">${leer}</p>`);
  return section(
    titel,
    html`${table({
      caption: titel,
      captionHidden: true,
      columns: spalten.map((label, at) => (at === 0 ? { label, width: 'wide' } : { label })),
      rows: zeilen.map(({ label, href, werte }) => [textLink(href, label), ...werte]),
    })}${mehr ? html`<p class="kern-body">${textLink(mehr, html`Alle ansehen<span class="kern-sr-only">: ${titel}</span>`)}</p>` : ''}`,
  );
}

function division({ titel, text, teile, zeilen }: Aufteilung): Html {
  return section(
    titel,
    stackedBars({
      id: 'aufteilung',
      caption: titel,
      description: text,
      parts: teile.map((label, at) => ({
        label,
        ...(at === teile.length - 1 ? { tone: 'open' as const } : {}),
      })),
      rows: zeilen.map(({ label, href, werte }) => ({ label, href, values: werte })),
    }),
  );
}
