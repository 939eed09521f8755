import { html } from 'hono/html';
import { alert, badge, descriptionList, type Html, section, table } from '#ui';
import { herkunftLabel } from '../messages.ts';
import type { Fachbefund, Fachdaten } from '../ports.ts';

/** From which schema the data are, and what is to be said of them. */
export function schemaPart({ schema, herkunft }: Pick<Fachdaten, 'schema' | 'herkunft'>): Html {
  return descriptionList([
    ['Datenschema', `${schema.name} (${schema.id}, Version ${schema.version})`],
    ['Aufbau', herkunftLabel[herkunft]],
  ]);
}

/** What a check found: errors first; nothing is said where there is nothing. */
export function befundePart(befunde: readonly Fachbefund[]): Html {
  const errors = befunde.filter(({ schwere }) => schwere === 'fehler');
  const verdict =
    errors.length > 0
      ? alert({ kind: 'danger', title: `Passt nicht zum Schema: ${errors.length} Fehler` })
      : alert({ kind: 'success', title: 'Aufbau und Werte passen zum Schema' });
  if (befunde.length === 0) return verdict;
  const rows = [...errors, ...befunde.filter(({ schwere }) => schwere === 'hinweis')].map(
    ({ schwere, ort, text }) => [
      badge(schwere === 'fehler' ? 'danger' : 'info', schwere === 'fehler' ? 'Fehler' : 'Hinweis'),
      html`${text}<br><code class="lw-long-address">${ort}</code>`,
    ],
  );
  return html`${verdict}${section(
    'Was die Prüfung sagt',
    table({
      caption: 'Befunde',
      captionHidden: true,
      columns: [
        { label: 'Art', width: 'narrow' },
        { label: 'Befund', width: 'wide' },
      ],
      rows,
    }),
    {
      lead: 'Ein Hinweis nennt, was im Schema vorgesehen ist und im Formular nicht gefragt war oder nicht beantwortet ist.',
    },
  )}`;
}
