import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  accordion,
  alert,
  badge,
  button,
  buttonRow,
  form,
  linkButton,
  refusalNotice,
  section,
  statTiles,
  table,
} from '#ui';
import type { Lead, ReleasesDeps } from '../deps.ts';
import { planAusrollung } from '../use-cases/plan-ausrollung.ts';
import type { Dienststand } from '../use-cases/read-fassungen.ts';
import { readFassungen } from '../use-cases/read-fassungen.ts';
import { type Vorschau, vorschau } from '../use-cases/vorschau.ts';
import { done, fassungen, leadRoute } from './answers.ts';
import { ringForm, startingWith, type Typed, typedIn, wunschOf } from './rollout-form.ts';
import { zeilenListe } from './zeilen.ts';

/** Rolling a version out: rings typed, looked at, confirmed. */
export function rolloutRoutes(deps: ReleasesDeps): readonly PageRoute[] {
  const path = '/fassungen/:dienst/ausrollen';
  return [
    leadRoute(deps, 'releases.roll-out', 'GET', path, async (lead, request) =>
      withStand(deps, lead, request, (stand) =>
        page(formContent(stand, request, startingWith(stand, request.query), null)),
      ),
    ),
    leadRoute(deps, 'releases.preview', 'POST', `${path}/vorschau`, (lead, request) =>
      withStand(deps, lead, request, (stand) => look(deps, lead, request, stand)),
    ),
    leadRoute(deps, 'releases.roll-out', 'POST', path, (lead, request) =>
      withStand(deps, lead, request, (stand) => plan(deps, lead, request, stand)),
    ),
  ];
}

async function withStand(
  deps: ReleasesDeps,
  lead: Lead,
  request: PageRequest,
  act: (stand: Dienststand) => Promise<PageAnswer> | PageAnswer,
): Promise<PageAnswer> {
  const stand = await readFassungen(deps, { art: 'anbieter', lead }, request.params.dienst ?? '');
  return stand.ok ? act(stand.value) : refusal(stand.refusal);
}

async function look(
  deps: ReleasesDeps,
  lead: Lead,
  request: PageRequest,
  stand: Dienststand,
): Promise<PageAnswer> {
  const typed = typedIn(request.form);
  const wunsch = wunschOf(stand.dienst, typed);
  const seen = wunsch.ok ? await vorschau(deps, lead, wunsch.value) : wunsch;
  if (seen.ok) return page(previewContent(stand, request, typed, seen.value));
  return refusedPage(formContent(stand, request, typed, seen.refusal), seen.refusal);
}

async function plan(
  deps: ReleasesDeps,
  lead: Lead,
  request: PageRequest,
  stand: Dienststand,
): Promise<PageAnswer> {
  const typed = typedIn(request.form);
  const wunsch = wunschOf(stand.dienst, typed);
  const planned = wunsch.ok ? await planAusrollung(deps, lead, wunsch.value) : wunsch;
  if (planned.ok) return done(`/fassungen/${stand.dienst}`, 'geplant');
  return refusedPage(formContent(stand, request, typed, planned.refusal), planned.refusal);
}

function frame(stand: Dienststand, title: string): Omit<PageContent, 'main'> {
  return {
    title,
    preline: stand.titel,
    breadcrumb: [fassungen, { label: stand.titel, href: `/fassungen/${stand.dienst}` }],
  };
}

function formContent(
  stand: Dienststand,
  request: PageRequest,
  typed: Typed,
  reason: Refusal | null,
): PageContent {
  return {
    ...frame(stand, 'Fassung ausrollen'),
    lead: 'Zuerst bekommen wenige Pilotkommunen die neue Fassung, dann Wellen, dann alle. Bevor etwas geschieht, sehen Sie, was es für jede Kommune heißt.',
    main: html`${refusalNotice(reason)}${ringForm(stand, request, typed, reason)}`,
    nextSteps: [{ label: 'Wer welche Fassung nutzt', href: `/fassungen/${stand.dienst}/kommunen` }],
  };
}

function previewContent(stand: Dienststand, request: PageRequest, typed: Typed, seen: Vorschau): PageContent {
  const count = (ergebnis: Vorschau['zeilen'][number]['ergebnis']) =>
    String(seen.zeilen.filter((zeile) => zeile.ergebnis === ergebnis).length);
  return {
    ...frame(stand, `Vorschau: Fassung ${seen.fassung}`),
    lead: 'Noch ist nichts geschehen. So würde die Ausrollung verlaufen.',
    wide: true,
    main: html`${seen.sicherheit ? alert({ kind: 'warning', title: 'Diese Fassung behebt eine Sicherheitslücke', body: 'Keine Kommune kann sie aufschieben. Alle Ringe dürfen am selben Tag beginnen.' }) : ''}
    ${statTiles([
      { label: 'werden umgestellt', value: count('umgestellt') },
      { label: 'bleiben zurück, weil etwas fehlt', value: count('zurueckgeblieben') },
      { label: 'halten an ihrer Fassung fest', value: count('festgehalten') },
    ])}
    ${section('Was sich ändert', html`${seen.unterschiede.map(({ von, zeilen }) => accordion({ title: `Für Kommunen mit Fassung ${von}`, body: zeilenListe(zeilen), open: true }))}`)}
    ${section('Kommunen', kommunenTable(seen))}
    ${form(
      {
        action: `/fassungen/${stand.dienst}/ausrollen`,
        csrfToken: request.csrfToken,
        hidden: typed,
        label: 'Bestätigen',
      },
      buttonRow(
        button('Ausrollung planen'),
        linkButton(
          'Zurück und ändern',
          `/fassungen/${stand.dienst}/ausrollen?${new URLSearchParams(typed)}`,
          {
            kind: 'secondary',
          },
        ),
      ),
    )}`,
  };
}

const ergebnisBadge = {
  umgestellt: badge('success', 'wird umgestellt'),
  zurueckgeblieben: badge('warning', 'bleibt zurück'),
  festgehalten: badge('neutral', 'hält fest'),
} as const;

function kommunenTable({ zeilen, ringe }: Vorschau) {
  return table({
    caption: 'Was aus jeder Kommune wird',
    captionHidden: true,
    columns: [
      { label: 'Kommune' },
      { label: 'Von Fassung', numeric: true },
      { label: 'Ring' },
      { label: 'Ab' },
      { label: 'Ergebnis', width: 'wide' },
    ],
    rows: zeilen.map(({ kommune, vonFassung, ring, ab, ergebnis, fehlt }) => [
      kommune,
      vonFassung,
      ringe[ring]?.name ?? '',
      formatLocalDate(ab),
      html`${ergebnisBadge[ergebnis]}${fehlt.map((line) => html`<p class="kern-body kern-body--small">${line}</p>`)}`,
    ]),
  });
}
