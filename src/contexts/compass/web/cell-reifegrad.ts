import { html } from 'hono/html';
import { evidenceBadge, type Html, section, table } from '#ui';
import type { Reifegradmodelle } from '../domain/apply-reifegrad.ts';
import { bewerte, naechsterSchritt, type Reifegradmodell, type Weg, wegZu } from '../domain/reifegrad.ts';
import type { Kriterien, Stand } from '../domain/stand.ts';
import { keineAngabe } from '../messages.ts';

/** Both maturity models: the level, what decides it, and the cheapest step up. */
export function reifegradPart(stand: Stand | null, { modell11, modell20 }: Reifegradmodelle): Html {
  const title = 'Wie kommt die Leistung eine Stufe höher?';
  const levels = [stand?.reifegrad11, stand?.reifegrad20, stand?.kriterien11, stand?.kriterien20];
  if (levels.every((each) => each === null || each === undefined))
    return section(
      title,
      html`<p class="kern-body">Wenn Sie unter „Reifegrad“ Kriterien beantworten, steht hier der günstigste nächste Schritt.</p>`,
    );
  return section(
    title,
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
