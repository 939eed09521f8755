import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import { badge, evidenceBadge, externalLink, type textLink } from '#ui';
import type { Projektphase } from '../domain/phase.ts';
import type { Herkunft } from '../domain/projekt.ts';
import type { Verzug } from '../domain/verzug.ts';
import { keineAngabe, projektphaseLabel, tageText, terminLabel } from '../messages.ts';

const kinds: Readonly<Partial<Record<Projektphase, 'success' | 'danger' | 'neutral'>>> = {
  'keine-angabe': 'neutral',
  'nicht-begonnen': 'neutral',
  abgeschlossen: 'success',
  abgebrochen: 'danger',
};

export function phaseBadge(phase: Projektphase) {
  return badge(kinds[phase] ?? 'info', projektphaseLabel[phase]);
}

/** „Umsetzung, Ende: 12 Tage überfällig“, or that nothing is late. */
export function verzugText(verzug: Verzug | null): string {
  return verzug
    ? `${projektphaseLabel[verzug.phase]}, ${terminLabel[verzug.termin]}: ${tageText(verzug.tage, verzug.offen)}`
    : 'kein Verzug bekannt';
}

export function dayText(day: LocalDate | null): string {
  return day === null ? '–' : formatLocalDate(day);
}

/** Entries as a list, or that nobody stated any. */
export function entries(values: readonly (string | ReturnType<typeof textLink>)[]) {
  return values.length === 0
    ? keineAngabe
    : html`<ul class="kern-list kern-list--bullet">${values.map((value) => html`<li>${value}</li>`)}</ul>`;
}

/** Where an entry comes from that was not stated here. */
export function herkunftText({ quelle, url, stand, evidenz }: Herkunft) {
  return html`${url ? externalLink(url, quelle) : quelle}, Stand ${formatLocalDate(stand)} ${evidenceBadge(evidenz)}`;
}

export const erfundenBadge = badge('warning', 'Erfunden, nur zur Vorführung');
