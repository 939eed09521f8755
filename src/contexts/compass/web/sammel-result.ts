import { html } from 'hono/html';
import type { PageContent, PageRequest } from '#platform';
import { alert, button, form, formatNumber, type Html, section, table, textLink } from '#ui';
import { anzahlen, type Sammel, type SammelErgebnis } from '../domain/sammel.ts';
import { sammelAddress } from './sammel-address.ts';

export function resultContent(
  { id, titel, zurueck, zeilen }: Sammel,
  ergebnis: SammelErgebnis,
  { csrfToken }: PageRequest,
): Omit<PageContent, 'wide'> {
  const refused = zeilen ? anzahlen(zeilen).refused : 0;
  const note = refused > 0 ? ` ${formatNumber(refused)} fehlerhafte Zeilen wurden ausgelassen.` : '';
  return {
    title: zurueck ? 'Sammeländerung rückgängig gemacht' : 'Sammeländerung gespeichert',
    lead: titel,
    main: html`${
      zurueck
        ? html`<p class="kern-body">Geändert hatte sie ${countText(ergebnis.geschrieben.length)}.${note}</p>`
        : alert({ kind: 'success', title: `${countText(ergebnis.geschrieben.length)} geändert.${note}` })
    }${leftTable('Nicht geändert, weil sich inzwischen etwas getan hat', ergebnis)}${
      zurueck ? undone(zurueck, ergebnis) : undoForm(id, ergebnis, csrfToken)
    }`,
    nextSteps: [
      { label: 'Zum Umsetzungsstand', href: '/stand' },
      { label: 'Frühere Sammeländerungen', href: sammelAddress },
    ],
  };
}

function undone(zurueck: SammelErgebnis, { geschrieben }: SammelErgebnis): Html {
  const first = new Set(geschrieben.filter(isFirst).map(({ leistungId }) => leistungId));
  const back = zurueck.geschrieben.filter(({ leistungId }) => first.has(leistungId)).length;
  const again = zurueck.geschrieben.length - back;
  const parts = [
    ...(again > 0 ? [`Bei ${countText(again)} gelten wieder die früheren Werte.`] : []),
    ...(back > 0 ? [`Bei ${countText(back)} gilt wieder „keine Angabe“.`] : []),
  ];
  return section(
    'Rückgängig',
    html`${alert({
      kind: zurueck.gelassen.length > 0 ? 'warning' : 'success',
      title: parts.length === 0 ? 'Es gilt weiter, was gespeichert wurde.' : parts.join(' '),
    })}${leftTable('Nicht zurückgenommen', zurueck)}`,
  );
}

function undoForm(id: string, { geschrieben }: SammelErgebnis, csrfToken: string): Html | '' {
  const first = geschrieben.filter(isFirst).length;
  if (geschrieben.length === 0) return '';
  const back =
    first === 0
      ? ''
      : ` ${countText(first)} ${first === 1 ? 'hatte' : 'hatten'} vorher keine Angabe; bei ${first === 1 ? 'ihr' : 'ihnen'} gilt dann wieder „keine Angabe“.`;
  return section(
    'Rückgängig',
    html`<p class="kern-body lw-measure">Was vorher galt, gilt dann wieder, ab heute und im Verlauf sichtbar. Was andere seither geändert haben, bleibt; das sagen wir Ihnen.${back}</p>${form(
      { action: `${sammelAddress}/${id}/rueckgaengig`, csrfToken, label: 'Rückgängig' },
      button('Rückgängig machen', { kind: 'secondary' }),
    )}`,
  );
}

const isFirst = ({ vorher }: SammelErgebnis['geschrieben'][number]) => vorher === 0;

function leftTable(caption: string, { gelassen }: SammelErgebnis): Html | '' {
  if (gelassen.length === 0) return '';
  return table({
    caption,
    small: true,
    columns: [
      { label: 'Leistung', width: 'wide' },
      { label: 'Warum', width: 'wide' },
    ],
    rows: gelassen
      .slice(0, 200)
      .map(({ leistungId, name, grund }) => [textLink(`/stand/${leistungId}`, name), grund]),
  });
}

const countText = (count: number) => (count === 1 ? '1 Leistung' : `${formatNumber(count)} Leistungen`);
