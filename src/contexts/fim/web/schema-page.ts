import { html } from 'hono/html';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import {
  alert,
  buttonRow,
  descriptionList,
  externalLink,
  formatInstant,
  formatNumber,
  type Html,
  linkButton,
  section,
  statTiles,
  tabs,
  textLink,
  tree,
} from '#ui';
import { freigabeOf } from '../domain/schemafassung.ts';
import type { FimDeps } from '../fim-deps.ts';
import { alsFormular, alsXdatenfelder } from '../use-cases/ausgeben.ts';
import type { Author } from '../use-cases/author.ts';
import type { Schemadetail } from '../use-cases/read-schema.ts';
import { befundTabelle } from './bericht-parts.ts';
import { gliederung } from './gliederung.ts';
import { address, askedSchema, authorRoute, flashOf, schemaHref } from './route.ts';

/** A schema: its facts, its structure, its report, and what can be taken away. */
export function schemaRoutes(deps: FimDeps): readonly PageRoute[] {
  return [
    authorRoute('fim.show', 'GET', '/:id', (author, request) => toNewest(deps, author, request)),
    authorRoute('fim.show', 'GET', '/:id/:version', (author, request) =>
      show(deps, author, request, overview),
    ),
    authorRoute('fim.show', 'GET', '/:id/:version/bericht', (author, request) =>
      show(deps, author, request, report),
    ),
    authorRoute('fim.export', 'GET', '/:id/:version/schema.xml', (author, request) =>
      xml(deps, author, request),
    ),
    authorRoute('fim.export', 'GET', '/:id/:version/formular.json', (author, request) =>
      definition(deps, author, request),
    ),
  ];
}

async function toNewest(deps: FimDeps, author: Author, request: PageRequest): Promise<PageAnswer> {
  const detail = await askedSchema(deps, author, request);
  return detail.ok ? { kind: 'redirect', to: schemaHref(detail.value.fassung) } : refusal(detail.refusal);
}

async function show(
  deps: FimDeps,
  author: Author,
  request: PageRequest,
  content: (detail: Schemadetail, request: PageRequest) => PageContent,
): Promise<PageAnswer> {
  const detail = await askedSchema(deps, author, request);
  return detail.ok ? page(content(detail.value, request)) : refusal(detail.refusal);
}

/** Head and tabs of every page of a schema. */
export function schemaFrame(detail: Schemadetail, current: string, main: Html, lead?: string): PageContent {
  const { fassung, punkte, uebernahme, versionen } = detail;
  const open = punkte.filter(({ stand }) => stand === 'offen').length;
  const link = (part: string, label: string, count?: number) => ({
    label,
    href: schemaHref(fassung, part),
    current: part === current,
    ...(count === undefined ? {} : { count: formatNumber(count) }),
  });
  return {
    title: fassung.bezeichnung,
    preline: `FIM-Datenschema ${fassung.id}, Version ${fassung.version}`,
    ...(lead ? { lead } : {}),
    wide: true,
    breadcrumb: [{ label: 'FIM-Datenschemata', href: address }],
    main: html`${tabs('Ansichten des Schemas', [
      link('', 'Überblick'),
      link('/arbeitspunkte', 'Arbeitspunkte', open),
      link('/bericht', 'Bericht', uebernahme.befunde.length),
      ...(versionen.length > 1 ? [link('/unterschiede', 'Unterschiede')] : []),
    ])}${main}`,
  };
}

function overview(detail: Schemadetail, request: PageRequest): PageContent {
  const { fassung, zaehlung, uebernahme } = detail;
  const main = html`<div class="lw-stack">${hindernisse(detail)}${statTiles([
    {
      label: 'Felder',
      value: formatNumber(zaehlung.felder),
      note: `${formatNumber(zaehlung.felderEindeutig)} verschiedene`,
    },
    {
      label: 'Gruppen',
      value: formatNumber(zaehlung.gruppen),
      note: `${formatNumber(zaehlung.gruppenEindeutig)} verschiedene`,
    },
    {
      label: 'Regeln',
      value: formatNumber(zaehlung.regeln),
      note: `${formatNumber(zaehlung.regelnEindeutig)} verschiedene`,
    },
    { label: 'Codelisten', value: formatNumber(zaehlung.codelisten), note: 'außerhalb der Datei' },
    { label: 'Seiten', value: formatNumber(uebernahme.definition?.pages.length ?? 0), note: 'des Formulars' },
  ])}${buttonRow(
    linkButton('Schema als XDatenfelder 3', schemaHref(fassung, '/schema.xml'), { kind: 'secondary' }),
    uebernahme.definition
      ? linkButton('Formular als JSON', schemaHref(fassung, '/formular.json'), { kind: 'secondary' })
      : '',
  )}</div>${section('Aufbau', tree('Aufbau des Schemas', gliederung(detail)), {
    lead: 'Gruppen und Felder in ihrer Reihenfolge. Hinter dem Namen stehen Kennung, Anzahl und Art.',
  })}${section('Herkunft', facts(detail))}`;
  return { ...schemaFrame(detail, '', main), ...flashOf(request) };
}

function hindernisse({ uebernahme }: Schemadetail): Html | '' {
  if (uebernahme.definition) return '';
  return alert({
    kind: 'danger',
    title: 'Aus diesem Schema lässt sich kein Formular beweisen.',
    body: html`<ul>${uebernahme.hindernisse.map(({ field, message }) => html`<li>${field}: ${message}</li>`)}</ul>`,
  });
}

function facts({ fassung, versionen }: Schemadetail): Html {
  const linked = /^https:\/\/\S+$/.test(fassung.quelle);
  return descriptionList([
    ['Name im Baukasten', fassung.name],
    ['Freigabe', freigabeOf(fassung.freigabestatus)],
    [
      'Handlungsgrundlagen',
      fassung.bezug.length > 0
        ? html`${fassung.bezug.map((text, index) => html`${index > 0 ? html`<br>` : ''}${text}`)}`
        : '',
    ],
    ['Standard', `XDatenfelder ${fassung.standard}`],
    ['Quelle', linked ? externalLink(fassung.quelle, fassung.quelle) : fassung.quelle],
    ['Lizenz', fassung.lizenz],
    ['Größe der Datei', `${formatNumber(fassung.kennzahlen.bytes)} Bytes`],
    ['Prüfsumme (SHA-256)', html`<code class="lw-long-address">${fassung.sha256}</code>`],
    [
      'Eingelesen',
      `${formatInstant(fassung.eingelesenAm)}${fassung.einlesung > 1 ? `, zum ${fassung.einlesung}. Mal` : ''}`,
    ],
    [
      'Versionen',
      versionen.length > 1
        ? html`${versionen.map((each, index) => html`${index > 0 ? ', ' : ''}${textLink(schemaHref(each), each.version)}`)}`
        : '',
    ],
  ]);
}

function report(detail: Schemadetail): PageContent {
  return schemaFrame(
    detail,
    '/bericht',
    befundTabelle(detail.uebernahme.befunde),
    'Was im Formular anders steht als im Schema oder gar nicht. Eine Lücke lässt sich im Formular nicht schließen; über „Zu entscheiden“ entscheidet ein Mensch.',
  );
}

async function xml(deps: FimDeps, author: Author, request: PageRequest): Promise<PageAnswer> {
  const detail = await askedSchema(deps, author, request);
  if (!detail.ok) return refusal(detail.refusal);
  const { id, version } = detail.value.fassung;
  return {
    kind: 'download',
    fileName: `${id}-${version}.xdf3.xml`,
    contentType: 'application/xml; charset=utf-8',
    body: alsXdatenfelder(detail.value),
  };
}

async function definition(deps: FimDeps, author: Author, request: PageRequest): Promise<PageAnswer> {
  const detail = await askedSchema(deps, author, request);
  if (!detail.ok) return refusal(detail.refusal);
  const formular = alsFormular(detail.value);
  if (!formular.ok) return refusal(formular.refusal);
  return {
    kind: 'download',
    fileName: `${detail.value.fassung.id.toLowerCase()}-formular.json`,
    contentType: 'application/json; charset=utf-8',
    body: `${JSON.stringify(formular.value, null, 2)}\n`,
  };
}
