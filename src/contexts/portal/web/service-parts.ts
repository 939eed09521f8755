import { html } from 'hono/html';
import { type MergedAbschnitt, textHtml, textmodule } from '#descriptions';
import { formatLocalDate, type LocalDate } from '#kernel';
import { externalLink, type Html, section } from '#ui';
import type { ServiceView } from '../use-cases/service-view.ts';
import { abschnittOfModul } from '../use-cases/texts-at-place.ts';

const labels = new Map(textmodule.map(({ modul, label }) => [modul, label]));
const recht = '07';

/** What is written about a service, part by part, each with whose words they are and how fresh. */
export function textSections({ texte, normen }: ServiceView): Html {
  const shared = sharedOrigin(texte);
  const hasLaw = texte.some(({ modul }) => modul === recht);
  return html`${texte.map((part) => textSection(part, part.modul === recht ? norms(normen) : '', shared === null))}
    ${!hasLaw && normen.length > 0 ? section(labels.get(recht) ?? '', norms(normen), { id: 'abschnitt-recht' }) : ''}
    ${shared === null ? '' : originLine(shared)}`;
}

type Origin = Omit<MergedAbschnitt, 'modul' | 'inhalt'>;

/** Where all parts are of one text, it is enough to say so once. */
function sharedOrigin([first, ...others]: readonly MergedAbschnitt[]): Origin | null {
  return first && others.every(({ id }) => id === first.id) ? first : null;
}

function textSection(
  { modul, inhalt, ...origin }: MergedAbschnitt,
  after: Html | '',
  saysOrigin: boolean,
): Html {
  const label = labels.get(modul) ?? 'Weitere Angaben';
  return section(label, html`${textHtml(inhalt)}${after}${saysOrigin ? originLine(origin) : ''}`, {
    id: `abschnitt-${abschnittOfModul(modul)}`,
  });
}

/** „Text der Gemeinde: Lemgo, Stand 21.11.2026 (Onlinedienst „Hund anmelden“)“. */
function originLine({ ebene, redaktion, stand, quelle }: Origin): Html {
  const source = quelle === redaktion || quelle === '' ? '' : ` (${quelle})`;
  return html`<p class="kern-body kern-body--small kern-body--muted">Text: ${levelLabel[ebene]}${redaktion === '' ? '' : `, ${redaktion}`}, Stand ${standText(stand)}${source}</p>`;
}

const levelLabel: Readonly<Record<MergedAbschnitt['ebene'], string>> = {
  Gemeinde: 'Gemeinde',
  Kreis: 'Kreis',
  Land: 'Land',
  Bund: 'Bund',
};

function standText(stand: LocalDate): string {
  return stand <= '1900-01-01' ? 'unbekannt' : formatLocalDate(stand);
}

function norms(normen: ServiceView['normen']): Html | '' {
  if (normen.length === 0) return '';
  return html`<ul class="kern-list kern-list--bullet">${normen.map(({ text, url }) => html`<li>${url ? externalLink(url, text) : text}</li>`)}</ul>`;
}
