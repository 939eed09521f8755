import { html } from 'hono/html';
import type { Refusal } from '#kernel';
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
  alert,
  button,
  buttonRow,
  checkboxField,
  errorOf,
  form,
  inputField,
  problemsOf,
  refusalNotice,
  section,
  table,
  textareaField,
  textLink,
} from '#ui';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { Erklaert, Erklaerung } from '../domain/erklaerung.ts';
import { kuerzesterGrund } from '../domain/pruefe-fakt.ts';
import { gruppeLabel, parteiLabel } from '../messages.ts';
import { erklaere, erklaerungVorschau } from '../use-cases/erklaere.ts';
import type { Shown } from '../views/shown.ts';
import { breadcrumbOf } from './checkliste-page.ts';
import { readShown } from './checkliste-shown.ts';
import { addressOf, done, flashOf, whoseOf } from './parts.ts';

const path = '/anbindungen/:dienst/erklaerung';

/** All open lines before the start in one word: what would be ticked off, what stays open, and the form. */
export function erklaerungRoutes(deps: ConnectionDeps): readonly PageRoute[] {
  return [
    {
      capability: 'connection.checklist',
      method: 'GET',
      path,
      access: 'signed-in',
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'connection.checklist.declare',
      method: 'POST',
      path,
      access: 'signed-in',
      handle: (request) => receive(deps, request),
    },
  ];
}

async function show(deps: ConnectionDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  const shown = await readShown(deps, request, 'aendern');
  if (!shown.ok) return refusal(shown.refusal);
  const { begleiter, stand } = shown.value;
  const found = await erklaerungVorschau(deps, begleiter, stand.anbindung.dienst, false);
  if (!found.ok) return refusal(found.refusal);
  const shownPage = content(request, shown.value, found.value, reason);
  return reason === null ? page(shownPage) : refusedPage(shownPage, reason);
}

/** What the form sends. */
function wunschOf(form: URLSearchParams): Erklaerung {
  return {
    grund: formField(form, 'grund'),
    gueltigBis: formField(form, 'gueltigBis'),
    auchGegenPruefung: formField(form, 'auchGegenPruefung') === 'ja',
  };
}

async function receive(deps: ConnectionDeps, request: PageRequest): Promise<PageAnswer> {
  const shown = await readShown(deps, request, 'aendern');
  if (!shown.ok) return refusal(shown.refusal);
  const { begleiter } = shown.value;
  const dienst = request.params.dienst ?? '';
  const said = await erklaere(deps, begleiter, dienst, wunschOf(request.form));
  if (!said.ok) return show(deps, request, said.refusal);
  return said.value.bleibt.length === 0
    ? done(addressOf(begleiter, dienst, 'checkliste'), 'erklaert')
    : done(addressOf(begleiter, dienst, 'erklaerung'), 'teils-erklaert');
}

function content(
  request: PageRequest,
  shown: Shown,
  { zeilen, bleibt }: Erklaert,
  reason: Refusal | null,
): PageContent {
  const { begleiter, stand, titel } = shown;
  const { dienst } = stand.anbindung;
  const open = zeilen.length + bleibt.length;
  return {
    title: 'Offene Punkte erklären',
    preline: `${begleiter.kommune.name}, ${titel}`,
    lead: 'Wenn bis zum Start nur noch die Liste fehlt: Erklären Sie alle offenen Punkte auf einmal, mit einem Grund, der bei jedem steht.',
    breadcrumb: [
      ...breadcrumbOf(begleiter, dienst, titel),
      { label: 'Checkliste', href: addressOf(begleiter, dienst, 'checkliste') },
    ],
    ...flashOf(request),
    main:
      open === 0
        ? alert({ kind: 'success', title: 'Bis zum Start ist kein Punkt mehr offen.' })
        : html`${refusalNotice(reason)}${list(
            shown,
            'Das wird abgehakt',
            zeilen.map(({ punkt }) => ({ punkt, warum: null })),
          )}${list(
            shown,
            'Das bleibt offen',
            bleibt,
          )}${section('Erklärung', declareForm(request, shown, reason))}`,
    nextSteps: [{ label: 'Zur Checkliste', href: addressOf(begleiter, dienst, 'checkliste') }],
  };
}

function list(
  { begleiter, stand }: Shown,
  title: string,
  rows: readonly { readonly punkt: Erklaert['bleibt'][number]['punkt']; readonly warum: string | null }[],
) {
  if (rows.length === 0) return '';
  const why = rows.some(({ warum }) => warum !== null);
  return section(
    `${title} (${rows.length})`,
    table({
      caption: title,
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Punkt', width: 'wide' },
        { label: 'Abschnitt' },
        { label: 'Wer' },
        ...(why ? [{ label: 'Warum', width: 'wide' } as const] : []),
      ],
      rows: rows.map(({ punkt, warum }) => [
        textLink(addressOf(begleiter, stand.anbindung.dienst, `checkliste/${punkt.id}`), punkt.titel),
        gruppeLabel[punkt.gruppe],
        parteiLabel[punkt.wer],
        ...(why ? [warum ?? ''] : []),
      ]),
    }),
  );
}

function declareForm(request: PageRequest, { begleiter, stand }: Shown, reason: Refusal | null) {
  const problems = problemsOf(reason);
  const typed = request.form;
  return form(
    {
      action: addressOf(begleiter, stand.anbindung.dienst, 'erklaerung'),
      csrfToken: request.csrfToken,
      hidden: whoseOf(begleiter),
      label: 'Erklärung',
    },
    html`${textareaField({
      name: 'grund',
      label: 'Worauf stützt sich die Erklärung?',
      hint: `Mindestens ${kuerzesterGrund} Zeichen, zum Beispiel Aktenzeichen und wer bestätigt hat: Amt statt Name.`,
      value: typed.get('grund'),
      rows: 3,
      maxLength: 1000,
      error: errorOf(problems, 'grund'),
    })}${inputField({
      name: 'gueltigBis',
      label: 'Empfangsschlüssel gilt bis',
      type: 'date',
      optional: true,
      hint: 'Leer: bis zum letzten Tag des Schlüssels Ihres Zustellpunkts.',
      value: typed.get('gueltigBis'),
      error: errorOf(problems, 'gueltigBis'),
    })}${checkboxField({
      name: 'auchGegenPruefung',
      label: 'Auch Punkte, gegen die eine Prüfung spricht; der Befund bleibt am Punkt stehen',
      checked: typed.get('auchGegenPruefung') === 'ja',
      optional: true,
    })}${buttonRow(button('Alle offenen Punkte erklären'))}`,
  );
}
