import { html } from 'hono/html';
import { formField, type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { button, buttonRow, form, formatNumber, type Html, selectField, table } from '#ui';
import type { Unterschied } from '../domain/unterschiede.ts';
import type { FimDeps } from '../fim-deps.ts';
import type { Author } from '../use-cases/author.ts';
import { type Gegenueberstellung, readUnterschiede } from '../use-cases/unterschiede.ts';
import { askedSchema, authorRoute, schemaHref } from './route.ts';
import { schemaFrame } from './schema-frame.ts';

/** Two versions of a schema beside each other. */
export function unterschiedeRoutes(deps: FimDeps): readonly PageRoute[] {
  return [
    authorRoute('fim.diff', 'GET', '/:id/:version/unterschiede', (author, request) =>
      show(deps, author, request),
    ),
  ];
}

async function show(deps: FimDeps, author: Author, request: PageRequest): Promise<PageAnswer> {
  const detail = await askedSchema(deps, author, request);
  if (!detail.ok) return refusal(detail.refusal);
  const { id, version } = detail.value.fassung;
  const von = formField(request.query, 'von') || null;
  const found = await readUnterschiede(deps, author, id, { von, zu: version });
  if (!found.ok) return refusal(found.refusal);
  const { vergleich } = found.value;
  const lead = `Von Version ${found.value.von.version} zu Version ${version}: ${formatNumber(vergleich.unterschiede.length)} Unterschiede, ${formatNumber(vergleich.unveraendert)} Elemente unverändert.`;
  return page(
    schemaFrame(
      detail.value,
      '/unterschiede',
      html`${choice(found.value)}${rows(vergleich.unterschiede)}`,
      lead,
    ),
  );
}

function choice({ von, zu, versionen }: Gegenueberstellung): Html {
  return form(
    { action: schemaHref(zu, '/unterschiede'), method: 'get', label: 'Version zum Vergleich' },
    html`${selectField({
      name: 'von',
      label: 'Vergleichen mit Version',
      options: versionen
        .filter(({ version }) => version !== zu.version)
        .map(({ version }) => ({ value: version, label: version })),
      value: von.version,
      placeholder: null,
    })}${buttonRow(button('Vergleichen', { kind: 'secondary' }))}`,
  );
}

const artLabel = { neu: 'Neu', geaendert: 'Geändert', entfaellt: 'Entfällt' } as const;

function rows(unterschiede: readonly Unterschied[]): Html {
  return table({
    caption: 'Unterschiede',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Element', width: 'wide' },
      { label: 'Was', width: 'narrow' },
      { label: 'Angaben', width: 'wide' },
    ],
    rows: unterschiede.map(({ art, element, fimId, bezeichnung, aenderungen }) => [
      html`${bezeichnung}<br><span class="kern-body--muted">${element} ${fimId}</span>`,
      artLabel[art],
      aenderungen.length === 0
        ? '–'
        : html`<dl class="lw-import__changes">${aenderungen.map(
            ({ feld, vorher, nachher }) =>
              html`<div><dt>${feld}</dt><dd><del>${vorher || '–'}</del> <span aria-hidden="true">→</span> <ins>${nachher || '–'}</ins></dd></div>`,
          )}</dl>`,
    ]),
    empty: html`<p class="kern-body">Die beiden Versionen sagen dasselbe.</p>`,
  });
}
