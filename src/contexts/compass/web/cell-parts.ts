import { html } from 'hono/html';
import { addedFields, fieldValues, type Vollstaendigkeit, vollstaendigkeitText } from '#fields';
import { formatLocalDate, formatQuartal } from '#kernel';
import {
  alert,
  button,
  descriptionList,
  externalLink,
  form,
  formatInstant,
  formatNumber,
  type Html,
  textLink,
} from '#ui';
import { frischeOn, frischeTage, terminVerstrichen } from '../domain/frische.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { fallzahlArtLabel, frischeLabel, keineAngabe, pruefLabel, zurueckgenommen } from '../messages.ts';
import type { Zelle } from '../use-cases/read-cell.ts';
import { werText } from '../views/feld-text.ts';
import { zustandBadge } from '../views/zustand-badge.ts';
import { evidenceFile } from './cell-evidence.ts';

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
    ...(zelle.mitgezogenAus === null
      ? []
      : [
          `Diese Angabe wurde zu ${zelle.mitgezogenAus} gemacht, das im Katalog hierin weiterlebt. Bitte bestätigen oder ändern Sie sie; bis dahin zählt sie in keiner Zahl.`,
        ]),
    ...(stand && terminVerstrichen(stand, date)
      ? [
          `Geplant für ${formatLocalDate(stand.geplantFuer ?? date)}, der Termin ist verstrichen. Der Zustand bleibt, bis Sie ihn ändern.`,
        ]
      : []),
  ];
  return html`${lines.map((line) => alert({ kind: 'info', title: line }))}`;
}

/** What decided plans set for this Leistung. A plan is no Stand: it changes nothing of what holds. */
export function zieleNotice(ziele: Awaited<ReturnType<CompassDeps['ziele']>>): Html | '' {
  if (ziele.length === 0) return '';
  return alert({
    kind: 'info',
    title: 'Ziel nach Plan',
    body: html`${ziele.map(
      ({ quartal, quelle, href }) =>
        html`<p class="kern-body">${quartal === null ? 'Noch kein Platz im Plan' : formatQuartal(quartal)} (${quelle}). ${textLink(href, 'Was vorher zu tun ist')}</p>`,
    )}`,
  });
}

/** Where the Leistung stands, who says so, and how old the statement is. */
export function summary(zelle: Zelle): Html {
  const { stand, ort, reader, zuordnung, personen, date, vollstaendigkeit } = zelle;
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
    ['Vollständig', vollstaendigkeit && completenessText(vollstaendigkeit)],
    ...fieldValues(addedFields(zelle.felder), stand?.felder ?? {}, date),
    [
      'Angegeben',
      stand
        ? `${werText(personen, stand.angegebenVon)}, ${formatInstant(stand.angegebenAm)}, ${zelle.mitgezogenAus ? `zu ${zelle.mitgezogenAus}` : `Fassung ${stand.fassung}`}${frische && frische !== 'frisch' ? ` (${frischeLabel[frische]})` : ''}`
        : unsaid(zelle),
    ],
  ]);
}

/** Nothing was ever said, or who took it back. */
function unsaid({ verlauf: [last], personen }: Zelle): string {
  return last
    ? `${keineAngabe}; ${zurueckgenommen} von ${werText(personen, last.angegebenVon)}, ${formatInstant(last.angegebenAm)}`
    : keineAngabe;
}

/** The exact share, and what is missing. */
function completenessText(stand: Vollstaendigkeit): string {
  const missing =
    stand.art === 'anteil' && stand.fehlt.length > 0 ? `; es fehlt: ${stand.fehlt.join(', ')}` : '';
  return `${vollstaendigkeitText(stand)}${missing}`;
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

function evidence(zelle: Zelle): Html | null {
  const { stand, pruefung } = zelle;
  const nachweis = stand?.nachweis;
  if (!nachweis) return null;
  const link = nachweis.art === 'link' && nachweis.link ? externalLink(nachweis.link, nachweis.link) : '';
  const seen = pruefung
    ? html`<p class="kern-body kern-body--small">${pruefLabel[pruefung.ergebnis]} Nachgesehen ${formatInstant(pruefung.geprueftAm)}.</p>`
    : link
      ? html`<p class="kern-body kern-body--small">Noch nicht nachgesehen.</p>`
      : '';
  return html`${link}${evidenceFile(zelle)}${nachweis.text ? html`<p class="kern-body">${nachweis.text}</p>` : ''}${seen}`;
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
