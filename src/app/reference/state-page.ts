import { html } from 'hono/html';
import { formatLocalDate, parseLocalDate } from '#kernel';
import type { PageContent } from '#platform';
import { button, form, formatNumber, type Html, linkButton, section, table } from '#ui';
import { germanyArea } from './areas.ts';
import type { AreaState } from './state.ts';

export const referenceAddress = '/referenzdaten';

/** What is loaded, of when, under which licence; and the ways to load something newer. */
export function statePage(states: readonly AreaState[], csrfToken: string): PageContent {
  return {
    title: 'Referenzdaten',
    lead: 'Katalog, Gebiet und Regeln, mit denen Leitwerk rechnet. Jeder Satz nennt seine Quelle, seinen Stand und seine Lizenz.',
    wide: true,
    main: html`${states.map((state) => areaSection(state, csrfToken))}`,
    nextSteps: [{ label: 'Katalog ansehen', href: '/katalog' }],
  };
}

function areaSection(state: AreaState, csrfToken: string): Html {
  const loaded = state.fassung !== null;
  const upload = linkButton(
    `${state.label}: neuen Stand hochladen`,
    `${referenceAddress}/import/${state.id}`,
    {
      kind: 'secondary',
    },
  );
  const content = loaded ? setsTable(state) : html`<p class="kern-body">Noch nicht geladen.</p>`;
  return section(
    state.label,
    html`${content}${!loaded && state.id === germanyArea ? germanyForm(csrfToken) : upload}`,
  );
}

function setsTable({ label, fassung, saetze }: AreaState): Html {
  return table({
    caption: `${label}, Fassung ${fassung ?? 0}`,
    small: true,
    columns: [
      { label: 'Satz' },
      { label: 'Stand', width: 'narrow' },
      { label: 'Zeilen', numeric: true },
      { label: 'Quelle', width: 'wide' },
      { label: 'Lizenz' },
    ],
    rows: saetze.map(({ titel, stand, zeilen, quelle, lizenz }) => [
      titel,
      stateText(stand),
      formatNumber(zeilen),
      quelle,
      lizenz,
    ]),
  });
}

/** A state is a day, a month or a year. */
export function stateText(stand: string): string {
  const day = parseLocalDate(stand);
  return day.ok ? formatLocalDate(day.value) : stand.split('-').reverse().join('.');
}

function germanyForm(csrfToken: string): Html {
  return form(
    { action: `${referenceAddress}/deutschland`, csrfToken, label: 'Rest von Deutschland laden' },
    html`<p class="kern-body">Leitwerk liefert die übrigen 10.400 Gemeinden und 263 Kreise mit. Das Laden dauert einige Sekunden und ändert an Nordrhein-Westfalen nichts.</p>${button('Rest von Deutschland laden')}`,
  );
}
