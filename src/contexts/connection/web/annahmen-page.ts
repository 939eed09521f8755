import { html } from 'hono/html';
import { flashesOf, type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { badge, button, emptyState, form, table, textLink } from '#ui';
import type { CockpitDeps } from '../cockpit-deps.ts';
import { type Annahmenliste, type Annahmezeile, annahmenOf, confirm } from '../use-cases/annahmen.ts';

const access = { permission: 'efa.anbindung.manage' } as const;
const path = '/anbindungen/:dienst/annahmen';
const { done, flashOf } = flashesOf({ bestaetigt: 'Die Werte sind bestätigt.' });

/** What was assumed for the own Kommune when it was connected with many others, to be confirmed or corrected. */
export function annahmenRoutes(deps: CockpitDeps): readonly PageRoute[] {
  return [
    {
      capability: 'connection.annahmen.list',
      access,
      method: 'GET',
      path,
      handle: (request) => show(deps, request),
    },
    {
      capability: 'connection.annahmen.confirm',
      access,
      method: 'POST',
      path,
      handle: (request) => confirmOnes(deps, request),
    },
  ];
}

async function show(deps: CockpitDeps, request: PageRequest): Promise<PageAnswer> {
  const dienst = request.params.dienst ?? '';
  const found = await annahmenOf(deps, request.principal, dienst);
  if (!found.ok) return refusal(found.refusal);
  const { titel, zeilen } = found.value;
  const open = zeilen.filter(({ bestaetigt }) => !bestaetigt);
  return page({
    title: 'Angenommene Werte',
    preline: titel,
    lead: 'Diese Werte hat Ihr IT-Dienstleister, Ihr Land oder ein Bündler für Sie eingetragen, weil Sie noch nichts angegeben hatten. Bitte bestätigen oder berichtigen Sie sie.',
    wide: true,
    ...flashOf(request),
    breadcrumb: [
      { label: 'Anbindungen', href: '/anbindungen' },
      { label: titel, href: `/anbindungen/${dienst}` },
      { label: 'Angenommene Werte' },
    ],
    main: html`${annahmenTable(dienst, found.value)}${
      open.length === 0
        ? ''
        : form(
            {
              action: `/anbindungen/${dienst}/annahmen`,
              csrfToken: request.csrfToken,
              hidden: { parameter: open.map(({ parameter }) => parameter).join(',') },
            },
            button(open.length === 1 ? 'Diesen Wert bestätigen' : `Diese ${open.length} Werte bestätigen`),
          )
    }`,
    nextSteps: [{ label: 'Werte berichtigen', href: `/anbindungen/${dienst}` }],
  });
}

function annahmenTable(dienst: string, { zeilen }: Annahmenliste) {
  return table({
    caption: 'Angenommene Werte',
    captionHidden: true,
    columns: [{ label: 'Angabe' }, { label: 'Wert', width: 'wide' }, { label: 'Woher' }, { label: 'Stand' }],
    rows: zeilen.map((zeile) => [
      textLink(`/anbindungen/${dienst}#feld-${zeile.parameter}`, zeile.label),
      wertText(zeile),
      zeile.quelle,
      zeile.bestaetigt ? badge('success', 'bestätigt') : badge('warning', 'Annahme'),
    ]),
    empty: emptyState({
      title: 'Nichts angenommen',
      body: 'Alle Werte dieser Anbindung hat Ihre Kommune selbst angegeben.',
    }),
  });
}

const euros = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });

function wertText({ wert, art }: Annahmezeile): string {
  if (wert === null) return 'inzwischen entfernt';
  if (art === 'money' && typeof wert === 'number') return euros.format(wert / 100);
  if (Array.isArray(wert)) return wert.length === 1 ? '1 Zeile' : `${wert.length} Zeilen`;
  if (typeof wert === 'boolean') return wert ? 'ja' : 'nein';
  return String(wert);
}

async function confirmOnes(
  deps: CockpitDeps,
  { principal, params, form: sent }: PageRequest,
): Promise<PageAnswer> {
  const dienst = params.dienst ?? '';
  const parameters = (sent.get('parameter') ?? '').split(',').filter(Boolean);
  const confirmed = await confirm(deps, principal, dienst, parameters);
  return confirmed.ok ? done(`/anbindungen/${dienst}/annahmen`, 'bestaetigt') : refusal(confirmed.refusal);
}
