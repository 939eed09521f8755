import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { badge, button, buttonRow, emptyState, form, refusalNotice, section, table, textLink } from '#ui';
import type { Widerspruchsart } from '../../domain/matching/widerspruch.ts';
import { editorOf, type Reader, readerOf } from '../../use-cases/editor.ts';
import { zustandCell } from '../../views/zustand-badge.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { korrigiere, type WiderspruchZeile, widerspruecheOf } from '../use-cases/widersprueche.ts';
import { gesagt, zeige } from './flashes.ts';

/** Where claims of the own Kommune and what is known otherwise disagree, each with a click that mends it. */
export function widerspruecheRoutes(deps: MatchingDeps): readonly PageRoute[] {
  return [
    {
      capability: 'compass.contradictions',
      method: 'GET',
      path: '/stand/widersprueche',
      access: { permission: 'compass.stand.read' },
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'compass.contradiction.resolve',
      method: 'POST',
      path: '/stand/widersprueche',
      access: { permission: 'compass.stand.edit' },
      handle: (request) => receive(deps, request),
    },
  ];
}

async function show(deps: MatchingDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  const reader = await readerOf(deps, request.principal);
  if (!reader.ok) return refusal(reader.refusal);
  const shown = content(reader.value, await widerspruecheOf(deps, reader.value), request, reason);
  return reason === null ? page(shown) : refusedPage(shown, reason);
}

async function receive(deps: MatchingDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const field = (name: string) => request.form.get(name) ?? '';
  const mended = await korrigiere(deps, editor.value, {
    leistungId: field('leistung'),
    art: field('art'),
    korrektur: field('korrektur'),
    grundlage: numberIn(field('grundlage')),
  });
  return mended.ok ? gesagt('/stand/widersprueche', 'korrigiert') : show(deps, request, mended.refusal);
}

const artLabel: Readonly<Record<Widerspruchsart, string>> = {
  live: 'freigeschaltet, nicht online',
  ausgesetzt: 'ausgesetzt',
  'nicht-live': 'nicht freigeschaltet',
  link: 'Nachweis',
};

function content(
  { kommune, darfPflegen }: Reader,
  zeilen: readonly WiderspruchZeile[],
  request: PageRequest,
  reason: Refusal | null,
): PageContent {
  return {
    title: `Widersprüche in den Angaben von ${kommune.name}`,
    preline: 'Stand',
    lead: 'Was Ihre Kommune angibt, verglichen mit den Nachweisen und mit dem, was im Portal freigeschaltet ist. Es ändert sich nichts von selbst: Sie entscheiden.',
    breadcrumb: [{ label: 'Umsetzungsstand', href: '/stand' }],
    ...zeige(request),
    wide: true,
    main: html`${refusalNotice(reason)}${section(
      'Zu klären',
      zeilen.length === 0
        ? emptyState({
            title: 'Kein Widerspruch',
            body: 'Ihre Angaben passen zu den Nachweisen und zum Portal.',
            icon: 'success',
          })
        : table({
            caption: 'Widersprüche',
            captionHidden: true,
            columns: [
              { label: 'Leistung', width: 'wide' },
              { label: 'Angegeben' },
              { label: 'Widerspruch', width: 'wide' },
              { label: 'Beheben' },
            ],
            rows: zeilen.map((zeile) => [
              textLink(`/stand/${zeile.ort.id}`, zeile.ort.name),
              zustandCell(zeile.stand, false),
              html`${badge('warning', artLabel[zeile.art])}<p class="kern-body kern-body--small">${zeile.satz}</p>`,
              darfPflegen ? mendForm(zeile, request.csrfToken) : '–',
            ]),
          }),
    )}`,
    nextSteps: [
      { label: 'Umsetzungsstand', href: '/stand' },
      { label: 'Lücken', href: '/stand/luecken' },
    ],
  };
}

function mendForm({ ort, art, stand, korrekturen }: WiderspruchZeile, csrfToken: string) {
  return form(
    {
      action: '/stand/widersprueche',
      csrfToken,
      label: `${artLabel[art]}: ${ort.name}`,
      hidden: { leistung: ort.id, art, grundlage: String(stand?.fassung ?? 0) },
    },
    buttonRow(
      ...korrekturen.map(({ key, label }) =>
        button(label, { kind: 'secondary', small: true, name: 'korrektur', value: key }),
      ),
    ),
  );
}
