import { html } from 'hono/html';
import type { PageContent } from '#platform';
import { section } from '#ui';

/** For whom a search box is: its site, and the place that goes along where the site stands for every place. */
export interface EmbedOptions {
  readonly origin: string;
  readonly name: string;
  readonly ort: string | null;
}

/** A search box for any website: plain HTML to copy, and how it looks. It works without script and sets no cookie there. */
export function embedContent(options: EmbedOptions): PageContent {
  const snippet = snippetOf(options);
  const { origin } = options;
  return {
    title: 'Suchfeld für Ihre Website',
    lead: 'Dieses Stück HTML stellt die Suche auf jede Website. Es braucht kein Skript, lädt nichts nach und setzt dort kein Cookie.',
    main: html`${section(
      'Zum Kopieren',
      html`<pre class="lw-code"><code>${snippet}</code></pre><p class="kern-body lw-measure">Das Aussehen bestimmt Ihre Website. Erlaubt ihre Sicherheitsrichtlinie (CSP) Formulare nur an sich selbst, ergänzen Sie dort bei <code>form-action</code> die Adresse ${origin}.</p>`,
    )}${section('Vorschau', previewOf(options), { lead: `Ohne eigene Gestaltung. Die Suche öffnet ${options.origin}.` })}`,
    nextSteps: [{ label: 'Zur Suche', href: '/suche' }],
  };
}

const id = 'leistungssuche';

function snippetOf({ origin, name, ort }: EmbedOptions): string {
  const hidden = ort === null ? '' : `\n  <input type="hidden" name="ort" value="${attribute(ort)}">`;
  return `<form action="${attribute(origin)}/suche" method="get" role="search" aria-label="Leistungen suchen">
  <label for="${id}">Was möchten Sie in ${text(name)} erledigen?</label>
  <input id="${id}" name="suche" type="search" maxlength="200">${hidden}
  <button type="submit">Suchen</button>
</form>`;
}

function previewOf({ origin, name, ort }: EmbedOptions) {
  return html`<form class="lw-embed" action="${origin}/suche" method="get" aria-label="Vorschau des Suchfeldes"><label for="${id}">Was möchten Sie in ${name} erledigen?</label> <input id="${id}" name="suche" type="search" maxlength="200">${ort === null ? '' : html`<input type="hidden" name="ort" value="${ort}">`} <button type="submit">Suchen</button></form>`;
}

function text(raw: string): string {
  return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function attribute(raw: string): string {
  return text(raw).replaceAll('"', '&quot;');
}
