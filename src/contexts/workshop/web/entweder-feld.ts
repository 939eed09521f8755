import { html } from 'hono/html';
import { button, buttonRow, type Html, selectField } from '#ui';
import type { Json } from '../domain/json.ts';
import { jaOderAusdruck } from '../settings/ja-oder-ausdruck.ts';
import { type Setting, zweigVon } from '../settings/setting.ts';
import { wertLabel } from '../settings/wert-labels.ts';
import { zeichen } from '../settings/zeichen.ts';
import { jaNeinWenn } from './ja-nein-feld.ts';
import { hinweisVon } from './setting-hinweis.ts';
import { type Feld, type Malen, nurZeigen } from './settings-feld.ts';

export function entweder(
  setting: Extract<Setting, { art: 'entweder' }>,
  wert: Json | undefined,
  feld: Feld,
  zeigen: Malen,
): Html {
  const { path, label, pflicht } = feld;
  if (jaOderAusdruck(setting.zweige)) return jaNeinWenn(setting, wert, feld, zeigen);
  const chosen = wert === undefined && !pflicht ? undefined : zweigVon(setting.zweige, wert);
  const choice = selectField({
    name: path + zeichen.zweig,
    label: `${label}: Art`,
    hint: hinweisVon(setting),
    options: setting.zweige.map(({ name }) => ({ value: name, label: wertLabel(name) })),
    value: chosen?.name ?? null,
    placeholder: pflicht ? null : 'Keine',
    optional: !pflicht,
  });
  const show = button('Art übernehmen', {
    kind: 'tertiary',
    small: true,
    name: nurZeigen.zweig,
    value: path,
  });
  const inner =
    chosen && chosen.setting.art === 'gruppe'
      ? html`<div class="lw-stack">${zeigen.teileOf(chosen.setting.teile, wert, path, zeigen)}</div>`
      : chosen
        ? zeigen.settingField(chosen.setting, wert, { path, label, pflicht: true }, zeigen)
        : '';
  return html`<div class="lw-stack">${choice}${buttonRow(show)}${inner}</div>`;
}
