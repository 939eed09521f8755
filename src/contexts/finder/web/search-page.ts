import { html } from 'hono/html';
import type { Catalogue } from '#catalogue';
import { formField, numberIn, type PageAnswer, type PageRequest, page, refusedPage } from '#platform';
import {
  button,
  emptyState,
  errorSummary,
  form,
  formatNumber,
  type Html,
  inputField,
  selectField,
  table,
  textLink,
} from '#ui';
import type { FinderDeps } from '../deps.ts';
import { zielgruppen } from '../domain/zielgruppe.ts';
import { grundText, zielgruppeLabel } from '../messages.ts';
import { type Antwort, type Frage, findLeistungen } from '../use-cases/find-leistungen.ts';
import { paths } from './paths.ts';

const shown = 20;
const longestShown = 200;

/** Search as people have it, with the reason of every hit: to try words out. */
export async function showSearch(deps: FinderDeps, { query }: PageRequest): Promise<PageAnswer> {
  const text = formField(query, 'suche');
  const ort = formField(query, 'ort');
  const catalogue = await deps.catalogue();
  const content = (main: Html) => ({
    title: 'Suche',
    lead: 'Leistungen finden, in den Worten der Menschen. Bei jedem Treffer steht, warum er gefunden wurde.',
    main: html`${searchForm(catalogue, query)}${main}`,
  });
  if (text === '') return page(content(hint));
  const found = await findLeistungen(deps, frageOf(query, text, ort));
  if (found.ok) return page(content(results(found.value, catalogue)));
  const problems = found.refusal.fields ?? [{ field: 'ort', message: found.refusal.message }];
  return refusedPage(content(html`${errorSummary(problems)}`), found.refusal);
}

const hint = emptyState({
  title: 'Noch nichts gesucht',
  body: 'Schreiben Sie, was Sie suchen, so wie Sie es sagen würden. Ein Ort darf dabei stehen.',
});

function frageOf(query: URLSearchParams, text: string, ort: string): Frage {
  const themenfeldId = numberIn(query.get('themenfeld'));
  const zielgruppe = zielgruppen.find((each) => each === query.get('fuer'));
  return {
    text,
    ort,
    limit: shown,
    facetten: {
      ...(themenfeldId > 0 ? { themenfeldId } : {}),
      ...(zielgruppe === undefined ? {} : { zielgruppe }),
    },
  };
}

function searchForm({ themenfelder }: Catalogue, query: URLSearchParams): Html {
  const field = (name: string) => formField(query, name).slice(0, longestShown);
  const fields = html`<div class="lw-inline-form">${inputField({ name: 'suche', label: 'Was suchen Sie?', type: 'search', value: field('suche') })}
    ${inputField({ name: 'ort', label: 'Ort oder Postleitzahl', value: field('ort'), optional: true })}
    ${selectField({ name: 'themenfeld', label: 'Themenfeld', value: field('themenfeld'), placeholder: 'Alle', options: themenfelder.map(({ id, name }) => ({ value: String(id), label: name })) })}
    ${selectField({ name: 'fuer', label: 'Für', value: field('fuer'), placeholder: 'Alle', options: zielgruppen.map((value) => ({ value, label: zielgruppeLabel[value] })) })}
    ${button('Suchen')}</div>`;
  return html`<div role="search">${form({ action: paths.suche, method: 'get', label: 'Leistungen suchen' }, fields)}</div>`;
}

function results(antwort: Antwort, catalogue: Catalogue): Html {
  const { treffer, gesamt, ort, facetten } = antwort;
  const meant = html`${meantLink(antwort)}${placeLinks(antwort)}`;
  if (gesamt === 0) return html`${meant}${nothing}`;
  const rows = treffer.map((one) => [
    textLink(`/katalog/leistungen/${one.leistungId}`, one.name),
    one.ozgId === null
      ? ''
      : `${one.ozgName}${one.weitere > 0 ? `, ${formatNumber(one.weitere)} weitere` : ''}`,
    grundText(one.grund),
    formatNumber(Math.min(100, Math.round(one.score * 100))),
  ]);
  const felder = facetten.themenfelder
    .map(
      ({ themenfeldId, anzahl }) => `${catalogue.themenfeldById.get(themenfeldId)?.name ?? ''} (${anzahl})`,
    )
    .join(', ');
  return html`${meant}<p role="status">${formatNumber(gesamt)} gefunden${ort === null ? '' : ` für ${ort.name}`}. ${felder === '' ? '' : `Nach Themenfeld: ${felder}.`}</p>
    ${table({
      caption: 'Treffer',
      captionHidden: true,
      columns: [
        { label: 'Leistung', width: 'wide' },
        { label: 'OZG-Leistung' },
        { label: 'Gefunden in' },
        { label: 'Passt (100 ist alles)', numeric: true },
      ],
      rows,
    })}`;
}

function meantLink({ meinten }: Antwort): Html | '' {
  if (meinten === null) return '';
  return html`<p>Meinten Sie ${textLink(`${paths.suche}?suche=${encodeURIComponent(meinten)}`, meinten)}?</p>`;
}

function placeLinks({ orte, frage }: Antwort): Html | '' {
  if (orte.length === 0) return '';
  const links = orte.map(({ ags, name }) => {
    const address = `${paths.suche}?${new URLSearchParams({ suche: frage, ort: ags })}`;
    return html`<li>${textLink(address, name)}</li>`;
  });
  return html`<p>Diesen Namen gibt es mehrmals. Welchen Ort meinen Sie?</p><ul class="kern-list">${links}</ul>`;
}

const nothing = emptyState({
  title: 'Nichts gefunden',
  body: 'Versuchen Sie andere Wörter, oder weniger. Was oft vergeblich gesucht wird, sieht die Redaktion, ohne zu wissen, von wem.',
});
