import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { descriptionList, type Html } from '#ui';
import { type MergedBeschreibung, textmodule } from '../domain/beschreibung.ts';
import { textBlocks } from '../domain/text-blocks.ts';

const labels = new Map(textmodule.map(({ modul, label }) => [modul, label]));

export const spracheLabel: Readonly<Record<string, string>> = {
  de: 'Deutsch',
  en: 'Englisch',
  tr: 'Türkisch',
  uk: 'Ukrainisch',
  ar: 'Arabisch',
};

/** A plain text as paragraphs and lists. */
export function textHtml(text: string): Html {
  return html`${textBlocks(text).map((block) => {
    if (block.art === 'absatz') return html`<p class="kern-body lw-measure">${block.text}</p>`;
    const items = block.punkte.map((punkt) => html`<li>${punkt}</li>`);
    return block.nummeriert
      ? html`<ol class="kern-list kern-list--number lw-measure">${items}</ol>`
      : html`<ul class="kern-list kern-list--bullet lw-measure">${items}</ul>`;
  })}`;
}

/** What a text module is called; its code where it has no name here. */
export function modulName(modul: string): string {
  return labels.get(modul) ?? `Textmodul ${modul}`;
}

/** The merged description, each part with whose it is. */
export function mergedHtml(merged: MergedBeschreibung): Html {
  return html`${merged.abschnitte.map(
    ({ modul, inhalt, ebene, redaktion, stand, quelle }) => html`<section class="lw-section">
      <h2 class="kern-heading-small">${modulName(modul)}</h2>${textHtml(inhalt)}
      <p class="kern-body kern-body--small kern-body--muted">${ebene}: ${redaktion}, Stand ${formatLocalDate(stand)}${
        quelle === redaktion ? '' : ` (${quelle})`
      }</p></section>`,
  )}${descriptionList([['Suchbegriffe', merged.suchbegriffe.join(', ')]])}`;
}
