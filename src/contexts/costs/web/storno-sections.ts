import { html } from 'hono/html';
import { formatCents } from '#kernel';
import { alert, type Html, section, table, textLink } from '#ui';
import type { Abrechnungskopf } from '../store-abrechnung.ts';
import type { Anteil } from '../store-anteil.ts';
import type { Rechnungsansicht } from '../use-cases/rechnungsbild.ts';
import { grundText } from '../views/korrektur-text.ts';

/** Whose shares of the bill before a corrected one takes back, each with the number of its cancellation. */
export function stornierte({ kopf, storniert: { zahl, erste } }: Rechnungsansicht): Html | '' {
  if (zahl === 0 || kopf.korrigiert === null) return '';
  const before = `/abrechnungen/${kopf.korrigiert}/zahler`;
  return section(
    'Stornorechnungen',
    table({
      caption: zahl > erste.length ? `Die ersten ${erste.length} von ${zahl}` : `${zahl} Zahler`,
      columns: [
        { label: 'Zahler', width: 'wide' },
        { label: 'Stornorechnung' },
        { label: 'Zurückgenommen', numeric: true },
      ],
      rows: erste.map(({ zahler, name, nummer, brutto }) => [
        textLink(`${before}/${zahler}`, name),
        nummer,
        formatCents(-brutto),
      ]),
    }),
    {
      lead: 'Diesen Zahlern rechnet die neue Abrechnung nichts mehr ab. Jeder bekommt eine Stornorechnung über seinen früheren Anteil; alle stehen auch im ZIP der XRechnungen.',
    },
  );
}

/** Says that a share was taken back, and by which bill. */
export function zurueckgenommen(
  { ersetztDurch }: Pick<Abrechnungskopf, 'ersetztDurch'>,
  { storno, ersetzungsgrund }: Pick<Anteil, 'storno' | 'ersetzungsgrund'>,
): Html | '' {
  if (storno === null) return '';
  const link = ersetztDurch === null ? '' : textLink(`/abrechnungen/${ersetztDurch}`, 'Zur neuen Abrechnung');
  return alert({
    kind: 'warning',
    title: `Zurückgenommen durch die Stornorechnung ${storno.nummer}`,
    body: html`${ersetzungsgrund === '' ? '' : html`<p>${grundText(ersetzungsgrund)}</p>`}${link}`,
  });
}
