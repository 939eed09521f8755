import { html } from 'hono/html';
import { evidenceLabel, formatLocalDate } from '#kernel';
import { externalLink, type Html } from '#ui';
import type { Fassung } from '../domain/catalogue.ts';

/** Of when the catalogue is and where it comes from; stands on every page of it. */
export function stateNote(fassung: Fassung): Html {
  const source = fassung.quelleUrl ? externalLink(fassung.quelleUrl, fassung.quelle) : fassung.quelle;
  return html`<div class="lw-section"><p class="kern-body kern-body--small kern-body--muted">Stand des Katalogs: ${formatLocalDate(fassung.stand)}. Quelle: ${source}. Lizenz: ${fassung.lizenz}. Beleg: ${evidenceLabel[fassung.evidence]}.</p></div>`;
}
