import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import {
  alert,
  button,
  descriptionList,
  emptyState,
  evidenceBadge,
  externalLink,
  form,
  formatInstant,
  formatNumber,
  type Html,
  section,
  table,
  textLink,
} from '#ui';
import type { Reifegradmodelle } from '../domain/apply-reifegrad.ts';
import { frischeOn, frischeTage, terminVerstrichen } from '../domain/frische.ts';
import { bewerte, naechsterSchritt, type Reifegradmodell, type Weg, wegZu } from '../domain/reifegrad.ts';
import type { Kriterien, Stand } from '../domain/stand.ts';
import { unterschied } from '../domain/unterschied.ts';
import { fallzahlArtLabel, feldLabel, frischeLabel, keineAngabe, pruefLabel } from '../messages.ts';
import type { Zelle } from '../use-cases/read-cell.ts';
import { feldText, werText } from '../views/feld-text.ts';
import { zustandBadge } from '../views/zustand-badge.ts';

/** What somebody should know before reading on: ended, no duty, a planned day that has passed. */
export function hints(zelle: Zelle): Html {
  const { stand, pflichtlage, endetAm, date, reader } = zelle;
  const lines = [
    ...(pflichtlage === 'beendet'
      ? [
          `Diese Leistung gibt es seit dem ${endetAm ? formatLocalDate(endetAm) : 'Ende'} nicht mehr. Ihre Angaben bleiben erhalten.`,
        ]
      : []),
    ...(pflichtlage === 'nicht im Katalog'
      ? ['Diese Leistung steht nicht mehr im Katalog. Ihre Angaben bleiben erhalten.']
      : []),
    ...(['Kreis', 'Land', 'Bund', 'andere Stelle', 'nicht einschlägig'].includes(pflichtlage)
      ? [
          `${reader.kommune.name} schuldet diese Leistung nicht selbst (${pflichtlage}). Angaben dazu bleiben erhalten und zählen nicht zu Ihren Pflichten.`,
        ]
      : []),
    ...(stand && terminVerstrichen(stand, date)
      ? [
          `Geplant für ${formatLocalDate(stand.geplantFuer ?? date)}, der Termin ist verstrichen. Der Zustand bleibt, bis Sie ihn ändern.`,
        ]
      : []),
  ];
  return html`${lines.map((line) => alert({ kind: 'info', title: line }))}`;
}

/** Where the Leistung stands, who says so, and how old the statement is. */
export function summary(zelle: Zelle): Html {
  const { stand, ort, reader, zuordnung, personen, date } = zelle;
  const { ags } = reader.kommune;
  const duty = textLink(`/kommunen/${ags}/pflichten/${ort.id}`, `${zelle.pflichtlage}, mit Gründen`);
  const frische = stand && frischeOn(stand.angegebenAm, date);
  return descriptionList([
    ['Zustand', zustandBadge(stand?.zustand ?? null)],
    ['Zuständigkeit', duty],
    [
      'Fachbereich',
      zuordnung && `${zuordnung.fachbereich.name}${zuordnung.woher === 'angabe' ? '' : ' (nach Zuordnung)'}`,
    ],
    ['Fallzahl', caseText(zelle)],
    ['Nachweis', evidence(zelle)],
    [
      'Angegeben',
      stand
        ? `${werText(personen, stand.angegebenVon)}, ${formatInstant(stand.angegebenAm)}, Fassung ${stand.fassung}${frische && frische !== 'frisch' ? ` (${frischeLabel[frische]})` : ''}`
        : keineAngabe,
    ],
  ]);
}

function caseText({ stand, schaetzung }: Zelle): Html | string | null {
  const own =
    stand?.fallzahl !== null && stand?.fallzahlArt
      ? `${formatNumber(stand.fallzahl)} im Jahr ${stand.fallzahlJahr}, ${fallzahlArtLabel[stand.fallzahlArt]}`
      : null;
  if (schaetzung === null) return own;
  const { wert, von, bis, kommunen, fehlerProzent } = schaetzung;
  const estimate = `Schätzung: etwa ${formatNumber(wert)} im Jahr (${formatNumber(von)} bis ${formatNumber(bis)}), nach gezählten Fällen je 1.000 Einwohner in ${kommunen} ähnlich großen Kommunen. So geschätzt, liegt man dort im Mittel ${fehlerProzent} % daneben.`;
  return html`${own ?? ''}<p class="kern-body kern-body--small">${estimate}</p>`;
}

function evidence({ stand, pruefung }: Zelle): Html | null {
  const nachweis = stand?.nachweis;
  if (!nachweis) return null;
  const link = nachweis.art === 'link' && nachweis.link ? externalLink(nachweis.link, nachweis.link) : '';
  const seen = pruefung
    ? html`<p class="kern-body kern-body--small">${pruefLabel[pruefung.ergebnis]} Nachgesehen ${formatInstant(pruefung.geprueftAm)}.</p>`
    : link
      ? html`<p class="kern-body kern-body--small">Noch nicht nachgesehen.</p>`
      : '';
  return html`${link}${nachweis.text ? html`<p class="kern-body">${nachweis.text}</p>` : ''}${seen}`;
}

/** Confirms that the statement still holds: one click, no field. */
export function confirmForm({ stand, ort }: Zelle, csrfToken: string): Html | '' {
  if (stand === null) return '';
  return form(
    {
      action: `/stand/${ort.id}/bestaetigen`,
      csrfToken,
      hidden: { grundlage: String(stand.fassung) },
      label: 'Angabe bestätigen',
    },
    html`<p class="kern-body kern-body--small">Eine Angabe gilt ${frischeTage.frisch} Tage als frisch. Stimmt noch alles?</p>${button('Stimmt noch', { kind: 'secondary' })}`,
  );
}

/** Both maturity models: the level, what decides it, and the cheapest step up. */
export function reifegradPart(stand: Stand | null, { modell11, modell20 }: Reifegradmodelle): Html {
  return section(
    'Wie kommt die Leistung eine Stufe höher?',
    html`${modelPart(modell11, stand?.reifegrad11 ?? null, stand?.kriterien11 ?? null, 3)}${modelPart(modell20, stand?.reifegrad20 ?? null, stand?.kriterien20 ?? null, null)}`,
    { lead: 'Der Aufwand ist eine Einschätzung von 1 (gering) bis 5 (hoch) je Schritt.' },
  );
}

function modelPart(
  modell: Reifegradmodell,
  level: number | null,
  kriterien: Kriterien | null,
  konformAb: number | null,
): Html {
  const bewertung = bewerte(modell, kriterien ?? {});
  const weg = kriterien && naechsterSchritt(modell, kriterien);
  const konform =
    kriterien && konformAb !== null && weg && weg.ziel < konformAb
      ? wegZu(modell, kriterien, konformAb)
      : null;
  return html`<h3 class="kern-title">Modell ${modell.name}: ${level === null ? keineAngabe : `Stufe ${level} von ${modell.hoechste}`}</h3>
    ${kriterien === null ? html`<p class="kern-body">Ohne beantwortete Kriterien lässt sich kein Weg nennen.</p>` : ''}
    ${kriterien && bewertung.offen.length > 0 ? html`<p class="kern-body">Noch offen: ${bewertung.offen.map(({ name }) => name).join(', ')}.${bewertung.hoechstens < modell.hoechste ? ` Mehr als Stufe ${bewertung.hoechstens} wird es damit nicht.` : ''}</p>` : ''}
    ${bewertung.offen.length === 0 && bewertung.entscheidend.length > 0 ? html`<p class="kern-body">Es entscheidet: ${bewertung.entscheidend.map(({ name }) => name).join(', ')}.</p>` : ''}
    ${weg ? wayTable(modell, weg, `Der günstigste Weg auf Stufe ${weg.ziel}`) : ''}
    ${konform ? wayTable(modell, konform, `Der günstigste Weg zur OZG-Konformität (Stufe ${konformAb})`) : ''}
    <p class="kern-body kern-body--small kern-body--muted">${modell.hinweis}</p>`;
}

function wayTable({ name }: Reifegradmodell, { schritte, aufwand }: Weg, caption: string): Html {
  return table({
    caption: `${caption}, Modell ${name}: Aufwand ${aufwand}`,
    small: true,
    columns: [
      { label: 'Kriterium', width: 'narrow' },
      { label: 'Heute' },
      { label: 'Dann', width: 'wide' },
      { label: 'Aufwand', numeric: true },
      { label: 'Beleg' },
    ],
    rows: schritte.map(({ kriterium, von, nach, aufwand: cost }) => [
      kriterium.name,
      von?.text ?? '–',
      nach.wartetAuf ? `${nach.text} (wartet auf: ${nach.wartetAuf})` : nach.text,
      String(cost),
      evidenceBadge(kriterium.evidenz),
    ]),
  });
}

/** Who said what, when; newest first. */
export function history(zelle: Zelle): Html {
  const { verlauf, personen } = zelle;
  if (verlauf.length === 0)
    return section(
      'Verlauf',
      emptyState({
        title: 'Noch keine Angabe',
        body: 'Sobald jemand etwas angibt, steht es hier mit Namen und Tag.',
      }),
    );
  const rows = verlauf.map((stand, index) => {
    const before = verlauf[index + 1] ?? null;
    const changed = unterschied(before, stand).filter((feld) => before !== null || !isEmpty(stand[feld]));
    const lines = changed.map((feld) =>
      before === null
        ? `${feldLabel[feld]}: ${feldText(zelle, feld, stand[feld])}`
        : `${feldLabel[feld]}: ${feldText(zelle, feld, before[feld])} → ${feldText(zelle, feld, stand[feld])}`,
    );
    return [
      formatInstant(stand.angegebenAm),
      werText(personen, stand.angegebenVon),
      lines.length > 0
        ? html`<ul class="kern-list kern-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
        : 'bestätigt, ohne Änderung',
      formatLocalDate(stand.giltAb),
      String(stand.fassung),
    ];
  });
  return section(
    'Verlauf',
    table({
      caption: 'Wer hat wann was angegeben?',
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Wann' },
        { label: 'Wer' },
        { label: 'Was', width: 'wide' },
        { label: 'Gilt ab' },
        { label: 'Fassung', numeric: true },
      ],
      rows,
    }),
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}
