import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import type { Html, PageContent } from '#platform';
import { formatLeikaKey } from '#standards/leika';
import { descriptionList, externalLink, formatNumber, section, textLink } from '#ui';
import type { AsOf } from '../domain/as-of.ts';
import type { Catalogue, Leistung } from '../domain/catalogue.ts';
import { explainLeistung } from '../domain/explain-leistung.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import type { LeistungView } from '../views/leistung-view.ts';
import { pathOfLeistung } from '../views/path-of-leistung.ts';
import { sistersOf } from '../views/sisters.ts';
import { withDay } from '../views/with-day.ts';
import { dayOfLeistung } from './day-choice.ts';
import { endeSection } from './ende-section.ts';
import { leikaTable } from './leika-table.ts';
import { leistungenTable } from './leistungen-table.ts';
import { stateNote } from './state-note.ts';
import { werMachtSection } from './wer-macht-section.ts';

const shownSisters = 15;

/** One Leistung with everything that the catalogue says of it, in words, and who executes it. */
export function leistungPage(
  { leistung, stock: catalogue, asOf, day, vollzug }: LeistungView,
  mayRelease = false,
  hinweis: Html = '',
): PageContent {
  const { date, enden } = asOf;
  return {
    title: leistung.name,
    preline: messages.leistung,
    breadcrumb: breadcrumbOf(pathOfLeistung(catalogue, leistung), date),
    main: html`
${dayOfLeistung(addresses.leistung(leistung.id), catalogue.fassung, day)}
${endeSection(enden.get(leistung.id), day)}
${section(messages.steckbrief, facts(catalogue, leistung, date))}
${section(messages.werMacht, werMachtSection(catalogue, leistung, vollzug))}
${section(messages.rechtsgrundlagen, rechtsgrundlagen(leistung))}
${section(messages.schluessel, leikaTable(catalogue, leistung))}
${hinweis}
${sisters(asOf, leistung)}
${stateNote(catalogue.fassung)}`,
    nextSteps: [
      { label: messages.zustaendig, href: withDay(addresses.zustaendigkeit(leistung.id), date) },
      { label: messages.werMachtWas, href: withDay(addresses.werMachtWas(leistung.id), date) },
      ...(mayRelease ? [{ label: messages.textFreigeben, href: addresses.freigabe(leistung.id) }] : []),
      { label: 'Verlauf über die Fassungen', href: addresses.verlauf(leistung.id) },
      { label: messages.alleLeistungen, href: withDay(addresses.leistungen, date) },
    ],
  };
}

function breadcrumbOf({ themenfeld, lage, ozg }: ReturnType<typeof pathOfLeistung>, date: LocalDate | null) {
  const link = (label: string, href: string) => ({ label, href: withDay(href, date) });
  const katalog = link(messages.katalog, addresses.katalog);
  if (!ozg) return [katalog, link(messages.ohneOzg, addresses.ohneOzg)];
  return [
    katalog,
    ...(themenfeld ? [link(themenfeld.name, addresses.themenfeld(themenfeld.id))] : []),
    ...(lage ? [link(lage.name, addresses.lage(lage.id))] : []),
    link(ozg.name, addresses.ozg(ozg.ozgId)),
  ];
}

function facts(catalogue: Catalogue, leistung: Leistung, date: LocalDate | null) {
  const { ozg } = pathOfLeistung(catalogue, leistung);
  return descriptionList([
    ['Nummer in Leitwerk', leistung.id],
    ['LeiKa-Schlüssel', leistung.leika ? formatLeikaKey(leistung.leika) : 'keiner im Katalog'],
    [
      messages.ozgLeistung,
      ozg ? textLink(withDay(addresses.ozg(ozg.ozgId), date), `${ozg.ozgId} ${ozg.name}`) : messages.ohneOzg,
    ],
    ['Verrichtung', explainLeistung(catalogue, leistung).verrichtung],
    ['Single Digital Gateway', sdgText(leistung)],
    ['Stand', formatLocalDate(catalogue.fassung.stand)],
  ]);
}

function sdgText({ sdg1, sdg2 }: Leistung): string {
  if (sdg1 === null && sdg2 === null) return 'Der Katalog macht keine Angabe.';
  const annexes = [sdg1 ? messages.sdg1 : '', sdg2 ? messages.sdg2 : ''].filter(Boolean);
  const regulation = 'der Verordnung (EU) 2018/1724';
  return annexes.length > 0
    ? `${annexes.join(' und ')} ${regulation}`
    : `Von keinem Anhang ${regulation} erfasst.`;
}

function rechtsgrundlagen(leistung: Leistung) {
  const { rechtsgrundlagen: normen, gesetze } = leistung;
  const laws = gesetze.length > 0 ? descriptionList([['Gesetze', gesetze.join(', ')]]) : '';
  if (normen.length === 0) return html`<p class="kern-body">${messages.keineRechtsgrundlagen}</p>${laws}`;
  return html`<ul class="kern-list kern-list--bullet">${normen.map(({ text, url }) => html`<li>${url ? externalLink(url, text) : text}</li>`)}</ul>${laws}`;
}

function sisters(asOf: AsOf, leistung: Leistung) {
  const { gleichesObjekt, gleicheOzg } = sistersOf(asOf.catalogue, leistung);
  const groups = [
    { title: messages.gleichesObjekt, rows: gleichesObjekt },
    { title: messages.gleicheOzg, rows: gleicheOzg },
  ].filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) return '';
  const shown = groups.map(
    ({ title, rows }) => html`<h3 class="kern-heading-small">${title} (${formatNumber(rows.length)})</h3>
${leistungenTable(title, asOf, rows.slice(0, shownSisters))}${more(asOf, leistung, rows.length - shownSisters)}`,
  );
  return section(messages.geschwister, html`${shown}`);
}

function more({ date }: AsOf, leistung: Leistung, count: number) {
  if (count <= 0) return '';
  const words = leistung.objekt ?? leistung.name;
  const href =
    leistung.ozgId === null
      ? `${addresses.leistungen}?suche=${encodeURIComponent(words)}`
      : addresses.ozg(leistung.ozgId);
  return html`<p class="kern-body">${textLink(withDay(href, date), `und ${formatNumber(count)} weitere`)}</p>`;
}
