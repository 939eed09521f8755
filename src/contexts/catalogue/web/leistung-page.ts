import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageContent } from '#platform';
import { formatLeikaKey } from '#standards/leika';
import { descriptionList, externalLink, formatNumber, section, textLink } from '#ui';
import type { Catalogue, Leistung } from '../domain/catalogue.ts';
import { explainLeistung } from '../domain/explain-leistung.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import type { Hinzu } from '../views/leistung-json.ts';
import { pathOfLeistung } from '../views/path-of-leistung.ts';
import { sistersOf } from '../views/sisters.ts';
import { endeSection } from './ende-section.ts';
import { leikaTable } from './leika-table.ts';
import { leistungenTable } from './leistungen-table.ts';
import { stateNote } from './state-note.ts';
import { werMachtSection } from './wer-macht-section.ts';

const shownSisters = 15;

/** One Leistung with everything that the catalogue says of it, in words, and who executes it. */
export function leistungPage(
  catalogue: Catalogue,
  leistung: Leistung,
  { ende, vollzug }: Hinzu,
  mayRelease = false,
): PageContent {
  const path = pathOfLeistung(catalogue, leistung);
  return {
    title: leistung.name,
    preline: messages.leistung,
    breadcrumb: breadcrumbOf(path),
    main: html`
${endeSection(ende)}
${section(messages.steckbrief, facts(catalogue, leistung))}
${section(messages.werMacht, werMachtSection(catalogue, leistung, vollzug))}
${section(messages.rechtsgrundlagen, rechtsgrundlagen(leistung))}
${section(messages.schluessel, leikaTable(catalogue, leistung))}
${sisters(catalogue, leistung)}
${stateNote(catalogue.fassung)}`,
    nextSteps: [
      { label: messages.zustaendig, href: addresses.zustaendigkeit(leistung.id) },
      { label: messages.werMachtWas, href: addresses.werMachtWas(leistung.id) },
      ...(mayRelease ? [{ label: messages.textFreigeben, href: addresses.freigabe(leistung.id) }] : []),
      { label: 'Verlauf über die Fassungen', href: addresses.verlauf(leistung.id) },
      { label: messages.alleLeistungen, href: addresses.leistungen },
    ],
  };
}

function breadcrumbOf({ themenfeld, lage, ozg }: ReturnType<typeof pathOfLeistung>) {
  const katalog = { label: messages.katalog, href: addresses.katalog };
  if (!ozg) return [katalog, { label: messages.ohneOzg, href: addresses.ohneOzg }];
  return [
    katalog,
    ...(themenfeld ? [{ label: themenfeld.name, href: addresses.themenfeld(themenfeld.id) }] : []),
    ...(lage ? [{ label: lage.name, href: addresses.lage(lage.id) }] : []),
    { label: ozg.name, href: addresses.ozg(ozg.ozgId) },
  ];
}

function facts(catalogue: Catalogue, leistung: Leistung) {
  const { ozg } = pathOfLeistung(catalogue, leistung);
  return descriptionList([
    ['Nummer in Leitwerk', leistung.id],
    ['LeiKa-Schlüssel', leistung.leika ? formatLeikaKey(leistung.leika) : 'keiner im Katalog'],
    [
      messages.ozgLeistung,
      ozg ? textLink(addresses.ozg(ozg.ozgId), `${ozg.ozgId} ${ozg.name}`) : messages.ohneOzg,
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

function sisters(catalogue: Catalogue, leistung: Leistung) {
  const { gleichesObjekt, gleicheOzg } = sistersOf(catalogue, leistung);
  const groups = [
    { title: messages.gleichesObjekt, rows: gleichesObjekt },
    { title: messages.gleicheOzg, rows: gleicheOzg },
  ].filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) return '';
  const shown = groups.map(
    ({ title, rows }) => html`<h3 class="kern-heading-small">${title} (${formatNumber(rows.length)})</h3>
${leistungenTable(title, catalogue, rows.slice(0, shownSisters))}${more(leistung, rows.length - shownSisters)}`,
  );
  return section(messages.geschwister, html`${shown}`);
}

function more(leistung: Leistung, count: number) {
  if (count <= 0) return '';
  const words = leistung.objekt ?? leistung.name;
  const href =
    leistung.ozgId === null
      ? `${addresses.leistungen}?suche=${encodeURIComponent(words)}`
      : addresses.ozg(leistung.ozgId);
  return html`<p class="kern-body">${textLink(href, `und ${formatNumber(count)} weitere`)}</p>`;
}
