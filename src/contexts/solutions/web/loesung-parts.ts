import { html } from 'hono/html';
import { addedFields, completeness, type Feld, fieldValues, vollstaendigkeitText } from '#fields';
import { formatLocalDate, type LocalDate } from '#kernel';
import { descriptionList, evidenceBadge, externalLink, formatNumber, type Html, table, textLink } from '#ui';
import { efaKriterien, efaStand } from '../domain/efa-kriterien.ts';
import type { LoesungStand } from '../domain/loesung.ts';
import { euroText } from '../domain/loesung-input.ts';
import type { Nutzung } from '../domain/matching-gewichte.ts';
import { feldwerteOf } from '../loesung-art.ts';
import { kriteriumLabel, niveauLabel, statusLabel, urteilLabel } from '../messages.ts';
import { efaText, statusBadge } from '../views/register-definition.ts';
import type { RegisterRow } from '../views/register-row.ts';

/** What the register says of a Lösung. */
export function facts(stand: LoesungStand, felder: readonly Feld[], date: LocalDate): Html {
  const { inhalt } = stand;
  const list = (values: readonly string[]) => values.join(', ');
  const { quelle } = inhalt;
  return descriptionList([
    ['Status', statusBadge(stand)],
    ['Verfügbar ab', inhalt.verfuegbarAb && formatLocalDate(inhalt.verfuegbarAb)],
    ['Letzter Tag', inhalt.endetAm && formatLocalDate(inhalt.endetAm)],
    ['Anbieter', inhalt.anbieter],
    ['Hersteller', inhalt.hersteller],
    ['Preis', inhalt.preisText],
    ['Preis einmalig', amount(inhalt.preisEinmaligCent)],
    ['Preis jährlich', amount(inhalt.preisJaehrlichCent)],
    ['Schnittstellen', list(inhalt.schnittstellen)],
    ['Benötigte Fachverfahren', list(inhalt.fachverfahren)],
    ['Voraussetzungen', inhalt.voraussetzungen],
    ['Mindest-Vertrauensniveau', inhalt.vertrauensniveau && niveauLabel[inhalt.vertrauensniveau]],
    ['Zahlverfahren', list(inhalt.zahlverfahren)],
    ['Portale', list(inhalt.portale)],
    ['Adresse', inhalt.url && externalLink(inhalt.url, inhalt.url)],
    ['Hinweis', inhalt.hinweis],
    ...fieldValues(addedFields(felder), inhalt.felder, date),
    ['Vollständig', vollstaendigkeitText(completeness(felder, feldwerteOf(inhalt), date))],
    ['Quelle', quelle.url ? externalLink(quelle.url, quelle.title) : quelle.title],
    ['Stand der Quelle', formatLocalDate(inhalt.quelleStand)],
    ['Beleg', evidenceBadge(inhalt.evidenz)],
    ['Kennung', stand.id],
  ]);
}

const euros = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });

function amount(cents: number | null): string | null {
  return cents === null ? null : euros.format(Number(euroText(cents).replace(',', '.')));
}

/** What it contains, each with its own state. */
export function leistungen({ leistungen: named }: RegisterRow, { inhalt }: LoesungStand): Html {
  if (named.length === 0) return html`<p>Welche Leistungen sie enthält, ist nicht angegeben.</p>`;
  const level = (value: number | null) => (value === null ? 'keine Angabe' : String(value));
  return table({
    caption: 'Enthaltene Leistungen',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Leistung', width: 'wide' },
      { label: 'Status' },
      { label: 'Reifegrad 1.1 (0–4)', numeric: true },
      { label: 'Reifegrad 2.0 (0–7)', numeric: true },
      { label: 'Kommentar' },
    ],
    rows: inhalt.leistungen.map((each, index) => [
      textLink(`/katalog/leistungen/${each.leistungId}`, named[index]?.name ?? each.leistungId),
      statusLabel[each.status],
      level(each.reifegrad11),
      level(each.reifegrad20),
      each.kommentar ?? '–',
    ]),
  });
}

/** How it stands with the EfA minimum requirements. */
export function efa(stand: LoesungStand): Html {
  const { unbekannt, von } = efaStand(stand.inhalt.efa);
  if (unbekannt === von)
    return html`<p>Keine Angabe: Niemand hat die ${formatNumber(von)} Anforderungen bisher beurteilt.</p>`;
  const open = unbekannt > 0 ? ` ${formatNumber(unbekannt)} ohne Angabe.` : '';
  return html`<p>Erfüllt: ${efaText(stand)}.${open}</p>${table({
    caption: 'EfA-Mindestanforderungen im Einzelnen',
    captionHidden: true,
    small: true,
    columns: [{ label: 'Anforderung', width: 'wide' }, { label: 'Urteil' }],
    rows: efaKriterien.map((each) => {
      const urteil = stand.inhalt.efa[each];
      return [kriteriumLabel[each], urteil === undefined ? 'keine Angabe' : urteilLabel[urteil]];
    }),
  })}`;
}

/** Who uses it, as far as anybody shares it. */
export function used(nutzung: Nutzung | null, { herkunft }: LoesungStand): Html {
  if (nutzung === null)
    return html`<p>Keine Angabe. Gezählt werden nur Kommunen, die ihren Umsetzungsstand teilen.</p>`;
  const word = nutzung.kommunen === 1 ? 'Kommune' : 'Kommunen';
  const one = nutzung.kommunen === 1;
  const what = one ? 'nutzt sie und teilt das' : 'nutzen sie und teilen das';
  const live = one
    ? 'hat sie freigeschaltet oder teilt, dass sie sie nutzt'
    : 'haben sie freigeschaltet oder teilen, dass sie sie nutzen';
  const verb = herkunft === 'angebot' ? live : what;
  return html`<p>${formatNumber(nutzung.kommunen)} ${word} ${verb}.</p>`;
}
