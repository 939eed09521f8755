import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import { alert, descriptionList, evidenceBadge, externalLink, onDay, section } from '#ui';
import type { Leistungsende } from '../domain/ended.ts';
import { messages } from '../messages.ts';

/** Whether a Leistung was in force on a day, since when it has ended and who says so; '' where nothing is known of its end. */
export function endeSection(ende: Leistungsende | undefined, day: LocalDate) {
  if (ende === undefined) return '';
  const { endetAm, grund, quelle, quelleUrl, gelesenAm, evidenz, hinweis } = ende;
  const head =
    endetAm === null
      ? alert({ kind: 'info', title: messages.keinEnde })
      : alert({
          kind: endetAm < day ? 'warning' : 'info',
          title: `${inForceText(endetAm, day)} Letzter Tag: ${formatLocalDate(endetAm)}. Grund: ${grund}.`,
        });
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

function inForceText(endetAm: LocalDate, day: LocalDate): string {
  return endetAm < day ? `Nicht mehr in Kraft ${onDay(day)}.` : `Noch in Kraft ${onDay(day)}.`;
}
