import { html } from 'hono/html';
import { alert, barChart, formatNumber, formatShare, section, table } from '#ui';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import type { Vergleich } from '../../use-cases/vergleichen.ts';
import { ausschlussText } from '../../views/vergleich-text.ts';
import { ohneEinwilligungSatz } from '../../views/zahlen-saetze.ts';
import { paareHref } from './zahlen-route.ts';

/** With whom a Kommune is compared, as bars and as a table. */
export function fieldSection({ parameters }: GestellteFrage, { eigene, feld, pflichten }: Vergleich) {
  return section(
    'Das Feld',
    html`${barChart({
      id: 'feld',
      caption: 'Pflichten, die online sind',
      description: `Ein voller Balken wären alle ${formatNumber(pflichten)} Pflichten.`,
      max: pflichten,
      total: pflichten,
      parts: feld.map(({ ags, name, online }) => ({
        label: ags === eigene.ags ? `${name} (diese Kommune)` : name,
        value: online,
        tone: ags === eigene.ags ? '1' : '3',
        href: paareHref(parameters, { kommune: ags, klasse: null, kreis: null, zustand: 'online' }),
      })),
    })}${table({
      caption: 'Das Feld mit Platz, Einwohnern und Anteil',
      captionHidden: true,
      columns: [
        { label: 'Kommune', width: 'wide' },
        { label: 'Platz', numeric: true },
        { label: 'Einwohner', numeric: true },
        { label: 'online', numeric: true },
        { label: 'Anteil', numeric: true },
      ],
      rows: feld.map(({ ags, name, platz, einwohner, online }) => [
        ags === eigene.ags ? html`<strong>${name}</strong>` : name,
        formatNumber(platz),
        einwohner === null ? 'unbekannt' : formatNumber(einwohner),
        formatNumber(online),
        formatShare(online, pflichten),
      ]),
    })}`,
  );
}

/** No comparison would be fair: what helps. */
export function nobody({ visible }: GestellteFrage) {
  return alert({
    kind: 'info',
    title: 'Es gibt keine Kommune, mit der ein Vergleich fair wäre',
    body: `Unten steht bei jeder Kommune, die mit Ihnen teilt, woran es liegt. Oft hilft ein einzelnes Themenfeld oder eine weitere Größe. ${ohneEinwilligungSatz(visible.withoutConsent)}`,
  });
}

/** Who is left out, and why. */
export function notCompared({ nichtVerglichen }: Vergleich) {
  if (nichtVerglichen.length === 0) return '';
  return section(
    'Mit wem nicht verglichen wird',
    table({
      caption: 'Kommunen, mit denen nicht verglichen wird',
      captionHidden: true,
      columns: [{ label: 'Kommune' }, { label: 'Grund', width: 'wide' }],
      rows: nichtVerglichen.map(({ name, grund }) => [name, ausschlussText(grund)]),
    }),
  );
}
