import { html } from 'hono/html';
import { formatLocalDate, nearest, ok, type Refusal, type Result, refuse } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { descriptionList, refusalNotice, section } from '#ui';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { Eingabe } from '../domain/pruefe-fakt.ts';
import { faktArten, type Punkt } from '../domain/punkt.ts';
import { punktUnknown } from '../errors.ts';
import { gruppeLabel, parteiLabel, standLabel } from '../messages.ts';
import { punktErledigen } from '../use-cases/punkte-erledigen.ts';
import type { PunktZeile } from '../views/zeilen.ts';
import { breadcrumbOf } from './checkliste-page.ts';
import { readShown } from './checkliste-shown.ts';
import { addressOf, done, placeLink, standBadge } from './parts.ts';
import { befundAlert, type Found, history, stateForm } from './punkt-parts.ts';

const path = '/anbindungen/:dienst/checkliste/:punkt';

/** One line of a checklist: what, who, how, where, its proof and its history; and saying how it stands. */
export function punktRoutes(deps: ConnectionDeps): readonly PageRoute[] {
  return [
    {
      capability: 'connection.checklist',
      method: 'GET',
      path,
      access: 'signed-in',
      handle: async (request) => {
        const found = await find(deps, request);
        return found.ok ? page(content(request, found.value, null)) : refusal(found.refusal);
      },
    },
    {
      capability: 'connection.checklist.state',
      method: 'POST',
      path,
      access: 'signed-in',
      handle: (request) => receive(deps, request),
    },
  ];
}

async function find(deps: ConnectionDeps, request: PageRequest): Promise<Result<Found>> {
  const shown = await readShown(deps, request);
  if (!shown.ok) return shown;
  const { zeilen } = shown.value;
  const id = request.params.punkt ?? '';
  const zeile = zeilen.find(({ punkt }) => punkt.id === id);
  if (zeile) return ok({ ...shown.value, zeile });
  const near = nearest(id.slice(0, 80), zeilen, ({ punkt }) => `${punkt.id} ${punkt.titel}`, 5);
  return refuse(
    punktUnknown(
      id,
      near.map(({ punkt }) => ({ key: punkt.id, label: punkt.titel })),
    ),
  );
}

/** What the form of a line sends. */
export function eingabeOf(values: URLSearchParams): Eingabe {
  const art = faktArten.find((each) => each === formField(values, 'art')) ?? 'erledigt';
  return {
    art,
    nachweis: formField(values, 'nachweis'),
    grund: formField(values, 'grund'),
    gueltigBis: formField(values, 'gueltigBis'),
  };
}

async function receive(deps: ConnectionDeps, request: PageRequest): Promise<PageAnswer> {
  const shown = await readShown(deps, request, 'aendern');
  if (!shown.ok) return refusal(shown.refusal);
  const { begleiter } = shown.value;
  const { dienst = '', punkt = '' } = request.params;
  const step = { dienst, punkt, eingabe: eingabeOf(request.form) };
  const result = await punktErledigen(deps, begleiter, step, numberIn(request.form.get('nummer')));
  if (result.ok) return done(addressOf(begleiter, dienst, 'checkliste'), 'punkt');
  const found = await find(deps, request);
  return found.ok
    ? refusedPage(content(request, found.value, result.refusal), result.refusal)
    : refusal(result.refusal);
}

function content(request: PageRequest, found: Found, reason: Refusal | null): PageContent {
  const { begleiter, stand, titel, zeile, zeilen } = found;
  const { punkt } = zeile;
  const { dienst } = stand.anbindung;
  return {
    title: punkt.titel,
    preline: `${begleiter.kommune.name}, ${gruppeLabel[punkt.gruppe]}`,
    lead: punkt.was,
    breadcrumb: [
      ...breadcrumbOf(begleiter, dienst, titel),
      { label: 'Checkliste', href: addressOf(begleiter, dienst, 'checkliste') },
    ],
    main: html`${refusalNotice(reason)}<p class="kern-body">${standBadge(zeile.stand)}</p>${befundAlert(zeile)}${descriptionList(
      [
        ['Wer', parteiLabel[punkt.wer]],
        ['Wie', punkt.wie],
        ['Wo', placeLink(punkt.wo, dienst)],
        ['Setzt voraus', vorausgesetzt(punkt, zeilen)],
        ['Fällig', zeile.faelligAm === null ? null : formatLocalDate(zeile.faelligAm)],
        ['Nachweis', zeile.fakt?.nachweis ?? (punkt.nachweis === 'pflicht' ? 'ist anzugeben' : null)],
        ['Grund', zeile.fakt?.grund ?? null],
        ['Gilt bis', zeile.fakt?.gueltigBis ? formatLocalDate(zeile.fakt.gueltigBis) : null],
        ['Quelle', punkt.quelle ?? 'Annahme von Leitwerk, keine Fundstelle'],
      ],
    )}${begleiter.darfAendern ? section('Stand eintragen', stateForm(request, found, reason)) : notYours(punkt)}${history(found)}`,
  };
}

function notYours({ wer }: Punkt) {
  return html`<p class="kern-body">Den Stand trägt ein: ${wer === 'kommune' ? 'die OZG-Koordination der Kommune oder ihr IT-Dienstleister' : 'der IT-Dienstleister'}.</p>`;
}

/** The lines that come first, each with whether it still holds this one up. */
function vorausgesetzt({ haengtAb }: Punkt, zeilen: readonly PunktZeile[]): string | null {
  const first = zeilen.filter(({ punkt }) => haengtAb.includes(punkt.id));
  return first.map(({ punkt, stand }) => `${punkt.titel} (${standLabel[stand]})`).join(', ') || null;
}
