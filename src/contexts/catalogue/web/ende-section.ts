import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { alert, descriptionList, evidenceBadge, externalLink, section } from '#ui';
import type { Leistungsende } from '../domain/ended.ts';
import { messages } from '../messages.ts';

/** Since when a Leistung has ended and who says so; '' where nothing is known of its end. */
export function endeSection(ende: Leistungsende | undefined) {
  if (ende === undefined) return '';
  const { endetAm, grund, quelle, quelleUrl, gelesenAm, evidenz, hinweis } = ende;
  const head =
    endetAm === null
      ? alert({ kind: 'info', title: messages.keinEnde })
      : alert({ kind: 'warning', title: `Letzter Tag: ${formatLocalDate(endetAm)}. ${grund}.` });
  return section(
    messages.endeTitle,
    html`${head}${descriptionList([
      ...(endetAm === null ? ([['Grund', grund]] as const) : []),
      [messages.quelle, quelleUrl === null ? quelle : externalLink(quelleUrl, quelle)],
      [messages.beleg, evidenceBadge(evidenz)],
      ['Gelesen am', formatLocalDate(gelesenAm)],
      ['Hinweis', hinweis],
    ])}`,
  );
}
