import { html } from 'hono/html';
import { accordion, errorOf, fieldId, fieldset, type Html } from '#ui';
import { type Json, property } from '../domain/json.ts';
import type { Setting, Teil } from '../settings/setting.ts';
import { rahmen, verwaltung } from './liste-rahmen.ts';
import { type Feld, type Malen, problemIn, type Zeigen } from './settings-feld.ts';

export function liste(
  teil: Setting,
  werte: readonly Json[],
  feld: Feld,
  zeigen: Malen,
  hint: string | undefined,
): Html {
  const { path, label, pflicht } = feld;
  const blanks = zeigen.mehr === path || (pflicht && werte.length === 0) ? 1 : 0;
  const rows = [...werte, ...Array.from({ length: blanks }, () => undefined)];
  const items = rows.map((wert, index) =>
    zeile(
      teil,
      wert,
      { path: `${path}[${index}]`, label, index, many: rows.length > 1 && wert !== undefined },
      zeigen,
    ),
  );
  return rahmen(feld, hint, html`${error(zeigen, path)}${items}`, rows.length);
}

/** Takes the focus, so that the page comes back where the entry was added, without script too. */
export const neuerEintrag = html`<p class="kern-sr-only" tabindex="-1" autofocus>Neuer Eintrag</p>`;

export interface Zeile {
  readonly path: string;
  readonly label: string;
  readonly index: number;
  readonly many: boolean;
}

export function zeile(
  teil: Setting,
  wert: Json | undefined,
  { path, label, index, many }: Zeile,
  zeigen: Malen,
): Html {
  const inner =
    teil.art === 'gruppe'
      ? teileDerZeile(teil.teile, wert, path, zeigen)
      : zeigen.settingField(teil, wert, { path, label, pflicht: true }, zeigen);
  return fieldset(
    wert === undefined ? `${label}: neuer Eintrag` : `${label}: Eintrag ${index + 1}`,
    html`${wert === undefined && zeigen.mehr === path.replace(/\[\d+\]$/, '') ? neuerEintrag : ''}${inner}${verwaltung(path, index, wert !== undefined, many)}`,
  );
}

/** What an entry needs or has; the rest stands in a part that opens, so that long lists stay short. */
export function teileDerZeile(
  teile: readonly Teil[],
  wert: Json | undefined,
  path: string,
  zeigen: Malen,
): Html {
  const needed = ({ name, pflicht, setting }: Teil) => {
    const at = `${path}.${name}`;
    const asked = problemIn(zeigen, at) || zeigen.mehr?.startsWith(at) === true;
    return pflicht || setting.art === 'fest' || asked || property(wert, name) !== undefined;
  };
  const rest = teile.filter((teil) => !needed(teil));
  if (rest.length < 2) return html`${zeigen.teileOf(teile, wert, path, zeigen)}`;
  const more = html`<div class="lw-stack">${zeigen.teileOf(rest, wert, path, zeigen)}</div>`;
  return html`${zeigen.teileOf(teile.filter(needed), wert, path, zeigen)}${accordion({ title: 'Mehr zu diesem Eintrag', body: more })}`;
}

function error({ problems }: Zeigen, path: string): Html {
  const message = errorOf(problems, path);
  return message
    ? html`<p class="kern-error" id="${fieldId({ name: path })}"><span class="kern-body">${message}</span></p>`
    : html``;
}
