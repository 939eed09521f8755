import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
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
  button,
  emptyState,
  errorOf,
  form,
  formatNumber,
  inputField,
  problemsOf,
  radioGroup,
  refusalNotice,
  section,
  selectField,
  table,
  textareaField,
  textLink,
} from '#ui';
import type { Sammelbestellung } from '../domain/sammelbestellung.ts';
import { invalid } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { readOfferings } from '../use-cases/offering.ts';
import { decideForAll, listSammel, orderForAll, type Sammelwunsch } from '../use-cases/sammel.ts';
import { type Anbietende, anbietendeOf } from '../use-cases/wer.ts';
import { done, flashOf } from './answers.ts';
import { dayReader } from './form-days.ts';
import { dienstHref, krumeMarkt } from './parts.ts';

const address = '/sammelbestellungen';
const manage = { permission: 'marketplace.manage' } as const;

/** What a Land or a Bündler ordered for all its Kommunen, each with its legal basis. */
export function sammelRoutes(deps: MarketplaceDeps): readonly PageRoute[] {
  return [
    {
      capability: 'marketplace.joint',
      method: 'GET',
      path: address,
      access: 'public',
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'marketplace.joint.order',
      method: 'POST',
      path: address,
      access: manage,
      handle: (request) => receive(deps, request),
    },
    {
      capability: 'marketplace.joint.decide',
      method: 'POST',
      path: `${address}/:id/entscheiden`,
      access: manage,
      handle: (request) => decide(deps, request),
    },
  ];
}

interface Shown {
  readonly all: readonly Sammelbestellung[];
  readonly titles: ReadonlyMap<string, string>;
  readonly laender: readonly { readonly code: string; readonly name: string }[];
  readonly wer: Anbietende | null;
  readonly circle: number;
}

async function show(
  deps: MarketplaceDeps,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const wer = await anbietendeOf(deps, request.principal);
  const offerings = await deps.db.withPublic((tx) => readOfferings(tx, deps));
  const shown = {
    all: await listSammel(deps),
    titles: new Map(offerings.map(({ angebot }) => [angebot.dienst, angebot.data.title])),
    laender: (await deps.efa.world()).territory.laender,
    wer: wer.ok ? wer.value : null,
    circle: (await deps.efa.circleOf(request.principal))?.length ?? 0,
  };
  const made = content(shown, request, reason);
  return reason === null ? page(made) : refusedPage(made, reason);
}

async function receive(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await anbietendeOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const wunsch = readWunsch(request, deps.clock.today());
  const circle = (await deps.efa.circleOf(request.principal)) ?? [];
  const ordered = wunsch.ok
    ? await orderForAll(
        deps,
        wer.value,
        wunsch.value,
        circle.map(({ ags }) => ags),
      )
    : wunsch;
  return ordered.ok ? done(address, 'sammel') : show(deps, request, ordered.refusal);
}

function readWunsch({ form: typed }: PageRequest, today: LocalDate): Result<Sammelwunsch> {
  const text = (name: string) => formField(typed, name);
  const days = dayReader(typed);
  const wunsch = {
    dienst: text('dienst'),
    auftraggeber: text('auftraggeber'),
    land: text('fuer') === 'kreis' ? null : text('fuer'),
    rechtsgrundlage: text('rechtsgrundlage'),
    quelle: text('quelle'),
    gueltigVon: days.required('gueltigVon', today),
    gueltigBis: days.optional('gueltigBis'),
    zahlt: text('zahlt') === 'auftraggeber' ? ('auftraggeber' as const) : ('kommune' as const),
    gezeichnetVon: text('gezeichnetVon'),
    gezeichnetAm: days.required('gezeichnetAm', today),
  };
  const problems = [
    ...days.problems,
    ...(text('fuer') === '' ? [{ field: 'fuer', message: 'Bitte wählen Sie, für wen bestellt wird.' }] : []),
    ...(text('dienst') === '' ? [{ field: 'dienst', message: 'Bitte wählen Sie den Onlinedienst.' }] : []),
  ];
  return problems.length > 0 ? refuse(invalid(problems)) : ok(wunsch);
}

async function decide(deps: MarketplaceDeps, request: PageRequest): Promise<PageAnswer> {
  const wer = await anbietendeOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const angenommen = request.form.get('aktion') === 'annehmen';
  const decided = await decideForAll(deps, wer.value, request.params.id ?? '', {
    angenommen,
    grund: formField(request.form, 'grund'),
  });
  if (decided.ok) return done(address, 'entschieden');
  return decided.refusal.kind === 'not-found'
    ? refusal(decided.refusal)
    : show(deps, request, decided.refusal);
}

function content(shown: Shown, request: PageRequest, reason: Refusal | null): PageContent {
  return {
    title: 'Bestellungen für alle Kommunen',
    preline: 'Länder und Bündler',
    lead: 'Ein Land oder ein Bündler bestellt für alle seine Kommunen, mit Rechtsgrundlage und Tag. Diese Kommunen brauchen keine eigene Bestellung.',
    wide: true,
    breadcrumb: [krumeMarkt],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${list(shown, request, reason)}${shown.wer ? section('Bestellung für alle eintragen', orderForm(shown, request, reason), { id: 'eintragen' }) : ''}`,
    nextSteps: [{ label: 'Marktplatz', href: '/marktplatz' }],
  };
}

function list({ all, titles, laender, wer }: Shown, request: PageRequest, reason: Refusal | null) {
  if (all.length === 0)
    return emptyState({
      title: 'Noch keine Bestellung für alle',
      body: 'Hier steht, welches Land oder welcher Bündler einen Onlinedienst für alle seine Kommunen bestellt hat.',
    });
  const forWhom = ({ land, ags }: Sammelbestellung) =>
    land === null
      ? `${formatNumber(ags.length)} Kommunen`
      : `alle Kommunen in ${laender.find(({ code }) => code === land)?.name ?? land}`;
  return table({
    caption: 'Bestellungen für alle Kommunen',
    captionHidden: true,
    columns: [
      { label: 'Onlinedienst', width: 'wide' },
      { label: 'Wer für wen' },
      { label: 'Rechtsgrundlage' },
      { label: 'Gilt' },
      { label: 'Kosten trägt' },
      { label: 'Stand' },
    ],
    rows: all.map((each) => [
      textLink(dienstHref(each.dienst), titles.get(each.dienst) ?? each.dienst),
      `${each.auftraggeber} für ${forWhom(each)}`,
      html`${each.rechtsgrundlage}<p class="kern-body kern-body--small kern-body--muted">unterschrieben am ${formatLocalDate(each.gezeichnetAm)} von ${each.gezeichnetVon}${each.quelle ? `, ${each.quelle}` : ''}</p>`,
      `ab ${formatLocalDate(each.gueltigVon)}${each.gueltigBis ? ` bis ${formatLocalDate(each.gueltigBis)}` : ''}`,
      each.zahlt === 'auftraggeber' ? each.auftraggeber : 'jede Kommune',
      stateOf(each, wer, request, reason),
    ]),
  });
}

function stateOf(
  each: Sammelbestellung,
  wer: Anbietende | null,
  request: PageRequest,
  reason: Refusal | null,
) {
  if (each.angenommenAm) return `angenommen am ${formatLocalDate(each.angenommenAm)}`;
  if (each.abgelehntAm) return `abgelehnt am ${formatLocalDate(each.abgelehntAm)}: ${each.grund ?? ''}`;
  if (wer?.anbieter.tenant !== each.anbieterId) return 'wartet auf den Anbieter';
  const problem = request.params.id === each.id ? errorOf(problemsOf(reason), 'grund') : null;
  return accordion({
    title: 'Antworten',
    open: problem !== null,
    body: form(
      {
        action: `${address}/${each.id}/entscheiden`,
        csrfToken: request.csrfToken,
        label: `Antwort an ${each.auftraggeber}`,
      },
      html`${button('Annehmen', { name: 'aktion', value: 'annehmen' })}${textareaField({
        name: 'grund',
        id: problem === null ? `feld-grund-${each.id}` : 'feld-grund',
        label: 'Warum nicht?',
        hint: 'Nur wenn Sie ablehnen.',
        rows: 2,
        optional: true,
        error: problem,
      })}${button('Ablehnen', { kind: 'secondary', name: 'aktion', value: 'ablehnen' })}`,
    ),
  });
}

function orderForm(
  { titles, laender, circle }: Shown,
  { csrfToken, form: typed, params }: PageRequest,
  reason: Refusal | null,
) {
  const problems = params.id === undefined ? problemsOf(reason) : [];
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(problems, name) });
  return form(
    { action: address, csrfToken, label: 'Bestellung für alle' },
    html`${selectField({
      ...field('dienst'),
      label: 'Onlinedienst',
      options: [...titles].map(([value, label]) => ({ value, label })),
    })}${selectField({
      ...field('fuer'),
      label: 'Für wen?',
      options: [
        ...(circle > 0
          ? [{ value: 'kreis', label: `die ${formatNumber(circle)} Kommunen, die Ihr Haus betreut` }]
          : []),
        ...laender.map(({ code, name }) => ({ value: code, label: `alle Kommunen in ${name}` })),
      ],
    })}${inputField({ ...field('auftraggeber'), label: 'Wer bestellt?', hint: 'Zum Beispiel „Land Nordrhein-Westfalen“.', maxLength: 200 })}${inputField(
      {
        ...field('rechtsgrundlage'),
        label: 'Rechtsgrundlage mit Datum',
        hint: 'Gesetz, Verordnung, Beschluss oder Vereinbarung.',
        maxLength: 500,
      },
    )}${inputField({ ...field('quelle'), label: 'Fundstelle', optional: true, maxLength: 500 })}${inputField({
      ...field('gueltigVon'),
      label: 'Gilt ab',
      type: 'date',
    })}${inputField({ ...field('gueltigBis'), label: 'Gilt bis', type: 'date', optional: true })}${radioGroup(
      {
        ...field('zahlt'),
        label: 'Wer trägt die Kosten?',
        options: [
          { value: 'auftraggeber', label: 'wer bestellt' },
          { value: 'kommune', label: 'jede Kommune selbst' },
        ],
      },
    )}${inputField({ ...field('gezeichnetVon'), label: 'Wer hat unterschrieben?', hint: 'Name und Amt.', maxLength: 200 })}${inputField(
      {
        ...field('gezeichnetAm'),
        label: 'Wann?',
        type: 'date',
      },
    )}${button('Bestellung für alle eintragen')}`,
  );
}
