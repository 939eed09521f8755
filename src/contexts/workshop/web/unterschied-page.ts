import { html } from 'hono/html';
import { type PageAnswer, type PageRoute, page, refusal } from '#platform';
import {
  badge,
  button,
  buttonRow,
  emptyState,
  form,
  formatInstant,
  type Html,
  selectField,
  table,
  textLink,
} from '#ui';
import { unterschiedeInWorten } from '../bedingung/unterschiede-in-worten.ts';
import type { WorkshopDeps } from '../deps.ts';
import type { Unterschied } from '../domain/unterschied.ts';
import { angabeWort } from '../settings/angabe-wort.ts';
import { faktorVon, inEinheit } from '../settings/einheit.ts';
import { ortText } from '../settings/ort.ts';
import { typeLabel } from '../settings/type-labels.ts';
import { wertLabel } from '../settings/wert-labels.ts';
import { staendeVon, standNamens } from '../use-cases/staende.ts';
import { adresse, entwurfSeite, type Offen, route, withEntwurf } from './answers.ts';

/** What differs between two states, and what was done one after the other. */
export function unterschiedRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  return [
    route('GET', 'workshop.diff', '/:dienst/unterschied', (request) => withEntwurf(deps, request, show)),
    route('GET', 'workshop.show', '/:dienst/verlauf', (request) => withEntwurf(deps, request, history)),
  ];
}

async function show(offen: Offen): Promise<PageAnswer> {
  const { deps, autor, entwurf, request } = offen;
  const staende = await staendeVon(deps, entwurf);
  const newest = staende.find(({ name }) => name.startsWith('fassung-')) ?? staende.at(-1);
  const von = request.query.get('von') || (newest?.name ?? 'jetzt');
  const bis = request.query.get('bis') || 'jetzt';
  const [before, after] = [
    await standNamens(deps, autor, entwurf.dienst, von),
    await standNamens(deps, autor, entwurf.dienst, bis),
  ];
  if (!before.ok) return refusal(before.refusal);
  if (!after.ok) return refusal(after.refusal);
  const options = staende.map(({ name, titel }) => ({ value: name, label: titel }));
  const main = html`${form(
    { action: adresse(entwurf.dienst, 'unterschied'), method: 'get', label: 'Stände wählen' },
    html`<div class="lw-werkstatt-wahl">${selectField({ name: 'von', label: 'Von', options, value: von, placeholder: null })}${selectField({ name: 'bis', label: 'Bis', options, value: bis, placeholder: null })}</div>${buttonRow(button('Vergleichen', { kind: 'secondary' }))}`,
  )}${unterschiedTabelle(entwurf.dienst, unterschiedeInWorten(before.value, after.value))}${staende.some(({ name }) => name.startsWith('fassung-')) ? html`<p class="kern-body">${textLink(`/werkstatt/unterschied/${entwurf.dienst}`, 'Was neue Fassungen für begonnene Anträge heißen')}</p>` : ''}`;
  return page(entwurfSeite(offen, 'unterschied', { title: 'Unterschiede', main, wide: true }));
}

const artBadge: Readonly<Record<Unterschied['art'], Html>> = {
  neu: badge('success', 'Neu'),
  entfernt: badge('danger', 'Entfernt'),
  geaendert: badge('info', 'Geändert'),
  verschoben: badge('neutral', 'Verschoben'),
};

/** Settings whose values are words of the format. */
const gewaehlt = /(^|\.)(display|style|filledBy|evidence|period|data|questions|state|from|end)$/;

function wertWort(name: string, wert: string): string {
  if (/(^|\.)type$/.test(name)) return typeLabel(wert);
  if (faktorVon(name) > 1 && /^\d+$/.test(wert)) return inEinheit(name, Number(wert));
  return gewaehlt.test(name) ? wertLabel(wert) : wert;
}

export function unterschiedTabelle(dienst: string, all: readonly Unterschied[]): Html {
  return table({
    caption: 'Unterschiede',
    captionHidden: true,
    columns: [{ label: 'Wo' }, { label: 'Was' }, { label: 'Angaben', width: 'wide' }],
    rows: all.map(({ ort, weg, art, angaben }) => [
      weg ? textLink(adresse(dienst, 'teil', { ort: ortText(weg) }), ort) : ort,
      artBadge[art],
      html`<ul class="kern-list">${angaben.map(({ name, vorher, nachher }) => html`<li><strong>${angabeWort(name)}:</strong> ${vorher === '' ? '' : html`<del>${wertWort(name, vorher)}</del> `}${nachher === '' ? '' : html`<ins>${wertWort(name, nachher)}</ins>`}</li>`)}</ul>`,
    ]),
    empty: emptyState({ title: 'Kein Unterschied', body: 'Beide Stände sind gleich.' }),
  });
}

async function history(offen: Offen): Promise<PageAnswer> {
  const { deps, autor, entwurf } = offen;
  const names = await deps.namen(autor.anbieter.tenant);
  const rows = entwurf.schritte
    .toReversed()
    .map(({ nummer, was, am, von }) => [
      `${nummer}`,
      html`${textLink(adresse(entwurf.dienst, 'unterschied', { von: `schritt-${Math.max(1, nummer - 1)}`, bis: `schritt-${nummer}` }), was)}${nummer === entwurf.lage.stand ? html` ${badge('neutral', 'Gilt')}` : ''}`,
      formatInstant(am),
      names.get(von) ?? von,
    ]);
  const main = table({
    caption: 'Verlauf',
    captionHidden: true,
    columns: [
      { label: 'Schritt', width: 'narrow' },
      { label: 'Was', width: 'wide' },
      { label: 'Wann' },
      { label: 'Wer' },
    ],
    rows,
  });
  const lead = 'Jeder Schritt bleibt erhalten. „Zurücknehmen“ im Aufbau macht den letzten ungeschehen.';
  return page(entwurfSeite(offen, 'verlauf', { title: 'Verlauf', lead, main, wide: true }));
}
