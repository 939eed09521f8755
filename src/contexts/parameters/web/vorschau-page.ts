import { html } from 'hono/html';
import { evaluate, pageModel, reachablePages } from '#forms';
import { renderPage } from '#forms/pages';
import { formatLocalDate, type LocalDate, type Refusal } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal, refusedPage } from '#platform';
import { alert, assetFiles, cardGrid, type Html, refusalNotice, section } from '#ui';
import type { ParametersDeps } from '../deps.ts';
import type { Asker } from '../use-cases/asker.ts';
import type { Seitenbild } from '../use-cases/bild.ts';
import { type Nebeneinander, nebeneinander } from '../use-cases/vorschau.ts';
import { askerRoute, pathOf, root, tagOf } from './answers.ts';
import { bildCard, chooser, unterschiede } from './vorschau-parts.ts';

/** The same citizen page as several Kommunen show it, side by side, with what differs. */
export function vorschauRoutes(deps: ParametersDeps): readonly PageRoute[] {
  return [
    askerRoute(
      deps,
      { capability: 'parameters.preview', method: 'GET', path: '/parameter/:dienst/vorschau' },
      (asker, request) => show(deps, asker, request),
    ),
    askerRoute(
      deps,
      { capability: 'parameters.preview', method: 'GET', path: '/parameter/:dienst/vorschau/seite' },
      (asker, request) => showForm(deps, asker, request),
    ),
  ];
}

interface Asked {
  readonly kommunen: readonly string[];
  readonly tag: LocalDate;
}

async function show(deps: ParametersDeps, asker: Asker, request: PageRequest): Promise<PageAnswer> {
  const { dienst = '' } = request.params;
  const { query } = request;
  const tag = tagOf(query.get('datum'), deps.efa.clock.today());
  if (!tag.ok) return refusal(tag.refusal);
  const asked: Asked = { kommunen: query.getAll('kommune').filter(Boolean), tag: tag.value };
  const found = await nebeneinander(deps, asker, dienst, asked);
  if (found.ok) return page(contentOf(found.value, asked, null));
  if (found.refusal.code !== 'PARAMETERS_PREVIEW_TOO_FEW') return refusal(found.refusal);
  const choice = await nebeneinander(deps, asker, dienst, { ...asked, kommunen: [] });
  if (!choice.ok) return refusal(choice.refusal);
  // One Kommune in the address is a beginning, not a mistake.
  const begun = asked.kommunen.length === 1 && query.get('weiter') === null;
  return begun
    ? page(contentOf(choice.value, asked, null))
    : refusedPage(contentOf(choice.value, asked, found.refusal), found.refusal);
}

function contentOf(view: Nebeneinander, asked: Asked, reason: Refusal | null) {
  const { dienst, titel, bilder } = view;
  return {
    title: `Nebeneinander: ${titel}`,
    preline: `am ${formatLocalDate(view.tag)}`,
    lead: 'Dieselbe Seite, wie Bürgerinnen und Bürger sie bei zwei bis vier Kommunen sehen, und was sich unterscheidet.',
    wide: true,
    frames: bilder.length > 0,
    breadcrumb: [root, { label: titel, href: pathOf(dienst) }],
    main: html`${refusalNotice(reason)}${chooser(view, asked, reason)}${
      bilder.length === 0
        ? ''
        : html`${unterschiede(view)}${section('Die Seiten', cardGrid(...bilder.map((bild) => bildCard(bild, view))))}`
    }`,
    nextSteps: [{ label: 'Alle Kommunen vergleichen', href: pathOf(dienst, 'vergleich') }],
  };
}

const stile = assetFiles()
  .filter(({ name }) => name === 'kern.css' || name === 'app.css')
  .map(({ path }) => path);

/** A page of the form as one Kommune shows it; it can be read and not sent. */
async function showForm(deps: ParametersDeps, asker: Asker, request: PageRequest): Promise<PageAnswer> {
  const { dienst = '' } = request.params;
  const { query } = request;
  const tag = tagOf(query.get('datum'), deps.efa.clock.today());
  if (!tag.ok) return refusal(tag.refusal);
  const ags = query.get('kommune') ?? '';
  const found = await nebeneinander(deps, asker, dienst, { kommunen: [ags], tag: tag.value, einzeln: true });
  if (!found.ok) return refusal(found.refusal);
  const [bild] = found.value.bilder;
  const body = bild?.seite
    ? formBody(bild.seite, query.get('seite'))
    : alert({ kind: 'warning', title: 'So lässt sich die Seite nicht zeigen', body: bild?.problem ?? '' });
  const name = bild?.name ?? '';
  const whole = html`<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${found.value.titel} – ${name}</title>${stile.map((path) => html`<link rel="stylesheet" href="${path}">`)}</head>
<body class="lw-page"><main class="lw-main lw-container" aria-label="Formular, wie ${name} es zeigt"><div class="lw-title"><p class="kern-preline">${name}, ${formatLocalDate(tag.value)}</p><h1 class="kern-heading-large">${found.value.titel}</h1></div><div class="lw-content">${body}</div></main></body></html>`;
  const text = String(await whole).replaceAll(/<script\b[^>]*><\/script>/g, '');
  return { kind: 'text', contentType: 'text/html', body: text, framed: true };
}

function formBody({ dienst, context }: Seitenbild, wanted: string | null): Html {
  const evaluation = evaluate(dienst.form, {}, context);
  const way = reachablePages(evaluation);
  const id = way.find((each) => each === wanted) ?? way[0] ?? '';
  const model = pageModel(evaluation, id);
  if (!model.ok)
    return alert({ kind: 'warning', title: 'Diese Seite gibt es nicht', body: model.refusal.message });
  return renderPage(model.value, { action: '#', csrfToken: '', backHref: null });
}
