import { html } from 'hono/html';
import { type Html, table } from '#ui';
import type { Catalogue, Leistung } from '../domain/catalogue.ts';
import { messages, leikaPartTexts as texts } from '../messages.ts';

/** The parts of a LeiKa key one by one, each with what it says. */
export function leikaTable(catalogue: Catalogue, leistung: Leistung): Html {
  const { leika, gruppe, objekt, verrichtung, detail } = leistung;
  if (leika === null || !gruppe || !objekt || !verrichtung || !detail) {
    return html`<p class="kern-body">${messages.keinSchluessel}</p>`;
  }
  return table({
    caption: messages.schluessel,
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Teil' },
      { label: 'Ziffern', width: 'narrow' },
      { label: 'Bezeichnung', width: 'wide' },
    ],
    rows: [
      [texts.kennung, '99', 'Leistungskatalog (LeiKa)'],
      [texts.gruppe, gruppe, texts.ohneName],
      [texts.objekt, objekt.slice(5), objectName(catalogue, objekt) ?? texts.ohneName],
      [texts.verrichtung, verrichtung, verrichtungName(leistung)],
      [texts.detail, detail, detail === '000' ? texts.ohneDetail : leistung.name],
    ],
  });
}

/** The catalogue names an object where it holds the entry without Verrichtung and detail. */
function objectName(catalogue: Catalogue, objekt: string): string | undefined {
  return catalogue.leistungByLeika.get(`${objekt}000000`)?.name;
}

function verrichtungName({ verrichtung, verrichtungName: name }: Leistung): string {
  if (verrichtung === '000') return 'das Leistungsobjekt als Ganzes';
  return name ?? texts.ohneName;
}
