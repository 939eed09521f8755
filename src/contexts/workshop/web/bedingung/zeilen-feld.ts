import { html } from 'hono/html';
import {
  type Angebot,
  angebote,
  type Block,
  type Gegenstand,
  gruppen,
  istBlock,
  type Quantor,
  type Sicht,
  vergleiche,
  type Zeile,
  type Zusammenstellung,
} from '#forms/bedingungen';
import { buttonRow, fieldset, type Html, selectField } from '#ui';
import { gegenstandText, zeilenName } from '../../bedingung/felder.ts';
import { handgriffKnopf } from './handgriff-knopf.ts';
import { wertFeld } from './wert-feld.ts';
import { quantoren, verbunden, vergleichWort } from './worte.ts';

interface Ort {
  readonly path: string;
  readonly sicht: Sicht;
  readonly alle: readonly Angebot[];
  readonly bei: readonly number[] | null;
}

/** All lines of a condition with the buttons that add and take away. */
export function zeilenFelder(
  { alle, teile }: Zusammenstellung,
  at: { readonly path: string; readonly sicht: Sicht; readonly bei: readonly number[] | null },
): Html {
  const ort: Ort = { ...at, alle: angebote(at.sicht) };
  const base = zeilenName(at.path);
  const items = teile.map((teil, index) =>
    istBlock(teil) ? blockFeld(teil, [index], ort) : zeileFeld(teil, [index], ort, null),
  );
  return html`<input type="hidden" name="${base}" value="zeilen"><input type="hidden" name="${base}.n" value="${teile.length}">${fokus(ort, [])}${
    teile.length > 1 ? verbindung(base, alle) : ''
  }${items}${buttonRow(
    handgriffKnopf('Weitere Zeile', 'zeile', ort.path),
    handgriffKnopf('Weitere Zeilengruppe', 'gruppe', ort.path),
  )}`;
}

function verbindung(at: string, alle: boolean): Html {
  return selectField({
    name: `${at}.alle`,
    label: 'Wie die Zeilen verbunden sind',
    options: verbunden,
    value: alle ? 'alle' : 'eine',
    placeholder: null,
  });
}

/** Takes the focus where something was pressed, so that the page comes back there, without script too. */
function fokus({ bei }: Ort, wo: readonly number[]): Html {
  if (bei === null || bei.join() !== wo.join()) return html``;
  const text = wo.length === 0 ? 'Bedingung' : `Zeile ${wo.map((index) => index + 1).join('.')}`;
  return html`<p class="kern-sr-only" tabindex="-1" autofocus>${text}</p>`;
}

const zusammen = { value: 'einem ', label: 'zusammen, wie in einer Klammer' };

/** Lines that belong together: as in brackets, or within one entry of a group. */
function blockFeld(block: Block, wo: readonly [number], ort: Ort): Html {
  const at = zeilenName(ort.path, wo);
  const where = gruppen(ort.sicht).flatMap(({ name, titel }) =>
    (Object.keys(quantoren) as Quantor[]).map((quantor) => ({
      value: `${quantor} ${name}`,
      label: `${quantoren[quantor]} von „${titel}“`,
    })),
  );
  const scope =
    where.length === 0
      ? html`<input type="hidden" name="${at}.in" value="${zusammen.value}">`
      : selectField({
          name: `${at}.in`,
          label: 'Wo diese Zeilen gelten',
          options: [zusammen, ...where],
          value: block.gruppe === null ? zusammen.value : `${block.quantor} ${block.gruppe}`,
          placeholder: null,
        });
  const lines = block.zeilen.map((zeile, index) => zeileFeld(zeile, [...wo, index], ort, block));
  const content = fieldset(
    `Zeilengruppe ${wo[0] + 1}`,
    html`${fokus(ort, wo)}<input type="hidden" name="${at}" value="block"><input type="hidden" name="${at}.n" value="${lines.length}">${scope}${verbindung(at, block.alle)}${lines}${buttonRow(
      handgriffKnopf(`Weitere Zeile in Zeilengruppe ${wo[0] + 1}`, 'zeile', ort.path, wo),
      handgriffKnopf(`Zeilengruppe ${wo[0] + 1} entfernen`, 'weg', ort.path, wo),
    )}`,
  );
  return html`<div class="lw-bedingung-gruppe">${content}</div>`;
}

function zeileFeld(zeile: Zeile, wo: readonly number[], ort: Ort, block: Block | null): Html {
  const at = zeilenName(ort.path, wo);
  const { gegenstand } = zeile;
  const number = wo.map((index) => index + 1).join('.');
  const offered = ort.alle.filter((each) =>
    block === null || block.gruppe === null ? true : each.gegenstand.gruppe === block.gruppe,
  );
  const angebot = gegenstand && (offered.find((each) => gleich(each.gegenstand, gegenstand)) ?? null);
  const known = offered.map((each) => ({
    value: gegenstandText(each.gegenstand),
    label: each.titel,
    group: each.unter,
  }));
  const chosen = gegenstand ? gegenstandText(gegenstand) : '';
  const missing =
    gegenstand !== null && angebot === null ? [{ value: chosen, label: gegenstand.ausdruck }] : [];
  const parts = html`${gegenstand ? '' : fokus(ort, wo)}<input type="hidden" name="${at}" value="zeile"><input type="hidden" name="${at}.war" value="${chosen}">${selectField(
    {
      name: `${at}.frage`,
      label: 'Frage',
      options: [...known, ...missing],
      value: chosen,
    },
  )}${gegenstand ? vergleichFelder(zeile, gegenstand, angebot, { at, wo, ort, block }) : ''}`;
  return fieldset(
    `Zeile ${number}`,
    html`<div class="lw-bedingung-zeile">${parts}</div>${buttonRow(
      handgriffKnopf(
        gegenstand ? `Auswahl in Zeile ${number} übernehmen` : 'Weiter mit dieser Frage',
        'zeigen',
        ort.path,
        wo,
      ),
      handgriffKnopf(`Zeile ${number} entfernen`, 'weg', ort.path, wo),
    )}`,
  );
}

function vergleichFelder(
  zeile: Zeile,
  gegenstand: Gegenstand,
  angebot: Angebot | null,
  {
    at,
    wo,
    ort,
    block,
  }: { readonly at: string; readonly wo: readonly number[]; readonly ort: Ort; readonly block: Block | null },
): Html {
  const { art, gruppe } = gegenstand;
  const entries =
    gruppe === null || block?.gruppe === gruppe
      ? ''
      : selectField({
          name: `${at}.quantor`,
          label: 'Wo das gilt',
          options: Object.entries(quantoren).map(([value, label]) => ({
            value,
            label: `${label} von „${gruppenTitel(ort, gruppe)}“`,
          })),
          value: zeile.quantor,
          placeholder: null,
        });
  const compare = selectField({
    name: `${at}.vergleich`,
    label: 'Vergleich',
    options: vergleiche[art].map((value) => ({ value, label: vergleichWort(value, art) })),
    value: zeile.vergleich,
    placeholder: null,
  });
  const shown = zeile.vergleich === null ? { ...zeile, vergleich: vergleiche[art][0] } : zeile;
  return html`${fokus(ort, wo)}${entries}${compare}${wertFeld(shown, angebot, ort.sicht, at)}`;
}

function gleich(one: Gegenstand, other: Gegenstand): boolean {
  return gegenstandText(one) === gegenstandText(other);
}

function gruppenTitel({ sicht }: Ort, gruppe: string): string {
  return gruppen(sicht).find(({ name }) => name === gruppe)?.titel ?? gruppe;
}
