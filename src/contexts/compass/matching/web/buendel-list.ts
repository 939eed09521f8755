import { html } from 'hono/html';
import { card, emptyState, formatNumber, textLink } from '#ui';
import { quartalText } from '../../domain/matching/quartal.ts';
import type { BuendelListe, BuendelZeile } from '../use-cases/buendel.ts';
import { kurzgrund } from '../views/gruende.ts';

/** The bundles, each with its Kommunen, what would close the need of all, and the way to talk. */
export function buendelPart({ buendel, eigene, einwilligung }: BuendelListe) {
  if (buendel.length > 0) return html`<div class="lw-stack">${buendel.map(one)}</div>`;
  const others = eigene.filter(({ weitere }) => weitere > 0).length;
  const hidden = einwilligung !== null && einwilligung.seit === null && others > 0;
  return emptyState({
    title: hidden ? 'Es gibt Kommunen mit demselben Bedarf' : 'Noch kein Bündel',
    body: hidden
      ? `Zu ${formatNumber(others)} Ihrer Leistungen haben andere im selben Quartal denselben Bedarf. Willigen Sie ein, lernen Sie einander kennen.`
      : 'Ein Bündel entsteht, sobald zwei Kommunen dieselbe Leistung im selben Quartal online bringen wollen.',
  });
}

const shown = 3;

function one({ ort, quartal, kommunen, kandidaten }: BuendelZeile) {
  return card({
    title: ort.name,
    preline: `${quartalText(quartal)}, ${formatNumber(kommunen.length)} Kommunen`,
    headingLevel: 3,
    body: html`<ul class="kern-list kern-list--bullet">${kommunen.map(
      ({ ags, name, woher }) =>
        html`<li>${textLink(`/kommunen/${ags}`, name)} (${woher === 'plan' ? 'geplant' : 'Interesse vorgemerkt'})</li>`,
    )}</ul>
    <h4 class="kern-title">Lösungen für alle</h4>${
      kandidaten.length === 0
        ? html`<p class="kern-body">Keine Lösung im Register.</p>`
        : html`<ol class="kern-list kern-list--numbered">${kandidaten
            .slice(0, shown)
            .map(
              (rang) =>
                html`<li>${textLink(`/loesungen/${rang.loesung.id}`, rang.loesung.inhalt.name)}: ${kurzgrund(rang)}</li>`,
            )}</ol>`
    }`,
    footer: textLink(
      `/rueckfragen/neu?zu=${encodeURIComponent(`leistung:${ort.id}`)}&adressat=verbund&betreff=${encodeURIComponent(`Gemeinsam im ${quartalText(quartal)}: ${ort.name}`.slice(0, 200))}`,
      `Rückfrage an das Bündel: ${ort.name}`,
    ),
  });
}
