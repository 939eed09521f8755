import { html } from 'hono/html';
import { accordion, type Html } from '#ui';
import { alleElemente, elementAm, elementeOf } from '../domain/elemente.ts';
import { isObject, type Json, property, textAt } from '../domain/json.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { typeLabel } from '../settings/type-labels.ts';

const stumm = new Set(['page', 'section', 'info', 'summary']);

/** What expressions can name: answers, rows of groups, and values of the Kommune. */
export function namenFuerAusdruecke({ dienst, formular }: Dokumente): Html {
  const answers = alleElemente(elementeOf(formular))
    .filter(({ art }) => !stumm.has(art))
    .map(({ weg, titel, art }) => {
      const group = weg.slice(1, -1).findLast((_, index) => inGruppe(formular, weg.slice(0, index + 2)));
      const name = weg.at(-1) ?? '';
      return html`<li><code>${group === undefined ? name : `row.${name}`}</code> ${titel} (${typeLabel(art)}${group === undefined ? '' : `, in ${group}`})</li>`;
    });
  const parameters = property(dienst, 'parameters');
  const values = Object.entries(isObject(parameters) ? parameters : {}).map(
    ([name, each]) => html`<li><code>param.${name}</code> ${textAt(each, 'label')} (Wert der Kommune)</li>`,
  );
  const heute = html`<li><code>today</code> Der Tag, an dem jemand ausfüllt (Datum)</li>`;
  const body = html`<ul class="kern-list kern-list--bullet">${answers}${values}${heute}</ul><p class="kern-body">Ein Ausdruck kann nur nennen, was vor ihm steht. Zum Beispiel: <code>anzahl &gt; 2</code>, <code>art = 'holz'</code>, <code>'holz' in art</code>, <code>not answered(email)</code>, <code>tag &lt;= today and anzahl &gt; 2</code>, <code>any(hunde, row.gross)</code></p><p class="kern-body">Gleich ist ein einfaches <code>=</code>. Verbunden wird mit <code>and</code>, <code>or</code> und <code>not</code>.</p>`;
  return accordion({ title: 'Namen für Bedingungen und Ausdrücke', body });
}

function inGruppe(formular: Json, weg: readonly string[]): boolean {
  return ['group', 'table'].includes(elementAm(formular, weg)?.art ?? '');
}
