import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import {
  formField,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  alert,
  answerList,
  badge,
  button,
  buttonRow,
  descriptionList,
  emptyState,
  externalLink,
  form,
  type ListDefinition,
  linkButton,
  listIndex,
  listPage,
  refusalNotice,
  section,
  selectField,
  table,
  textLink,
} from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { type Schluesseltabelle, summeText } from '../domain/schluesseltabelle.ts';
import { zahlerName } from '../domain/zahler-name.ts';
import { schluesselartLabel } from '../messages.ts';
import type { Manager } from '../use-cases/actors.ts';
import { fertigeSchluessel, uebernimmFertigen } from '../use-cases/fertige-schluessel.ts';
import { einSchluessel, schluesselOf } from '../use-cases/schluessel.ts';
import { done, flashOf, kosten, managerRoute, schluesselPath } from './answers.ts';

/** The keys of a house: which there are, what each says, and those that lie ready. */
export function schluesselRoutes(deps: CostsDeps): readonly PageRoute[] {
  return [
    managerRoute(deps, 'costs.keys', 'GET', schluesselPath, (who, request) => list(deps, who, request, null)),
    managerRoute(deps, 'costs.key.take', 'POST', `${schluesselPath}/uebernehmen`, (who, request) =>
      take(deps, who, request),
    ),
    managerRoute(deps, 'costs.key', 'GET', `${schluesselPath}/:schluessel`, (who, request) =>
      show(deps, who, request),
    ),
    ...(['.csv', '.xlsx'] as const).map((ending) =>
      managerRoute(deps, 'costs.key', 'GET', `${schluesselPath}/:schluessel/werte${ending}`, (who, request) =>
        values(deps, who, request, ending),
      ),
    ),
  ];
}

async function list(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const own = await schluesselOf(deps, who);
  const content = {
    title: 'Verteilungsschlüssel',
    lead: 'Tabellen, nach denen Kosten verteilt werden: von welchem Tag, aus welcher Quelle. Jede Änderung ist eine neue Fassung.',
    breadcrumb: [kosten],
    wide: true,
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${table({
      caption: 'Verteilungsschlüssel',
      captionHidden: true,
      columns: [
        { label: 'Schlüssel', width: 'wide' },
        { label: 'Art' },
        { label: 'Zahler', numeric: true },
        { label: 'Summe', numeric: true },
        { label: 'Stand' },
        { label: 'Quelle', width: 'wide' },
      ],
      rows: own.map((one) => [
        html`${textLink(`${schluesselPath}/${one.id}`, one.name)}${marksOf(one)}`,
        schluesselartLabel[one.art],
        String(Object.keys(one.gewichte).length),
        summeText(one),
        one.stand === null ? String(one.jahr) : formatLocalDate(one.stand),
        one.quelle.title || '–',
      ]),
      empty: emptyState({
        title: 'Noch kein Schlüssel',
        body: 'Übernehmen Sie einen fertigen, oder lesen Sie eine Tabelle ein.',
      }),
    })}${buttonRow(linkButton('Tabelle einlesen', `${schluesselPath}/einlesen`, { kind: 'secondary' }))}${await ready(deps, request)}`,
  };
  return reason === null ? page(content) : refusedPage(content, reason);
}

function marksOf({ annahme, renormiert }: Schluesseltabelle) {
  return html`${annahme ? html` ${badge('warning', 'Annahme')}` : ''}${renormiert ? html` ${badge('info', 'auf 100 umgerechnet')}` : ''}`;
}

async function ready(deps: CostsDeps, { csrfToken }: PageRequest) {
  const options = (await fertigeSchluessel(deps)).map(({ id, name }) => ({ value: id, label: name }));
  return section(
    'Fertige Schlüssel',
    form(
      {
        action: `${schluesselPath}/uebernehmen`,
        csrfToken,
        label: 'Fertigen Schlüssel übernehmen',
      },
      html`${selectField({ name: 'schluessel', label: 'Schlüssel', options })}${buttonRow(button('Übernehmen', { kind: 'secondary' }))}`,
    ),
    { lead: 'Mitgeliefert mit Stand und Quelle, oder aus den Einwohnerzahlen dieser Installation.' },
  );
}

async function take(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const taken = await uebernimmFertigen(deps, who, formField(request.form, 'schluessel'));
  return taken.ok ? done(schluesselPath, 'schluessel') : list(deps, who, request, taken.refusal);
}

interface Wert {
  readonly zahler: string;
  readonly name: string;
  readonly gewicht: string;
}

const definition: ListDefinition<Wert> = {
  id: 'schluesselwerte',
  defaultSort: { key: 'name', descending: false },
  search: ({ zahler, name }) => `${zahler} ${name}`,
  columns: [
    { key: 'name', label: 'Zahler', width: 'wide', value: ({ name }) => name },
    { key: 'ags', label: 'AGS', value: ({ zahler }) => zahler },
    {
      key: 'gewicht',
      label: 'Gewicht',
      kind: 'number',
      value: ({ gewicht }) => Number(gewicht),
      cell: ({ gewicht }) => gewicht.replace('.', ','),
    },
  ],
};

async function werteOf(deps: CostsDeps, one: Schluesseltabelle): Promise<readonly Wert[]> {
  const territory = await deps.territory();
  return Object.entries(one.gewichte).map(([zahler, gewicht]) => ({
    zahler,
    name: zahlerName(territory, zahler),
    gewicht,
  }));
}

const fileOf = (deps: CostsDeps, { id, name, quelle, stand, jahr }: Schluesseltabelle) => ({
  fileName: `schluessel-${id}-${deps.clock.today()}`,
  title: name,
  source: quelle.title || 'Annahme ohne Quelle',
  state: stand ?? String(jahr),
});

async function values(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  ending: '.csv' | '.xlsx',
): Promise<PageAnswer> {
  const found = await einSchluessel(deps, who, request.params.schluessel ?? '');
  if (!found.ok) return refusal(found.refusal);
  const index = listIndex(definition, await werteOf(deps, found.value));
  const format = ending === '.csv' ? 'csv' : 'xlsx';
  const answered = await answerList(
    deps,
    { definition, index },
    request.query,
    format,
    fileOf(deps, found.value),
  );
  return answered.kind === 'list'
    ? refusal({ kind: 'not-found', code: 'COSTS_FILE', message: 'Keine Datei.' })
    : answered;
}

async function show(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const found = await einSchluessel(deps, who, request.params.schluessel ?? '');
  if (!found.ok) return refusal(found.refusal);
  const one = found.value;
  const index = listIndex(definition, await werteOf(deps, one));
  const answered = await answerList(deps, { definition, index }, request.query, null, fileOf(deps, one));
  if (answered.kind !== 'list') return answered;
  const here = `${schluesselPath}/${one.id}`;
  return page({
    title: one.name,
    preline: 'Verteilungsschlüssel',
    breadcrumb: [kosten, { label: 'Verteilungsschlüssel', href: schluesselPath }],
    wide: true,
    main: html`${one.annahme ? alert({ kind: 'warning', title: 'Annahme: Für diese Werte ist keine Quelle genannt.' }) : ''}${
      one.renormiert
        ? alert({
            kind: 'info',
            title: `Die Anteile ergeben ${summeText(one)} und werden ausdrücklich auf 100 umgerechnet. Jede Abrechnung nennt das.`,
          })
        : ''
    }${descriptionList([
      ['Art', schluesselartLabel[one.art]],
      ['Jahr', String(one.jahr)],
      ['Stand', one.stand === null ? '' : formatLocalDate(one.stand)],
      ['Summe', summeText(one)],
      ['Fassung', String(one.fassung)],
      ['Quelle', one.quelle.url === null ? one.quelle.title : externalLink(one.quelle.url, one.quelle.title)],
    ])}${listPage(definition, answered.result, {
      action: here,
      caption: 'Gewichte',
      exportLinks: { csv: `${here}/werte.csv`, xlsx: `${here}/werte.xlsx` },
      problems: answered.problems,
      noun: ['Zahler', 'Zahler'],
      emptyState: emptyState({ title: 'Kein Treffer', body: 'Bitte ändern Sie die Suche.' }),
    })}`,
  });
}
