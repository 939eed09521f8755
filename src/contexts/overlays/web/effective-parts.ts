import { html } from 'hono/html';
import { badge, descriptionList, emptyState, type Html, section, table } from '#ui';
import { type Explained, explain, originInWords, removedParts } from '../layer/explain.ts';
import type { EffectiveView } from '../use-cases/read-effective.ts';

/** What counts for a Kommune and who says so, as part of a page. */
export function effectiveParts({ effective, kommune, overlays }: EffectiveView): Html {
  const explained = explain(effective);
  const changed = explained.filter(({ origin }) => origin.level !== 'grund');
  const removed = removedParts(effective);
  return html`${descriptionList([
    ['Für', kommune?.name ?? 'alle, wie die Grunddefinition es sagt'],
    ['Schichten', overlays.map(({ name, version }) => `${name}, Fassung ${version}`).join('; ') || 'keine'],
    ['Kennung des Inhalts', html`<code class="lw-long-address">${effective.hash}</code>`],
  ])}${section('Was die Schichten ändern', changedTable(changed, removed))}${values(effective.valueOrigins)}${section(
    'Alle Texte und Regeln',
    explainedTable(explained.filter(isText)),
    { lead: 'Jeder Text, den Menschen lesen, und jede Regel, mit seiner Herkunft.' },
  )}`;
}

const hidden: ReadonlySet<string> = new Set(['id', 'type', 'format', 'version', '$schema', 'value']);

/** Names, norms and sources explain nobody's page. */
function isText({ path, value }: Explained): boolean {
  const last = path.split('.').at(-1) ?? '';
  return path.startsWith('formular.') && typeof value === 'string' && !hidden.has(last);
}

function changedTable(changed: readonly Explained[], removed: ReturnType<typeof removedParts>): Html {
  if (changed.length + removed.length === 0)
    return emptyState({
      title: 'Nichts ist geändert',
      body: 'Für diese Auswahl gilt die Grunddefinition, wie sie ist.',
    });
  return html`${explainedTable(changed)}${
    removed.length === 0
      ? ''
      : table({
          caption: 'Gestrichen',
          columns: [{ label: 'Stelle', width: 'wide' }, { label: 'Von wem' }],
          rows: removed.map(({ path, sentence }) => [placeCell(path), sentence]),
        })
  }`;
}

function explainedTable(rows: readonly Explained[]): Html {
  return table({
    caption: 'Texte und Regeln mit ihrer Herkunft',
    captionHidden: true,
    small: true,
    columns: [{ label: 'Text oder Regel', width: 'wide' }, { label: 'Herkunft' }],
    rows: rows.map(({ path, value, origin, sentence }) => [
      html`<p class="kern-body">${typeof value === 'string' ? value : JSON.stringify(value)}</p>${placeCell(path)}`,
      html`${origin.level === 'grund' ? '' : badge('info', origin.level === 'land' ? 'Land' : 'Kommune')}<p class="kern-body kern-body--small">${sentence}</p>`,
    ]),
  });
}

function placeCell(path: string): Html {
  return html`<code class="lw-long-address kern-body--small kern-body--muted">${path}</code>`;
}

function values(origins: EffectiveView['effective']['valueOrigins']): Html | '' {
  if (origins.size === 0) return '';
  return section(
    'Woher die Werte kommen',
    table({
      caption: 'Werte und ihre Herkunft',
      captionHidden: true,
      small: true,
      columns: [{ label: 'Wert' }, { label: 'Herkunft' }],
      rows: [...origins].map(([name, origin]) => [html`<code>${name}</code>`, originInWords(origin)]),
    }),
    { lead: 'Die Werte selbst gehören der Kommune und stehen nicht hier.' },
  );
}
