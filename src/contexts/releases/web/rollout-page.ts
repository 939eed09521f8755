import { html } from 'hono/html';
import { formatLocalDate, ok, parseLocalDate, type Refusal, type Result, refuse } from '#kernel';
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
  accordion,
  alert,
  badge,
  button,
  buttonRow,
  errorOf,
  fieldset,
  form,
  inputField,
  linkButton,
  problemsOf,
  refusalNotice,
  section,
  selectField,
  statTiles,
  table,
  textareaField,
} from '#ui';
import type { Lead, ReleasesDeps } from '../deps.ts';
import { invalid } from '../errors.ts';
import { planAusrollung } from '../use-cases/plan-ausrollung.ts';
import type { Dienststand } from '../use-cases/read-fassungen.ts';
import { readFassungen } from '../use-cases/read-fassungen.ts';
import { type Rolloutwunsch, type Vorschau, vorschau } from '../use-cases/vorschau.ts';
import { done, fassungen, leadRoute } from './answers.ts';
import { zeilenListe } from './zeilen.ts';

const fields = ['fassung', 'pilot', 'pilotAb', 'welle1', 'welle1Ab', 'welle2', 'welle2Ab', 'alleAb'] as const;
type Typed = Readonly<Record<(typeof fields)[number], string>>;

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

function typedIn(values: URLSearchParams): Typed {
  const entries = fields.map((name) => [name, formField(values, name)] as const);
  return Object.fromEntries(entries) as Typed;
}

function startingWith(stand: Dienststand, query: URLSearchParams): Typed {
  const newest = stand.fassungen.find(({ angebot }) => !angebot.zurueckgezogen)?.angebot.fassung ?? '';
  const typed = typedIn(query);
  return { ...typed, fassung: typed.fassung || newest };
}

const words = (text: string) =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter(Boolean);

/** Reads the rings; a wave without Kommunen and without a day is none. */
function wunschOf(dienst: string, typed: Typed): Result<Rolloutwunsch> {
  const day = (field: 'pilotAb' | 'welle1Ab' | 'welle2Ab' | 'alleAb') => {
    const read = parseLocalDate(typed[field]);
    return read.ok
      ? read
      : refuse({ field, message: 'Bitte nennen Sie den Tag, an dem dieser Ring beginnt.' });
  };
  const waves = ([1, 2] as const).filter((nr) => typed[`welle${nr}`] !== '' || typed[`welle${nr}Ab`] !== '');
  const [pilotAb, alleAb] = [day('pilotAb'), day('alleAb')];
  const days = waves.map((nr) => [nr, day(`welle${nr}Ab`)] as const);
  const problems = [pilotAb, ...days.map(([, read]) => read), alleAb].flatMap((read) =>
    read.ok ? [] : [read.refusal],
  );
  if (!pilotAb.ok || !alleAb.ok || problems.length > 0) return refuse(invalid(problems));
  return ok({
    dienst,
    fassung: typed.fassung,
    pilot: { name: 'Pilotkommunen', ab: pilotAb.value, kommunen: words(typed.pilot) },
    wellen: days.flatMap(([nr, read]) =>
      read.ok ? [{ name: `Welle ${nr}`, ab: read.value, kommunen: words(typed[`welle${nr}`]) }] : [],
    ),
    alleAb: alleAb.value,
  });
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

function ringForm(stand: Dienststand, request: PageRequest, typed: Typed, reason: Refusal | null) {
  const problems = problemsOf(reason);
  const open = stand.fassungen.filter(({ angebot }) => !angebot.zurueckgezogen);
  const day = (name: keyof Typed, label: string, optional = false) =>
    inputField({ name, label, type: 'date', optional, value: typed[name], error: errorOf(problems, name) });
  const kommunen = (name: keyof Typed, label: string, hint: string, optional = false) =>
    textareaField({
      name,
      label,
      hint,
      optional,
      rows: 3,
      value: typed[name],
      error: errorOf(problems, name),
    });
  const hint = 'Namen oder Schlüssel, durch Komma oder Zeilen getrennt.';
  return form(
    {
      action: `/fassungen/${stand.dienst}/ausrollen/vorschau`,
      csrfToken: request.csrfToken,
      label: 'Ausrollung planen',
    },
    html`${selectField({
      name: 'fassung',
      label: 'Fassung',
      placeholder: null,
      value: typed.fassung,
      options: open.map(({ angebot: { fassung } }) => ({ value: fassung, label: `Fassung ${fassung}` })),
      error: errorOf(problems, 'fassung'),
    })}
    ${fieldset('Pilotkommunen', html`${kommunen('pilot', 'Kommunen', `${hint} Sie bekommen die Fassung zuerst.`)}${day('pilotAb', 'Ab')}`)}
    ${fieldset('Welle 1', html`${kommunen('welle1', 'Kommunen', hint, true)}${day('welle1Ab', 'Ab', true)}`)}
    ${fieldset('Welle 2', html`${kommunen('welle2', 'Kommunen', hint, true)}${day('welle2Ab', 'Ab', true)}`)}
    ${day('alleAb', 'Alle übrigen ab')}
    ${buttonRow(button('Vorschau zeigen'), linkButton('Abbrechen', `/fassungen/${stand.dienst}`, { kind: 'tertiary' }))}`,
  );
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
