import { html } from 'hono/html';
import { evaluate, pageModel, reachablePages } from '#forms';
import { renderPage } from '#forms/pages';
import { formatLocalDate, type LocalDate, type Refusal } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal, refusedPage } from '#platform';
import {
  alert,
  assetFiles,
  badge,
  button,
  buttonRow,
  card,
  cardGrid,
  checkboxGroup,
  descriptionList,
  emptyState,
  errorOf,
  form,
  type Html,
  inputField,
  problemsOf,
  refusalNotice,
  section,
  table,
  textLink,
} from '#ui';
import type { ParametersDeps } from '../deps.ts';
import type { Asker } from '../use-cases/asker.ts';
import {
  type Bild,
  type Nebeneinander,
  nebeneinander,
  type Seitenbild,
  type Unterschied,
} from '../use-cases/vorschau.ts';
import { askerRoute, pathOf, root, tagOf } from './answers.ts';

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

function chooser(
  { dienst, waehlbar, tag }: Nebeneinander,
  { kommunen }: Asked,
  reason: Refusal | null,
): Html {
  if (waehlbar.length < 2)
    return emptyState({
      title: 'Dafür braucht es zwei Kommunen',
      body: 'Wählen kann man Kommunen, die den Onlinedienst live haben oder ihre Werte mit Ihnen teilen.',
    });
  const many = waehlbar.length > 30;
  const error = errorOf(problemsOf(reason), 'kommune');
  const options = waehlbar.map(({ ags, name }) => ({ value: ags, label: name }));
  const choice = many
    ? html`${[0, 1, 2, 3].map((at) => inputField({ name: 'kommune', label: `Kommune ${at + 1}`, id: `kommune-${at + 1}`, value: kommunen[at] ?? '', optional: at > 1, hint: at === 0 ? 'Name oder amtlicher Schlüssel.' : undefined, error: at === 0 ? error : undefined }))}`
    : checkboxGroup({
        name: 'kommune',
        label: 'Kommunen',
        hint: 'Zwei bis vier.',
        options,
        values: kommunen,
        error,
      });
  return form(
    { action: pathOf(dienst, 'vorschau'), method: 'get', label: 'Kommunen wählen' },
    html`${choice}${inputField({ name: 'datum', label: 'Stichtag', type: 'date', value: tag })}${buttonRow(button('Nebeneinander zeigen', { name: 'weiter', value: 'ja' }))}`,
  );
}

function unterschiede({ unterschiede: all, bilder }: Nebeneinander): Html {
  const rows = all
    .filter(({ gleich }) => !gleich)
    .map(({ art, label, texte }) => [html`${badge('warning', artLabel[art])} ${label}`, ...texte]);
  const same = all.filter(({ gleich }) => gleich).map(({ label }) => label);
  const shown =
    rows.length === 0
      ? alert({
          kind: 'success',
          title: 'Kein Unterschied',
          body: 'Texte, Gebühren, Unterlagen und Fristen sind gleich.',
        })
      : table({
          caption: 'Was sich unterscheidet',
          captionHidden: true,
          columns: [{ label: 'Was' }, ...bilder.map(({ name }) => ({ label: name }))],
          rows,
        });
  return section(
    'Was sich unterscheidet',
    html`${shown}${same.length > 0 ? html`<p class="kern-body">Gleich: ${same.join(', ')}.</p>` : ''}`,
  );
}

const artLabel: Readonly<Record<Unterschied['art'], string>> = {
  text: 'Text',
  gebuehr: 'Gebühr',
  unterlage: 'Unterlagen',
  frist: 'Frist',
  stelle: 'Stelle',
  schliesstage: 'Schließtage',
};

function bildCard({ ags, name, seite, problem }: Bild, { dienst, tag }: Nebeneinander): Html {
  if (seite === null)
    return card({
      title: name,
      headingLevel: 3,
      body: alert({ kind: 'warning', title: 'So lässt sich die Seite nicht zeigen', body: problem ?? '' }),
    });
  const src = pathOf(dienst, `vorschau/seite?kommune=${ags}&datum=${tag}`);
  return card({
    title: name,
    headingLevel: 3,
    body: html`${serviceText(seite)}<iframe class="lw-werkstatt-rahmen lw-werkstatt-rahmen--breit" title="Formular, wie ${name} es zeigt" src="${src}" sandbox="allow-same-origin"></iframe>${textLink(src, `Formular von ${name} allein öffnen`)}`,
  });
}

function serviceText({
  texte,
  gebuehren,
  unterlagen,
  dateien,
  stelle,
  oeffnungszeiten,
  feiertage,
  schliesstage,
}: Seitenbild): Html {
  const next = feiertage.find(({ teilweise }) => teilweise === null);
  return html`<p class="kern-body">${texte.what}</p>${descriptionList([
    ['Für wen', texte.forWhom],
    ['Unterlagen', points(unterlagen)],
    ['Dateien im Formular', points(dateien)],
    ['Kosten', texte.cost],
    ...gebuehren.map(({ label, text }) => [label, text] as const),
    ['Frist', texte.deadline],
    ['Wie lange es dauert', texte.time],
    ['Zuständig', stelle],
    ['Öffnungszeiten', oeffnungszeiten],
    ['Geschlossen', schliesstage.map(({ von, anlass }) => `${formatLocalDate(von)} ${anlass}`).join('; ')],
    ['Nächster Feiertag', next ? `${formatLocalDate(next.tag)} ${next.name}` : null],
    ['Recht', texte.law],
  ])}`;
}

function points(items: readonly string[]): Html | null {
  if (items.length === 0) return null;
  return html`<ul class="kern-list kern-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
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
