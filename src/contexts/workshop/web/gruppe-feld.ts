import { html } from 'hono/html';
import { accordion, fieldset, type Html } from '#ui';
import type { Json } from '../domain/json.ts';
import type { Teil } from '../settings/setting.ts';
import { type Feld, type Malen, problemIn } from './settings-feld.ts';

export function gruppe(
  teile: readonly Teil[],
  wert: Json | undefined,
  feld: Feld,
  zeigen: Malen,
  hint: string | undefined,
): Html {
  const body = html`<div class="lw-stack">${zeigen.teileOf(teile, wert, feld.path, zeigen)}</div>`;
  if (feld.pflicht) return fieldset(feld.label, body, { hint });
  const open = wert !== undefined || problemIn(zeigen, feld.path);
  return accordion({
    title: `${feld.label} (freiwillig)`,
    open,
    body: hint ? html`<p class="kern-hint">${hint}</p>${body}` : body,
  });
}
