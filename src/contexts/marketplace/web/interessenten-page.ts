import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
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
  type AnsweredList,
  alert,
  emptyState,
  errorOf,
  inputField,
  linkButton,
  listEndings,
  listIndex,
  listPage,
  problemsOf,
  refusalNotice,
  selectedRows,
  shownList,
} from '#ui';
import type { Interessent } from '../domain/einladung.ts';
import { nobodyInvited } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { einladungText } from '../messages.ts';
import { type Eingeladen, inviteToOrder, listInteressenten } from '../use-cases/interessenten.ts';
import { type Anbietende, anbietendeOf } from '../use-cases/wer.ts';
import { listAnswer } from './answers.ts';
import { interessentenListe, rowKey } from './interessenten-list.ts';
import { krumeMarkt } from './parts.ts';

const address = '/interessierte';
const access = { permission: 'marketplace.manage' } as const;

/** Who showed interest in the services of the asking house: page, CSV, XLSX, and inviting them to order. */
export function interessentenRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  return [
    ...listEndings.map(
      (ending): PageRoute => ({
        capability: 'marketplace.interested',
        method: 'GET',
        path: `${address}${ending}`,
        access,
        handle: (request) => show(deps, request),
      }),
    ),
    {
      capability: 'marketplace.invite',
      method: 'POST',
      path: address,
      access,
      handle: (request) => invite(deps, request),
    },
  ];
}

async function show(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await anbietendeOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const rows = await listInteressenten(deps, wer.value);
  const today = deps.clock.today();
  const file = {
    fileName: `interessierte-${today}`,
    title: 'Interessierte Kommunen',
    source: 'Angaben der Kommunen in dieser Installation',
    state: formatLocalDate(today),
  };
  return listAnswer(deps, request, { definition: interessentenListe, rows }, file, (list) =>
    content(wer.value, list, request, { results: [], reason: null }),
  );
}

/** Ticked rows may be of several services: each is invited by itself, and each result is shown. */
async function invite(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await anbietendeOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const rows = await listInteressenten(deps, wer.value);
  const ticked = selectedRows(interessentenListe, listIndex(interessentenListe, rows), rowKey, request.form);
  const nachricht = formField(request.form, 'nachricht');
  const results: Eingeladen[] = [];
  let reason: Refusal | null = ticked.length === 0 ? nobodyInvited : null;
  for (const [dienst, group] of Map.groupBy(ticked, (row) => row.dienst)) {
    const kommunen = group.map(({ ags }) => ags);
    const done = await inviteToOrder(deps, wer.value, { dienst, kommunen, nachricht });
    if (done.ok) results.push(done.value);
    else reason = done.refusal;
  }
  const now = await listInteressenten(deps, wer.value);
  const query = new URLSearchParams(formField(request.form, 'abfrage'));
  const list = shownList({ definition: interessentenListe, rows: now }, query);
  const shown = content(wer.value, list, request, { results, reason });
  return reason === null ? page(shown) : refusedPage(shown, reason);
}

function content(
  { anbieter }: Anbietende,
  { result, problems }: AnsweredList<Interessent>,
  { csrfToken, form }: PageRequest,
  { results, reason }: { readonly results: readonly Eingeladen[]; readonly reason: Refusal | null },
): PageContent {
  return {
    title: 'Interessierte Kommunen',
    preline: anbieter.name,
    lead: 'Wer an Ihren Onlinediensten Interesse hat, und was daraus wurde. Laden Sie ein, sobald bestellt werden kann.',
    wide: true,
    breadcrumb: [krumeMarkt],
    main: html`${refusalNotice(reason)}${resultAlert(results)}${listPage(interessentenListe, result, {
      action: address,
      caption: 'Interessierte Kommunen',
      problems,
      noun: ['Kommune', 'Kommunen'],
      selection: {
        key: rowKey,
        label: ({ kommune, titel }) => `${kommune}, ${titel}`,
        action: address,
        csrfToken,
        fields: inputField({
          name: 'nachricht',
          label: 'Was die Kommunen dazu lesen',
          optional: true,
          value: form.get('nachricht'),
          error: errorOf(problemsOf(reason), 'nachricht'),
        }),
        buttons: [{ label: 'Zur Bestellung einladen' }],
      },
      emptyState: emptyState({
        title: 'Noch kein Interesse',
        body: 'Sobald eine Kommune auf dem Marktplatz Interesse bekundet, steht sie hier.',
        action: linkButton('Zum Marktplatz', '/marktplatz'),
      }),
    })}`,
    nextSteps: [
      { label: 'Bestellungen', href: '/bestellungen' },
      { label: 'Alle Onlinedienste', href: '/marktplatz' },
    ],
  };
}

/** Who was invited, and who was not and why. */
function resultAlert(results: readonly Eingeladen[]) {
  if (results.length === 0) return '';
  const eingeladen = results.flatMap((each) => each.eingeladen);
  const left = results.flatMap(({ ausgelassen }) => ausgelassen);
  const names = left.map(({ kommune, warum }) => `${kommune}: ${einladungText[warum]}.`).join(' ');
  return alert({
    kind: eingeladen.length > 0 ? 'success' : 'warning',
    title: eingeladen.length === 0 ? 'Niemand wurde eingeladen.' : `Eingeladen: ${eingeladen.join(', ')}.`,
    ...(names === '' ? {} : { body: names }),
  });
}
