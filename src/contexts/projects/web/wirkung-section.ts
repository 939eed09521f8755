import { html } from 'hono/html';
import { formatNumber, type Html, section, table, textLink } from '#ui';
import { keineAngabe } from '../messages.ts';
import type { Lueckenwirkung } from '../projects-deps.ts';

const shown = 30;

/** Which gaps of which Kommunen the project closes, as far as the viewer may know. */
export function wirkungSection(
  wirkung: Lueckenwirkung | null,
  leistung: (id: string) => string | null,
): Html {
  const title = 'Wessen Lücken es schließt';
  if (wirkung === null)
    return section(
      title,
      html`<p class="kern-body">${keineAngabe}: Das sehen Kommunen und ihre IT-Dienstleister, sobald das Projekt Leistungen oder Lösungen nennt.</p>`,
    );
  const { liste, woher } = wirkung;
  const count = `${formatNumber(liste.length)} ${liste.length === 1 ? 'Kommune gibt' : 'Kommunen geben'} Lücken an, die das Projekt schließt. ${woher}`;
  if (liste.length === 0) return section(title, html`<p class="kern-body">${count}</p>`);
  const rows = liste
    .slice(0, shown)
    .map(({ ags, name, leistungen, ohneAngabe }) => [
      textLink(`/kommunen/${ags}`, name),
      html`<ul class="kern-list kern-list--bullet">${leistungen.map((id) => html`<li>${textLink(`/katalog/leistungen/${id}`, leistung(id) ?? id)}</li>`)}</ul>`,
      ohneAngabe.length === 0 ? '–' : formatNumber(ohneAngabe.length),
    ]);
  const more = liste.length > shown ? ` Gezeigt sind die ${shown} mit den meisten.` : '';
  return section(
    title,
    html`<p class="kern-body">${count}${more}</p>${table({
      caption: 'Kommunen und die Lücken, die das Projekt schließt',
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Kommune' },
        { label: 'Lücken, die es schließt', width: 'wide' },
        { label: 'dazu ohne Angabe', numeric: true },
      ],
      rows,
    })}`,
  );
}
