import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import { button, buttonRow, form, linkButton, problemsOf, refusalNotice, section } from '#ui';
import { ueblicheGewichtung } from '../domain/gewichtung.ts';
import { paths } from './paths.ts';
import { weightFields } from './weights-form.ts';

export function refusedContent(request: PageRequest, reason: Refusal): PageContent {
  return {
    ...head,
    main: html`${refusalNotice(reason)}${section(
      'Gewichte',
      form(
        { action: paths.rang, method: 'get', label: 'Gewichte', id: 'gewichte' },
        html`${weightFields({ gewichtung: ueblicheGewichtung, typed: request.query, problems: problemsOf(reason) })}${buttonRow(
          button('Neu berechnen'),
          linkButton('Zurücksetzen', paths.rang, { kind: 'tertiary' }),
        )}<p class="kern-sr-only" role="status"></p>`,
      ),
    )}`,
  };
}

export const head = {
  title: 'Prioritäten',
  lead: 'Welche Leistungen zuerst? Jeder Platz lässt sich nachrechnen: Gewicht mal Wert, in ganzen Zahlen, über acht Kriterien.',
  wide: true,
  scripts: ['weights'],
} as const;
