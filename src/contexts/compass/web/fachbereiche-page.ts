import { html } from 'hono/html';
import { formatLocalDate, type Refusal, type Result } from '#kernel';
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
  button,
  emptyState,
  errorOf,
  form,
  formatNumber,
  inputField,
  problemsOf,
  refusalNotice,
  section,
  table,
  textLink,
} from '#ui';
import { istBeendet } from '../domain/fachbereich.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { managerOf, type Reader, readerOf } from '../use-cases/editor.ts';
import { createFachbereich } from '../use-cases/fachbereiche.ts';
import { type StandListe, standListe, zeilenIn } from '../use-cases/stand-liste.ts';
import { done, flashOf } from './answers.ts';

interface Asked {
  readonly reader: Reader;
  readonly liste: StandListe;
}

/** All Fachbereiche of the own Kommune, and the form for a new one. */
export function fachbereicheRoutes(deps: CompassDeps): readonly PageRoute[] {
  return [
    {
      capability: 'compass.fachbereiche',
      method: 'GET',
      path: '/fachbereiche',
      access: { permission: 'compass.stand.read' },
      handle: async (request) => {
        const asked = await ask(deps, request);
        return asked.ok ? page(content(asked.value, request, null)) : refusal(asked.refusal);
      },
    },
    {
      capability: 'compass.fachbereich.create',
      method: 'POST',
      path: '/fachbereiche',
      access: { permission: 'compass.manage' },
      handle: (request) => receive(deps, request),
    },
  ];
}

async function ask(deps: CompassDeps, { principal }: PageRequest): Promise<Result<Asked>> {
  const reader = await readerOf(deps, principal);
  if (!reader.ok) return reader;
  const liste = await standListe(deps, reader.value);
  return liste.ok ? { ok: true, value: { reader: reader.value, liste: liste.value } } : liste;
}

async function receive(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await managerOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const made = await createFachbereich(deps, editor.value, request.form.get('name') ?? '');
  if (made.ok) return done(`/fachbereiche/${made.value.id}`, 'angelegt');
  const asked = await ask(deps, request);
  return asked.ok
    ? refusedPage(content(asked.value, request, made.refusal), made.refusal)
    : refusal(made.refusal);
}

function content({ reader, liste }: Asked, request: PageRequest, reason: Refusal | null): PageContent {
  const { name } = reader.kommune;
  return {
    title: `Fachbereiche von ${name}`,
    preline: 'Stand',
    lead: 'Wer pflegt welche Leistungen? Ordnen Sie jedem Fachbereich Themenfelder, OZG-Leistungen oder einzelne Leistungen zu.',
    breadcrumb: [{ label: 'Umsetzungsstand', href: '/stand' }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${overview(liste)}${reader.darfVerwalten ? createForm(request, reason) : ''}`,
    nextSteps: [
      { label: 'Umsetzungsstand', href: '/stand' },
      ...(reader.darfVerwalten
        ? [{ label: 'Leistungen an eine andere Person übergeben', href: '/stand/uebergabe' }]
        : []),
    ],
  };
}

function overview(liste: StandListe) {
  const { fachbereiche, regeln, personen } = liste.fachbereiche;
  if (fachbereiche.length === 0)
    return emptyState({
      title: 'Noch kein Fachbereich',
      body: 'Legen Sie Ihre Fachbereiche an, zum Beispiel Bauamt, Bürgerbüro, Jugend und Soziales.',
    });
  const names = new Map(liste.personen.map((person) => [person.id, person.name]));
  const pflichten = zeilenIn(liste, 'pflichten');
  const ohne = pflichten.filter(({ zuordnung }) => zuordnung === null).length;
  const rows = fachbereiche.map((each) => {
    const own = pflichten.filter(({ zuordnung }) => zuordnung?.fachbereich.id === each.id);
    const leitung = personen.filter(
      ({ fachbereichId, rolle, bis }) =>
        fachbereichId === each.id && rolle === 'leitung' && (bis === null || bis >= liste.date),
    );
    const ended =
      istBeendet(each, liste.date) && each.endetAm ? ` (beendet, bis ${formatLocalDate(each.endetAm)})` : '';
    return [
      textLink(`/fachbereiche/${each.id}`, `${each.name}${ended}`),
      leitung.map(({ mitgliedId }) => names.get(mitgliedId) ?? mitgliedId).join(', ') || '–',
      formatNumber(regeln.filter(({ fachbereichId }) => fachbereichId === each.id).length),
      textLink(
        `/stand?umfang=pflichten&fachbereich=${encodeURIComponent(each.name)}`,
        formatNumber(own.length),
      ),
      formatNumber(own.filter(({ stand }) => stand !== null).length),
    ];
  });
  return section(
    'Übersicht',
    html`${table({
      caption: 'Fachbereiche',
      captionHidden: true,
      columns: [
        { label: 'Fachbereich', width: 'wide' },
        { label: 'Leitung' },
        { label: 'Zuordnungen', numeric: true },
        { label: 'Leistungen', numeric: true },
        { label: 'davon mit Angabe', numeric: true },
      ],
      rows,
    })}<p class="kern-body">${textLink('/stand?umfang=pflichten&fachbereich=ohne+Fachbereich', `${formatNumber(ohne)} Leistungen ohne Fachbereich`)}</p>`,
  );
}

function createForm(request: PageRequest, reason: Refusal | null) {
  return section(
    'Neuer Fachbereich',
    form(
      { action: '/fachbereiche', csrfToken: request.csrfToken, label: 'Fachbereich anlegen' },
      html`${inputField({
        name: 'name',
        label: 'Name',
        value: request.form.get('name'),
        maxLength: 120,
        error: errorOf(problemsOf(reason), 'name'),
      })}${button('Anlegen')}`,
    ),
  );
}
