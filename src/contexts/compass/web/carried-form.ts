import { html } from 'hono/html';
import { type PageRoute, refusal } from '#platform';
import { button, form, formatNumber, type Html } from '#ui';
import type { CompassDeps } from '../doors-deps.ts';
import { confirmCarried } from '../use-cases/confirm-carried.ts';
import { editorOf, type Reader } from '../use-cases/editor.ts';
import type { StandZeile } from '../use-cases/stand-liste.ts';
import { done } from './answers.ts';

/** Confirms all statements that were carried along, where there are some and the person may. */
export function carriedForm(
  { reader, zeilen }: { readonly reader: Reader; readonly zeilen: readonly StandZeile[] },
  csrfToken: string,
): Html | '' {
  const carried = zeilen.filter(({ mitgezogenAus }) => mitgezogenAus !== null).length;
  if (carried === 0 || !reader.darfPflegen) return '';
  return form(
    { action: '/stand/mitgezogen', csrfToken, label: 'Mitgezogene Angaben bestätigen' },
    html`<p class="kern-body">Der Katalog hat Leistungen geteilt oder zusammengelegt. Ihre Angaben sind mitgezogen, zählen aber erst, wenn Sie sie bestätigen.</p>${button(
      `Alle ${formatNumber(carried)} mitgezogenen Angaben bestätigen`,
      { kind: 'secondary' },
    )}`,
  );
}

/** Takes the confirmation. */
export function carriedRoutes(deps: CompassDeps): readonly PageRoute[] {
  return [
    {
      capability: 'compass.carried.confirm',
      method: 'POST',
      path: '/stand/mitgezogen',
      access: { permission: 'compass.stand.edit' },
      handle: async ({ principal }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return refusal(editor.refusal);
        const confirmed = await confirmCarried(deps, editor.value);
        return confirmed.ok ? done('/stand', 'bestaetigt') : refusal(confirmed.refusal);
      },
    },
  ];
}
