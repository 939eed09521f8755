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
import {
  button,
  buttonRow,
  descriptionList,
  errorOf,
  form,
  formatInstant,
  inputField,
  problemsOf,
  radioGroup,
  refusalNotice,
  section,
  table,
  textareaField,
} from '#ui';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { Eingabe } from '../domain/pruefe-fakt.ts';
import { faktArten, type Punkt } from '../domain/punkt.ts';
import { punktUnknown } from '../errors.ts';
import { faktLabel, gruppeLabel, parteiLabel } from '../messages.ts';
import { traegtEin } from '../use-cases/begleiter.ts';
import { punktErledigen } from '../use-cases/punkte-erledigen.ts';
import type { Shown } from '../views/shown.ts';
import type { PunktZeile } from '../views/zeilen.ts';
import { breadcrumbOf } from './checkliste-page.ts';
import { readShown } from './checkliste-shown.ts';
import { addressOf, placeLink, standBadge, whoseOf } from './parts.ts';

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

interface Found extends Shown {
  readonly zeile: PunktZeile;
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
  if (result.ok) {
    const to = addressOf(begleiter, dienst, 'checkliste');
    return { kind: 'redirect', to: `${to}${to.includes('?') ? '&' : '?'}getan=punkt` };
  }
  const found = await find(deps, request);
  return found.ok
    ? refusedPage(content(request, found.value, result.refusal), result.refusal)
    : refusal(result.refusal);
}

function content(request: PageRequest, found: Found, reason: Refusal | null): PageContent {
  const { begleiter, stand, titel, zeile, zeilen } = found;
  const { punkt } = zeile;
  const { dienst } = stand.anbindung;
  const may = begleiter.darfAendern && traegtEin(begleiter.seite, punkt.wer);
  return {
    title: punkt.titel,
    preline: `${begleiter.kommune.name}, ${gruppeLabel[punkt.gruppe]}`,
    lead: punkt.was,
    breadcrumb: [
      ...breadcrumbOf(begleiter, dienst, titel),
      { label: 'Checkliste', href: addressOf(begleiter, dienst, 'checkliste') },
    ],
    main: html`${refusalNotice(reason)}<p class="kern-body">${standBadge(zeile.stand)}</p>${descriptionList([
      ['Wer', parteiLabel[punkt.wer]],
      ['Wie', punkt.wie],
      ['Wo', placeLink(punkt.wo, dienst)],
      ['Wartet auf', waitsFor(punkt, zeilen)],
      ['Fällig', zeile.faelligAm === null ? null : formatLocalDate(zeile.faelligAm)],
      ['Nachweis', zeile.fakt?.nachweis ?? (punkt.nachweis === 'pflicht' ? 'ist anzugeben' : null)],
      ['Gilt bis', zeile.fakt?.gueltigBis ? formatLocalDate(zeile.fakt.gueltigBis) : null],
      ['Quelle', punkt.quelle ?? 'Annahme von Leitwerk, keine Fundstelle'],
    ])}${may ? section('Stand eintragen', stateForm(request, found, reason)) : notYours(punkt)}${history(found)}`,
  };
}

function notYours({ wer }: Punkt) {
  return html`<p class="kern-body">Den Stand trägt ein: ${wer === 'kommune' ? 'die OZG-Koordination der Kommune oder ihr IT-Dienstleister' : 'der IT-Dienstleister'}.</p>`;
}

function waitsFor({ haengtAb }: Punkt, zeilen: readonly PunktZeile[]): string | null {
  const titles = haengtAb.map((id) => zeilen.find(({ punkt }) => punkt.id === id)?.punkt.titel ?? id);
  return titles.length === 0 ? null : titles.join(', ');
}

function stateForm(request: PageRequest, { begleiter, stand, zeile }: Found, reason: Refusal | null) {
  const { punkt, fakt } = zeile;
  const problems = problemsOf(reason);
  const typed = request.form;
  const arts = faktArten.filter(
    (art) => (art !== 'entfaellt' || punkt.verzichtbar) && (art !== 'wieder-offen' || fakt !== null),
  );
  const hidden = { nummer: String(fakt?.nummer ?? 0), ...whoseOf(begleiter) };
  return form(
    {
      action: addressOf(begleiter, stand.anbindung.dienst, `checkliste/${punkt.id}`),
      csrfToken: request.csrfToken,
      hidden,
      label: 'Stand eintragen',
    },
    html`${radioGroup({
      name: 'art',
      label: 'Stand',
      options: arts.map((value) => ({ value, label: faktLabel[value] })),
      value: typed.get('art') ?? 'erledigt',
      error: errorOf(problems, 'art'),
    })}${textareaField({
      name: 'nachweis',
      label: 'Nachweis',
      optional: punkt.nachweis !== 'pflicht',
      hint: 'Aktenzeichen, Ablageort oder Adresse. Keine Zugangsdaten und keine Namen; Zugangsdaten gehören unter „Zugangsdaten“.',
      value: typed.get('nachweis') ?? proofOf(stand, punkt),
      rows: 2,
      maxLength: 1000,
      error: errorOf(problems, 'nachweis'),
    })}${
      punkt.ablauf === 'keiner'
        ? ''
        : inputField({
            name: 'gueltigBis',
            label: 'Gilt bis',
            type: 'date',
            optional: punkt.ablauf !== 'pflicht',
            hint: 'Der letzte Tag. Rechtzeitig vorher bekommen Sie eine Nachricht.',
            value: typed.get('gueltigBis'),
            error: errorOf(problems, 'gueltigBis'),
          })
    }${textareaField({
      name: 'grund',
      label: 'Grund',
      optional: true,
      hint: 'Nötig, wenn der Punkt entfällt oder wieder geöffnet wird.',
      value: typed.get('grund'),
      rows: 2,
      maxLength: 1000,
      error: errorOf(problems, 'grund'),
    })}${buttonRow(button('Speichern'))}`,
  );
}

/** What the order says already: nobody types it again. */
function proofOf({ auftrag }: Found['stand'], { id }: Punkt): string {
  if (auftrag === null || (id !== 'einzelabruf' && id !== 'rahmenvereinbarung')) return '';
  const am = auftrag.am === null ? '' : `, unterschrieben am ${formatLocalDate(auftrag.am)}`;
  return `Bestellung in Leitwerk${am}, vom Anbieter angenommen`;
}

function history({ stand, zeile }: Found) {
  const facts = stand.fakten.filter(({ punkt }) => punkt === zeile.punkt.id).toReversed();
  if (facts.length === 0) return '';
  return section(
    'Verlauf',
    table({
      caption: 'Verlauf',
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Was' },
        { label: 'Wann' },
        { label: 'Haus' },
        { label: 'Nachweis oder Grund', width: 'wide' },
      ],
      rows: facts.map(({ art, am, haus, nachweis, grund }) => [
        faktLabel[art],
        formatInstant(am),
        haus,
        [nachweis, grund].filter(Boolean).join('; ') || '–',
      ]),
    }),
  );
}
