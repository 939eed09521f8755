import { html } from 'hono/html';
import { evidenceLabel, formatLocalDate, type LocalDate } from '#kernel';
import { externalLink, type Html } from '#ui';
import type { Fassung } from '../domain/catalogue.ts';

/**
 * Of when the catalogue is and where it comes from; stands on every page of it. A day before the oldest Fassung is answered
 * with that one, and told so.
 */
export function stateNote(fassung: Fassung, date: LocalDate | null = null): Html {
  const source = fassung.quelleUrl ? externalLink(fassung.quelleUrl, fassung.quelle) : fassung.quelle;
  return html`<div class="lw-section"><p class="kern-body kern-body--small kern-body--muted">${olderMissing(fassung, date)}Stand des Katalogs: ${formatLocalDate(fassung.stand)}. Quelle: ${source}. Lizenz: ${fassung.lizenz}. Beleg: ${evidenceLabel[fassung.evidence]}.</p></div>`;
}

function olderMissing({ stand }: Fassung, date: LocalDate | null): string {
  return date !== null && date < stand
    ? `Eine Fassung des Katalogs vom ${formatLocalDate(date)} oder davor liegt nicht vor; diese ist die älteste. `
    : '';
}
