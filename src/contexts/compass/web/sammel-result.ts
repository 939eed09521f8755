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
      zurueck ? undone(zurueck) : html`${undoForm(id, ergebnis, csrfToken)}${againForm(ergebnis, csrfToken)}`
    }`,
    nextSteps: [
      { label: 'Zum Umsetzungsstand', href: '/stand' },
      { label: 'Frühere Sammeländerungen', href: sammelAddress },
    ],
  };
}

function undone(zurueck: SammelErgebnis): Html {
  return section(
    'Rückgängig',
    html`${alert({
      kind: zurueck.gelassen.length > 0 ? 'warning' : 'success',
      title:
        zurueck.geschrieben.length === 0
          ? 'Es gilt weiter, was gespeichert wurde.'
          : `Bei ${countText(zurueck.geschrieben.length)} gelten wieder die früheren Werte.`,
    })}${leftTable('Nicht zurückgenommen', zurueck)}`,
  );
}

function undoForm(id: string, { geschrieben }: SammelErgebnis, csrfToken: string): Html | '' {
  const first = geschrieben.filter(isFirst).length;
  if (first === geschrieben.length) return '';
  const kept =
    first === 0
      ? ''
      : ` ${countText(first)} ${first === 1 ? 'hatte' : 'hatten'} vorher keine Angabe; bei ${first === 1 ? 'ihr' : 'ihnen'} bleibt, was jetzt gilt.`;
  return section(
    'Rückgängig',
    html`<p class="kern-body lw-measure">Die früheren Werte gelten dann wieder, ab heute und im Verlauf sichtbar. Was andere seither geändert haben, bleibt; das sagen wir Ihnen.${kept}</p>${form(
      { action: `${sammelAddress}/${id}/rueckgaengig`, csrfToken, label: 'Rückgängig' },
      button('Rückgängig machen', { kind: 'secondary' }),
    )}`,
  );
}

const isFirst = ({ vorher }: SammelErgebnis['geschrieben'][number]) => vorher === 0;

/** What was stated for the first time cannot be taken back, only stated anew: so that is what is offered. */
function againForm({ geschrieben }: SammelErgebnis, csrfToken: string): Html | '' {
  const first = geschrieben.filter(isFirst);
  if (first.length === 0 || first.length < geschrieben.length) return '';
  const these = first.length === 1 ? 'dieser Leistung' : `diesen ${formatNumber(first.length)} Leistungen`;
  return section(
    'War etwas falsch?',
    html`<p class="kern-body lw-measure">Das ${first.length === 1 ? 'war die erste Angabe' : 'waren die ersten Angaben'} zu ${these}. Was jemand gesagt hat, bleibt im Verlauf und wird nicht gelöscht; es lässt sich jederzeit ändern.</p>${form(
      {
        action: sammelAddress,
        csrfToken,
        label: 'Noch einmal ändern',
        hidden: { abfrage: 'umfang=alle' },
      },
      html`${first.map(({ leistungId }) => html`<input type="hidden" name="auswahl" value="${leistungId}">`)}${button(
        first.length === 1 ? 'Noch einmal ändern' : 'Noch einmal gemeinsam ändern',
        { kind: 'secondary' },
      )}`,
    )}`,
  );
}

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
