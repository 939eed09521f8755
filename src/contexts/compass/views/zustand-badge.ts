import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { badge, type Html } from '#ui';
import type { Stand } from '../domain/stand.ts';
import type { Zustand } from '../domain/zustand.ts';
import { keineAngabe, zustandLabel } from '../messages.ts';

const kinds: Readonly<Record<Zustand, Parameters<typeof badge>[0]>> = {
  'nicht-begonnen': 'neutral',
  vorgemerkt: 'neutral',
  geplant: 'info',
  'in-umsetzung': 'info',
  'in-erprobung': 'info',
  online: 'success',
  abgeschaltet: 'warning',
  'nicht-anwendbar': 'strong',
};

/** A Zustand with icon and word; nothing stated is said in words, never shown as a Zustand. */
export function zustandBadge(zustand: Zustand | null): Html {
  return zustand === null
    ? html`<span class="kern-body kern-body--small kern-body--muted">${keineAngabe}</span>`
    : badge(kinds[zustand], zustandLabel[zustand]);
}

/** The Zustand with the day that belongs to it, and the hint where a planned day has passed. */
export function zustandCell(stand: Stand | null, verstrichen: boolean): Html {
  const small = (text: string) => html`<p class="kern-body kern-body--small">${text}</p>`;
  const planned = stand?.geplantFuer && stand.zustand !== 'online' ? stand.geplantFuer : null;
  return html`${zustandBadge(stand?.zustand ?? null)}${
    stand?.zustand === 'online' && stand.umgesetztAm
      ? small(`seit ${formatLocalDate(stand.umgesetztAm)}`)
      : ''
  }${
    planned
      ? small(
          verstrichen
            ? `geplant für ${formatLocalDate(planned)}, Termin verstrichen`
            : `geplant für ${formatLocalDate(planned)}`,
        )
      : ''
  }`;
}
