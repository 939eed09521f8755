import { html } from 'hono/html';
import type { EvidenceGrade, Source, Validity } from '#kernel';
import { formatDateOrUnknown } from './format.ts';
import type { Content, Html } from './html.ts';
import { externalLink } from './link.ts';
import { messages } from './messages.ts';
import { evidenceBadge } from './verdict-badge.ts';

/** One link of a chain of reasons: what is said, by which source, how well sourced, valid from when to when. */
export interface ReasonLink {
  readonly title: string;
  readonly text?: Content;
  readonly source: Source;
  readonly evidence: EvidenceGrade;
  readonly validity?: Validity | undefined;
}

/** Why a verdict holds, link by link from the catalogue to the body. */
export function reasonChain(links: readonly ReasonLink[], conclusion?: Content): Html {
  return html`<div class="lw-chain"><ol class="lw-chain__list">${links.map(
    (
      link,
    ) => html`<li class="lw-chain__link"><div class="lw-chain__head"><p class="kern-title kern-title--small">${link.title}</p>${evidenceBadge(link.evidence)}</div>
${link.text ? html`<div class="kern-body">${link.text}</div>` : ''}
<p class="lw-chain__meta kern-body kern-body--small">${messages.reason.source}: ${link.source.url ? externalLink(link.source.url, link.source.title) : link.source.title}${link.validity ? html`<br>${validityText(link.validity)}` : ''}</p></li>`,
  )}</ol>${conclusion ? html`<div class="lw-chain__end kern-body kern-body--bold">${conclusion}</div>` : ''}</div>`;
}

/** „Gültig ab 01.01.2025, ohne Ende“. */
export function validityText(validity: Validity): string {
  const { reason } = messages;
  const start =
    validity.validFrom === null
      ? reason.unknownStart
      : `${reason.from} ${formatDateOrUnknown(validity.validFrom)}`;
  const end =
    validity.validTo === null ? reason.openEnd : `${reason.to} ${formatDateOrUnknown(validity.validTo)}`;
  return `${reason.validity}: ${start}, ${end}`;
}
