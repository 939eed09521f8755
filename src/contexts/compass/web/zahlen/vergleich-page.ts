import { html } from 'hono/html';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import {
  alert,
  answerList,
  barChart,
  formatNumber,
  formatShare,
  type ListDefinition,
  listIndex,
  listPage,
  section,
  table,
  textLink,
} from '#ui';
import type { CompassDeps } from '../../doors-deps.ts';
import { umfangNamen } from '../../figures/umfang.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { type Vergleich, type Vorsprung, vergleichen } from '../../use-cases/vergleichen.ts';
import { wunschOf } from '../../use-cases/vergleichswunsch.ts';
import { ausschlussText, bandLabel } from '../../views/vergleich-text.ts';
import { ohneEinwilligungSatz, werGezaehltIst } from '../../views/zahlen-saetze.ts';
import { refusal } from '../answers.ts';
import { fileOf } from './file-of.ts';
import { vergleichForm } from './vergleich-form.ts';
import { type Format, paareHref, zahlenPage, zahlenRoutes } from './zahlen-route.ts';

const path = '/vergleich';

/** A fair comparison of a Kommune: equal duties, similar size, and it says with whom. */
export function vergleichRoutes(deps: CompassDeps): readonly PageRoute[] {
  return zahlenRoutes(deps, { capability: 'compass.vergleich', path }, (frage, request, format) =>
    answer(deps, frage, request, format),
  );
}

async function answer(
  deps: CompassDeps,
  frage: GestellteFrage,
  { query }: PageRequest,
  format: Format,
): Promise<PageAnswer> {
  const wunsch = wunschOf(frage, query);
  if (!wunsch.ok) return format === null ? chooseFirst(frage, query) : refusal(wunsch.refusal);
  const found = await vergleichen(frage, wunsch.value);
  if (!found.ok) return refusal(found.refusal);
  const definition = vorsprungDefinition(frage);
  const asked = new URLSearchParams(query);
  for (const [name, value] of frage.parameters) asked.set(name, value);
  const list = await answerList(
    deps,
    { definition, index: listIndex(definition, found.value.vorspruenge) },
    asked,
    format,
    fileOf(
      frage,
      `vergleich-${wunsch.value.ags}`,
      `Was andere als ${found.value.eigene.name} schon online haben`,
    ),
  );
  if (list.kind !== 'list') return list;
  const vorspruenge = listPage(definition, list.result, {
    action: path,
    caption: 'Leistungen, bei denen andere weiter sind',
    exportLinks: { csv: `${path}.csv`, xlsx: `${path}.xlsx` },
    problems: list.problems,
    noun: ['Leistung', 'Leistungen'],
    emptyState: html`<p class="kern-body">Bei keiner Pflicht ist eine verglichene Kommune weiter.</p>`,
  });
  return zahlenPage(frage, path, {
    title: `Vergleich: ${found.value.eigene.name}`,
    breadcrumb: [{ label: 'Zahlen', href: '/zahlen' }],
    lead: lead(frage, found.value),
    main: html`${vergleichForm(frage, query)}
      ${found.value.feld.length > 1 ? fieldSection(frage, found.value) : nobody(frage)}
      ${section('Wo andere weiter sind', vorspruenge)}
      ${notCompared(found.value)}`,
  });
}

/** An IT-Dienstleister first says which of its Kommunen it means. */
function chooseFirst(frage: GestellteFrage, query: URLSearchParams): PageAnswer {
  return zahlenPage(frage, path, {
    title: 'Vergleich',
    breadcrumb: [{ label: 'Zahlen', href: '/zahlen' }],
    lead: `Welche Kommune möchten Sie mit ähnlichen vergleichen? ${werGezaehltIst(frage)}`,
    main: vergleichForm(frage, query),
  });
}

function lead({ umfang }: GestellteFrage, { eigene, feld, pflichten, band }: Vergleich) {
  const others = feld.length - 1;
  const place =
    others === 0
      ? ''
      : ` Platz ${eigene.platz} von ${feld.length}: ${eigene.online} von ${formatNumber(pflichten)} Pflichten sind online.`;
  const [year, month, day] = umfang.datum.split('-');
  return `Verglichen wird nur mit Kommunen, die genau dieselben ${formatNumber(pflichten)} Pflichten haben und ${bandLabel[band]}, nach deren eigener Angabe.${place} Stand ${day}.${month}.${year}.`;
}

function fieldSection({ parameters }: GestellteFrage, { eigene, feld, pflichten }: Vergleich) {
  return section(
    'Das Feld',
    html`${barChart({
      id: 'feld',
      caption: 'Pflichten, die online sind',
      description: `Ein voller Balken wären alle ${formatNumber(pflichten)} Pflichten.`,
      max: pflichten,
      total: pflichten,
      parts: feld.map(({ ags, name, online }) => ({
        label: ags === eigene.ags ? `${name} (diese Kommune)` : name,
        value: online,
        tone: ags === eigene.ags ? '1' : '3',
        href: paareHref(parameters, { kommune: ags, klasse: null, kreis: null, zustand: 'online' }),
      })),
    })}${table({
      caption: 'Das Feld mit Platz, Einwohnern und Anteil',
      captionHidden: true,
      columns: [
        { label: 'Kommune', width: 'wide' },
        { label: 'Platz', numeric: true },
        { label: 'Einwohner', numeric: true },
        { label: 'online', numeric: true },
        { label: 'Anteil', numeric: true },
      ],
      rows: feld.map(({ ags, name, platz, einwohner, online }) => [
        ags === eigene.ags ? html`<strong>${name}</strong>` : name,
        formatNumber(platz),
        einwohner === null ? 'unbekannt' : formatNumber(einwohner),
        formatNumber(online),
        formatShare(online, pflichten),
      ]),
    })}`,
  );
}

function nobody({ visible }: GestellteFrage) {
  return alert({
    kind: 'info',
    title: 'Es gibt keine Kommune, mit der ein Vergleich fair wäre',
    body: `Unten steht bei jeder Kommune, die mit Ihnen teilt, woran es liegt. Oft hilft ein einzelnes Themenfeld oder eine weitere Größe. ${ohneEinwilligungSatz(visible.withoutConsent)}`,
  });
}

function notCompared({ nichtVerglichen }: Vergleich) {
  if (nichtVerglichen.length === 0) return '';
  return section(
    'Mit wem nicht verglichen wird',
    table({
      caption: 'Kommunen, mit denen nicht verglichen wird',
      captionHidden: true,
      columns: [{ label: 'Kommune' }, { label: 'Grund', width: 'wide' }],
      rows: nichtVerglichen.map(({ name, grund }) => [name, ausschlussText(grund)]),
    }),
  );
}

function vorsprungDefinition({ parameters, betrachter }: GestellteFrage): ListDefinition<Vorsprung> {
  const href = ({ leistungId }: Vorsprung) =>
    betrachter.eigene ? `/stand/${leistungId}` : `/katalog/leistungen/${leistungId}`;
  const others = ({ leistungId, voraus }: Vorsprung) =>
    paareHref(parameters, {
      kommune: voraus.map(({ ags }) => ags).join(','),
      klasse: null,
      kreis: null,
      leistung: leistungId,
      zustand: 'online',
    });
  return {
    id: 'vorspruenge',
    keeps: ['datum', 'fuer', 'band', 'mit', ...umfangNamen],
    defaultSort: { key: 'anzahl', descending: true },
    search: ({ name, leistungId }) => `${name} ${leistungId}`,
    columns: [
      {
        key: 'leistung',
        label: 'Leistung',
        value: ({ name }) => name,
        cell: (row) => textLink(href(row), row.name),
        sortable: true,
        width: 'wide',
      },
      {
        key: 'anzahl',
        label: 'online bei',
        kind: 'number',
        value: ({ voraus }) => voraus.length,
        cell: (row) => textLink(others(row), formatNumber(row.voraus.length)),
        sortable: true,
      },
      {
        key: 'wer',
        label: 'bei wem',
        value: ({ voraus }) => voraus.map((each) => each.name).join(', '),
        width: 'wide',
      },
      { key: 'nummer', label: 'Nummer', value: ({ leistungId }) => leistungId, exportOnly: true },
    ],
  };
}
