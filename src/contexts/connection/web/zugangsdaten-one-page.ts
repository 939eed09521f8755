import { html } from 'hono/html';
import { formatLocalDate, localDate, type Refusal } from '#kernel';
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
  type SecretNote,
} from '#platform';
import {
  alert,
  button,
  buttonRow,
  descriptionList,
  form,
  formatInstant,
  linkButton,
  problemsOf,
  refusalNotice,
  section,
} from '#ui';
import type { ConnectionDeps } from '../connection-deps.ts';
import { titelDerDienste } from '../use-cases/dienst-titel.ts';
import {
  type Befund,
  ersetzen,
  findZugangsdaten,
  loeschen,
  pruefen,
  type Verwahrer,
} from '../use-cases/zugangsdaten.ts';
import { done } from './parts.ts';
import { dayField, fuerText, labelOf, valueField, withKeeper } from './zugangsdaten-page.ts';

const address = '/zugangsdaten';
const access = { permission: 'connection.secrets' } as const;

/** One secret: what is known of it, replacing, deleting and probing it. None of these pages carries its value. */
export function zugangsdatenOneRoutes(deps: ConnectionDeps): readonly PageRoute[] {
  const post = (capability: string, ending: string, handle: PageRoute['handle']): PageRoute => ({
    capability,
    method: 'POST',
    path: `${address}/:id/${ending}`,
    access,
    handle,
  });
  return [
    {
      capability: 'connection.secrets',
      method: 'GET',
      path: `${address}/:id`,
      access,
      handle: (request) => withKeeper(request, (keeper) => show(deps, keeper, request, {})),
    },
    post('connection.secrets.replace', 'ersetzen', (request) =>
      withKeeper(request, async (keeper) => {
        const replaced = await ersetzen(deps, keeper, {
          id: request.params.id ?? '',
          version: numberIn(request.form.get('version')),
          wert: request.form.get('wert') ?? '',
          gueltigBis: formField(request.form, 'gueltigBis'),
        });
        return replaced.ok
          ? done(address, 'ersetzt')
          : show(deps, keeper, request, { reason: replaced.refusal });
      }),
    ),
    post('connection.secrets.forget', 'loeschen', (request) =>
      withKeeper(request, async (keeper) => {
        const version = numberIn(request.form.get('version'));
        const gone = await loeschen(deps, keeper, request.params.id ?? '', version);
        return gone.ok ? done(address, 'geloescht') : show(deps, keeper, request, { reason: gone.refusal });
      }),
    ),
    post('connection.secrets.probe', 'pruefen', (request) =>
      withKeeper(request, async (keeper) => {
        const befund = await pruefen(deps, keeper, request.params.id ?? '');
        return befund.ok ? show(deps, keeper, request, { befund: befund.value }) : refusal(befund.refusal);
      }),
    ),
  ];
}

interface Shown {
  readonly reason?: Refusal;
  readonly befund?: Befund;
}

async function show(
  deps: ConnectionDeps,
  keeper: Verwahrer,
  request: PageRequest,
  shown: Shown,
): Promise<PageAnswer> {
  const note = await findZugangsdaten(deps, keeper, request.params.id ?? '');
  if (!note.ok) return refusal(shown.reason ?? note.refusal);
  const content = contentOf(request, keeper, note.value, { ...shown, titel: await titelDerDienste(deps) });
  return shown.reason ? refusedPage(content, shown.reason) : page(content);
}

function contentOf(
  { csrfToken, form: typed }: PageRequest,
  keeper: Verwahrer,
  { id, name, purpose, subject, version, validUntil, enteredAt, enteredBy }: SecretNote,
  { reason, befund, titel }: Shown & { readonly titel: ReadonlyMap<string, string> },
): PageContent {
  const hidden = { version: String(version) };
  const problems = problemsOf(reason ?? null);
  const action = (ending: string) => `${address}/${id}/${ending}`;
  return {
    title: name,
    preline: 'Zugangsdaten',
    breadcrumb: [{ label: 'Zugangsdaten', href: address }],
    main: html`${refusalNotice(reason ?? null)}${befund ? alert({ kind: befund.ok ? 'success' : 'danger', title: befund.text, live: true }) : ''}${descriptionList(
      [
        ['Zweck', labelOf(purpose)],
        ['Für', fuerText(subject, titel)],
        ['Wert', 'versiegelt, wird nicht angezeigt'],
        ['Eingegeben am', formatInstant(enteredAt)],
        ['Eingegeben', enteredBy === keeper.actor ? 'von Ihnen' : 'von einem anderen Konto'],
        ['Gilt bis', validUntil === null ? null : formatLocalDate(localDate(validUntil))],
      ],
    )}${section('Prüfen', form({ action: action('pruefen'), csrfToken, label: 'Zugangsdaten prüfen' }, buttonRow(button('Jetzt prüfen', { kind: 'secondary' }))))}${section(
      'Ersetzen',
      form(
        { action: action('ersetzen'), csrfToken, hidden, label: 'Zugangsdaten ersetzen' },
        html`${valueField(problems)}${dayField(typed.get('gueltigBis'), problems, validUntil)}${buttonRow(button('Ersetzen'))}`,
      ),
      { lead: 'Die früheren Zugangsdaten werden dabei gelöscht.' },
    )}${section(
      'Löschen',
      form(
        { action: action('loeschen'), csrfToken, hidden, label: 'Zugangsdaten löschen' },
        buttonRow(
          button('Endgültig löschen', { kind: 'secondary' }),
          linkButton('Abbrechen', address, { kind: 'secondary' }),
        ),
      ),
      { lead: 'Sie lassen sich nicht zurückholen. Hinterlegen Sie sie neu, wenn Sie sie wieder brauchen.' },
    )}`,
  };
}
