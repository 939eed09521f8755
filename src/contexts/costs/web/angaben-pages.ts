import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  button,
  buttonRow,
  form,
  formatInstant,
  type Html,
  linkButton,
  refusalNotice,
  section,
  table,
} from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { type Angabe, angabenFor, hausKennung } from '../domain/rechnungsangaben.ts';
import { zahlerName } from '../domain/zahler-name.ts';
import type { Angabenstand } from '../store-rechnungsangaben.ts';
import type { Manager } from '../use-cases/actors.ts';
import { angabenverlauf, saveAngaben } from '../use-cases/rechnungsangaben.ts';
import { angabenListe, vonLabel } from './angaben-list.ts';
import { angabenFields, changesText } from './angaben-parts.ts';
import { angabenPath, done, kosten, managerRoute } from './answers.ts';

/** What electronic bills say of the house and of its payers: all of it, and one with its history. */
export function angabenRoutes(deps: CostsDeps): readonly PageRoute[] {
  const one = `${angabenPath}/:kennung`;
  return [
    ...(['', '.csv', '.xlsx'] as const).map((ending) =>
      managerRoute(deps, 'costs.particulars', 'GET', `${angabenPath}${ending}`, (who, request) =>
        angabenListe(deps, who, request),
      ),
    ),
    managerRoute(deps, 'costs.particulars.save', 'POST', angabenPath, async (_, request) =>
      toOne(formField(request.form, 'kennung')),
    ),
    managerRoute(deps, 'costs.particular', 'GET', one, (who, request) => show(deps, who, request, null)),
    managerRoute(deps, 'costs.particulars.save', 'POST', one, (who, request) => save(deps, who, request)),
  ];
}

function toOne(typed: string): PageAnswer {
  return { kind: 'redirect', to: `${angabenPath}/${encodeURIComponent(typed.trim() || hausKennung)}` };
}

async function save(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const kennung = request.params.kennung ?? '';
  const angaben = Object.fromEntries(
    angabenFor(kennung).map((name) => [name, formField(request.form, name)]),
  );
  const grundlage = numberIn(request.form.get('grundlage'));
  const saved = await saveAngaben(deps, who, { kennung, grundlage, angaben });
  return saved.ok ? done(angabenPath, 'angaben') : show(deps, who, request, saved.refusal);
}

async function show(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const kennung = request.params.kennung ?? '';
  const found = await angabenverlauf(deps, who, kennung);
  if (!found.ok) return refusal(found.refusal);
  const own = kennung === hausKennung;
  const content = {
    title: own ? who.anbieter.name : zahlerName(await deps.territory(), kennung),
    preline: 'Rechnungsangaben',
    lead: own
      ? 'Was auf jeder XRechnung über Ihr Haus steht. Name und Anschrift so, wie sie rechtlich gelten.'
      : 'An wen die XRechnung geht. Name und Anschrift so, wie sie rechtlich gelten, zum Beispiel „Alte Hansestadt Lemgo“.',
    breadcrumb: [kosten, { label: 'Rechnungsangaben', href: angabenPath }],
    main: html`${refusalNotice(reason)}${angabenForm(request, kennung, found.value[0], reason)}${verlauf(found.value)}`,
  };
  return reason === null ? page(content) : refusedPage(content, reason);
}

function angabenForm(
  { csrfToken, form: sent }: PageRequest,
  kennung: string,
  stand: Angabenstand | undefined,
  reason: Refusal | null,
): Html {
  const textOf = (name: Angabe) => (reason ? formField(sent, name) : (stand?.angaben[name] ?? ''));
  return form(
    {
      action: `${angabenPath}/${kennung}`,
      csrfToken,
      label: 'Rechnungsangaben',
      hidden: { grundlage: reason ? (sent.get('grundlage') ?? '0') : String(stand?.fassung ?? 0) },
    },
    html`${angabenFields(kennung, textOf, reason)}${buttonRow(button('Speichern'), linkButton('Abbrechen', angabenPath, { kind: 'tertiary' }))}`,
  );
}

function verlauf(all: readonly Angabenstand[]): Html {
  if (all.length === 0) return html``;
  return section(
    'Frühere Fassungen',
    table({
      caption: 'Fassungen',
      captionHidden: true,
      columns: [
        { label: 'Fassung', numeric: true },
        { label: 'Angegeben' },
        { label: 'Von' },
        { label: 'Geändert', width: 'wide' },
      ],
      rows: all.map((one) => [
        String(one.fassung),
        formatInstant(one.angegebenAm),
        vonLabel[one.von],
        changesText(one) || 'nichts',
      ]),
    }),
  );
}
