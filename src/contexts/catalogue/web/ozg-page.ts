import { html } from 'hono/html';
import type { PageContent } from '#platform';
import { formatNumber } from '#ui';
import type { AsOf } from '../domain/as-of.ts';
import type { OzgLeistung } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import { withDay } from '../views/with-day.ts';
import { dayChoice } from './day-choice.ts';
import { leistungenTable } from './leistungen-table.ts';
import { stateNote } from './state-note.ts';

/** An OZG-Leistung: the Leistungen that it bundles. */
export function ozgPage(asOf: AsOf, ozg: OzgLeistung): PageContent {
  const { catalogue, date } = asOf;
  const lage = catalogue.lageById.get(ozg.lageId);
  const themenfeld = lage && catalogue.themenfeldById.get(lage.themenfeldId);
  const leistungen = catalogue.leistungenByOzg.get(ozg.ozgId) ?? [];
  return {
    title: ozg.name,
    preline: `${messages.ozgLeistung} ${ozg.ozgId}`,
    lead: `Diese OZG-Leistung bündelt ${leistungen.length === 1 ? 'eine Leistung' : `${formatNumber(leistungen.length)} Leistungen`}.`,
    breadcrumb: [
      { label: messages.katalog, href: withDay(addresses.katalog, date) },
      ...(themenfeld
        ? [{ label: themenfeld.name, href: withDay(addresses.themenfeld(themenfeld.id), date) }]
        : []),
      ...(lage ? [{ label: lage.name, href: withDay(addresses.lage(lage.id), date) }] : []),
    ],
    main: html`${dayChoice(addresses.ozg(ozg.ozgId), catalogue.fassung, date)}
${leistungenTable(`Leistungen der OZG-Leistung „${ozg.name}“`, asOf, leistungen)}${stateNote(catalogue.fassung)}`,
    nextSteps: [
      { label: messages.werMachtWas, href: withDay(addresses.werMachtWasOzg(ozg.ozgId), date) },
      { label: 'Zur Suche über alle Leistungen', href: withDay(addresses.leistungen, date) },
    ],
  };
}

/** The entry „ohne OZG-Leistung“ of the tree. */
export function ohneOzgPage(asOf: AsOf): PageContent {
  const { catalogue, date } = asOf;
  return {
    title: messages.ohneOzgTitle,
    lead: messages.ohneOzgLead,
    breadcrumb: [{ label: messages.katalog, href: withDay(addresses.katalog, date) }],
    main: html`${dayChoice(addresses.ohneOzg, catalogue.fassung, date)}
${leistungenTable(messages.ohneOzgTitle, asOf, catalogue.ohneOzg)}${stateNote(catalogue.fassung)}`,
    nextSteps: [{ label: messages.alleLeistungen, href: withDay(addresses.leistungen, date) }],
  };
}
