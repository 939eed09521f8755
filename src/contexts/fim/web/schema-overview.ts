import { html } from 'hono/html';
import type { PageContent, PageRequest } from '#platform';
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
  textLink,
  tree,
} from '#ui';
import { freigabeOf } from '../domain/schemafassung.ts';
import type { Schemadetail } from '../use-cases/read-schema.ts';
import { gliederung } from './gliederung.ts';
import { flashOf, schemaHref } from './route.ts';
import { schemaFrame } from './schema-frame.ts';

export function overview(detail: Schemadetail, request: PageRequest): PageContent {
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
