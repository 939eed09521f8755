import { html } from 'hono/html';
import { type PageAnswer, page } from '#platform';
import { assetFiles, type Html, linkButton } from '#ui';
import type { Herkunft, Lauf } from './vorschau-lauf.ts';

const stile = assetFiles()
  .filter(({ name }) => name === 'kern.css' || name === 'app.css')
  .map(({ path }) => path);

export async function ganzeSeite(
  { dienst, form: compiled, kommune, request, zurueck }: Lauf,
  title: string,
  main: Html,
  hasProblems: boolean,
): Promise<PageAnswer> {
  const { query } = request;
  if (zurueck !== undefined) return imRahmen({ dienst, kommune, zurueck }, title, main, hasProblems);
  const language = compiled.language === 'de-simple' ? 'de' : compiled.language;
  const body = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${hasProblems ? 'Fehler: ' : ''}${title} – Vorschau – ${kommune}</title>${stile.map((path) => html`<link rel="stylesheet" href="${path}">`)}</head>
<body class="lw-page"><main class="lw-main lw-container" aria-label="Vorschau des Formulars"><div class="lw-title"><p class="kern-preline">Vorschau ${kommune}: ${dienst.title}</p><h1 class="kern-heading-large">${title}</h1></div><div class="lw-content">${main}</div></main></body></html>`;
  const text = String(await body);
  const shown = query.get('skript') === 'ja' ? text : ohneSkripte(text);
  return { kind: 'text', contentType: 'text/html', body: shown, framed: true };
}

/** The page as it is where scripts do not run. */
function ohneSkripte(page: string): string {
  return page.replaceAll(/<script\b[^>]*><\/script>/g, '');
}

/** The page within the staff area, where somebody tries a form that is not theirs to change. */
function imRahmen(
  { dienst, kommune, zurueck }: Pick<Lauf, 'dienst' | 'kommune'> & { readonly zurueck: Herkunft },
  title: string,
  main: Html,
  error: boolean,
): PageAnswer {
  return page({
    title,
    preline: `${kommune}: ${dienst.title}`,
    lead: `Sie probieren das Formular aus, wie Menschen es sehen${zurueck.werte}. Nichts wird gespeichert oder abgeschickt.`,
    breadcrumb: [zurueck.krume, { label: dienst.title, href: zurueck.href }],
    ...(error ? { error: true } : {}),
    main: html`${main}<p>${linkButton(zurueck.label, zurueck.href, { kind: 'tertiary' })}</p>`,
  });
}
