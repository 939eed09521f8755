import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { badge, emptyState, heatMap, section, statTiles, table } from '#ui';
import type { Angabe } from '../domain/angabe.ts';
import { anzahlKriterien } from '../domain/rangfolge.ts';
import { type Bereich, type Gewichtsfolge, ueblicheSpitze } from '../domain/stabilitaet.ts';
import { herkunftLabel } from '../herkunft-label.ts';
import { kriteriumText, tausendstel } from '../messages.ts';
import { type Erklaerung, festigkeitSatz } from '../use-cases/explain.ts';
import type { Rangfolge } from '../use-cases/read-rangfolge.ts';

/** Place, points and how much is known. */
export function tiles(erklaerung: Erklaerung, { welt }: Rangfolge) {
  return statTiles([
    {
      label: 'Platz',
      value: erklaerung.rang.toLocaleString('de-DE'),
      note: `von ${welt.leistungen.length.toLocaleString('de-DE')}`,
    },
    {
      label: 'Punkte von 1.000',
      value: `${erklaerung.punkte}`,
      note: `${erklaerung.summe.toLocaleString('de-DE')} Rechenpunkte geteilt durch Gewichte von zusammen ${erklaerung.gesamt}`,
    },
    { label: 'Bekannte Kriterien', value: `${erklaerung.bekannt} von ${anzahlKriterien}` },
  ]);
}

/** What each criterion adds, with its evidence. */
export function beitraegeSection({
  erklaerung,
  ranked,
}: {
  readonly erklaerung: Erklaerung;
  readonly ranked: Rangfolge;
}) {
  return section(
    'Was den Platz ausmacht',
    table({
      caption: 'Beitrag jedes Kriteriums',
      captionHidden: true,
      columns: [
        { label: 'Kriterium' },
        { label: 'Wert', numeric: true },
        { label: 'Gewicht', numeric: true },
        { label: 'Beitrag', numeric: true },
        { label: 'Beleg', width: 'wide' },
      ],
      rows: erklaerung.beitraege.map(({ kriterium, wert, bekannt, gewicht, beitrag, satz }, column) => [
        kriteriumText[kriterium].label,
        bekannt ? tausendstel(wert) : html`${badge('neutral', 'unbekannt')} zählt ${tausendstel(wert)}`,
        String(gewicht),
        beitrag.toLocaleString('de-DE'),
        html`${satz}${bekannt ? html` <span class="kern-body--muted">(${herkunftLabel[ranked.welt.belege[erklaerung.row]?.[column]?.herkunft ?? 'unbekannt']})</span>` : ''}`,
      ]),
      footer: ['Summe', '', String(erklaerung.gesamt), erklaerung.summe.toLocaleString('de-DE'), ''],
    }),
    { lead: 'Beitrag = Gewicht × Wert in Tausendsteln. Alle Beiträge zusammen sind genau die Summe.' },
  );
}

const shownWeights = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;

/** Where the place holds while one weight changes. */
export function stabilitaetSection({ stabilitaet, rang }: Erklaerung) {
  const range = ({ von, bis }: Bereich) => (von === bis ? `nur bei ${von}` : `von ${von} bis ${bis}`);
  const top = ({ inSpitze, spitzeHaelt }: Gewichtsfolge) =>
    `${inSpitze ? 'ja' : 'nein'}, ${range(spitzeHaelt)}`;
  return section(
    'Wie fest steht der Platz?',
    html`<div class="lw-stack"><p class="kern-body">${festigkeitSatz(stabilitaet)}</p>${table({
      caption: 'Bereiche, in denen der Platz gleich bleibt',
      captionHidden: true,
      columns: [
        { label: 'Gewicht' },
        { label: 'jetzt', numeric: true },
        { label: `Platz ${rang.toLocaleString('de-DE')} hält` },
        { label: `Unter den ersten ${ueblicheSpitze}` },
      ],
      rows: stabilitaet.map((folge) => [
        kriteriumText[folge.kriterium].label,
        String(folge.gewicht),
        range(folge.rangHaelt),
        top(folge),
      ]),
    })}${heatMap({
      id: 'platz-je-gewicht',
      caption: 'Platz, wenn sich ein Gewicht ändert',
      description: 'Jede Zeile ändert ein Gewicht und lässt die anderen stehen. „–“: dann zählte gar nichts.',
      rowLabel: 'Gewicht',
      columns: shownWeights.map((weight) => ({ label: String(weight) })),
      rows: stabilitaet.map(({ kriterium, raenge }) => ({
        label: kriteriumText[kriterium].label,
        values: shownWeights.map((weight) => raenge[weight] ?? null),
      })),
      classes: [
        { from: 1, label: '1 bis 20' },
        { from: 21, label: '21 bis 100' },
        { from: 101, label: '101 bis 500' },
        { from: 501, label: 'ab 501' },
      ],
      format: (value) => value.toLocaleString('de-DE'),
    })}</div>`,
    { lead: 'Gerechnet für jedes ganze Gewicht von 0 bis 100, während die anderen bleiben.' },
  );
}

/** What was stated, the newest first. */
export function verlaufSection(verlauf: readonly Angabe[]) {
  return section(
    'Verlauf der Angaben',
    table({
      caption: 'Verlauf der Angaben',
      captionHidden: true,
      columns: [
        { label: 'Kriterium' },
        { label: 'Wert' },
        { label: 'Quelle', width: 'wide' },
        { label: 'Stand' },
        { label: 'Gilt für' },
      ],
      rows: verlauf.map(({ kriterium, rohwert, quelle, stand, bezugArt }) => [
        kriteriumText[kriterium].label,
        rohwert ?? 'zurückgenommen',
        quelle,
        formatLocalDate(stand),
        bezugArt === 'ozg' ? 'OZG-Leistung' : 'Leistung',
      ]),
      empty: emptyState({
        title: 'Noch keine Angabe',
        body: 'Hier steht, was der IT-Dienstleister zu dieser Leistung angegeben hat, mit Quelle und Stand.',
      }),
    }),
  );
}
