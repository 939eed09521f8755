import { html } from 'hono/html';
import type { PageContent } from '#platform';
import { formatNumber } from '#ui';
import type { Catalogue, OzgLeistung } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import { leistungenTable } from './leistungen-table.ts';
import { stateNote } from './state-note.ts';

/** An OZG-Leistung: the Leistungen that it bundles. */
export function ozgPage(catalogue: Catalogue, ozg: OzgLeistung): PageContent {
  const lage = catalogue.lageById.get(ozg.lageId);
  const themenfeld = lage && catalogue.themenfeldById.get(lage.themenfeldId);
  const leistungen = catalogue.leistungenByOzg.get(ozg.ozgId) ?? [];
  return {
    title: ozg.name,
    preline: `${messages.ozgLeistung} ${ozg.ozgId}`,
    lead: `Diese OZG-Leistung bündelt ${leistungen.length === 1 ? 'eine Leistung' : `${formatNumber(leistungen.length)} Leistungen`}.`,
    breadcrumb: [
      { label: messages.katalog, href: addresses.katalog },
      ...(themenfeld ? [{ label: themenfeld.name, href: addresses.themenfeld(themenfeld.id) }] : []),
      ...(lage ? [{ label: lage.name, href: addresses.lage(lage.id) }] : []),
    ],
    main: html`${leistungenTable(`Leistungen der OZG-Leistung „${ozg.name}“`, catalogue, leistungen)}${stateNote(catalogue.fassung)}`,
    nextSteps: [
      { label: messages.werMachtWas, href: addresses.werMachtWasOzg(ozg.ozgId) },
      { label: 'Zur Suche über alle Leistungen', href: addresses.leistungen },
    ],
  };
}

/** The entry „ohne OZG-Leistung“ of the tree. */
export function ohneOzgPage(catalogue: Catalogue): PageContent {
  return {
    title: messages.ohneOzgTitle,
    lead: messages.ohneOzgLead,
    breadcrumb: [{ label: messages.katalog, href: addresses.katalog }],
    main: html`${leistungenTable(messages.ohneOzgTitle, catalogue, catalogue.ohneOzg)}${stateNote(catalogue.fassung)}`,
    nextSteps: [{ label: messages.alleLeistungen, href: addresses.leistungen }],
  };
}
