import { html } from 'hono/html';
import { errorOf, fieldset, type Html } from '#ui';
import type { Json } from '../domain/json.ts';
import type { Setting } from '../settings/setting.ts';
import { rahmen, verwaltung } from './liste-rahmen.ts';
import type { Feld, Malen, Zeigen } from './settings-feld.ts';

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
      ? zeigen.teileOf(teil.teile, wert, path, zeigen)
      : zeigen.settingField(teil, wert, { path, label, pflicht: true }, zeigen);
  return fieldset(
    wert === undefined ? `${label}: neuer Eintrag` : `${label}: Eintrag ${index + 1}`,
    html`${inner}${verwaltung(path, index, wert !== undefined, many)}`,
  );
}

function error({ problems }: Zeigen, path: string): Html {
  const message = errorOf(problems, path);
  return message
    ? html`<p class="kern-error" id="${`feld-${path.replaceAll(/[^A-Za-z0-9_-]+/g, '-')}`}"><span class="kern-body">${message}</span></p>`
    : html``;
}
