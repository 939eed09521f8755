import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { alert, button, form, formatInstant, formatNumber, section, statTiles, table, textLink } from '#ui';
import { type OeffentlicherStand, teilNamen } from '../domain/freigabe.ts';
import type { FreigabeRow } from '../store-freigaben.ts';

/** Where a Kommune sees and decides what of its Stand is public. */
export const releasePath = '/berichte/oeffentlich';

/** What is public now, and how to end it. */
export function currentPart(row: FreigabeRow, ags: string, endable: boolean, csrfToken: string) {
  return html`${alert({
    kind: 'info',
    title: `Öffentlich ist der Stand vom ${formatLocalDate(row.stichtag)}, bis ${formatLocalDate(row.giltBis)}.`,
    body: html`<p>${row.teile.map((teil) => teilNamen[teil]).join('; ')}. ${textLink(`/kommunen/${ags}/stand`, 'Zur öffentlichen Seite')}</p>`,
  })}${
    endable
      ? form(
          { action: `${releasePath}/beenden`, csrfToken, label: 'Veröffentlichung beenden' },
          button('Nicht mehr veröffentlichen', { kind: 'secondary' }),
        )
      : ''
  }`;
}

/** What a release would show today. */
export function previewPart({ online, termine, anteil }: OeffentlicherStand) {
  return section(
    'Was heute veröffentlicht würde',
    statTiles([
      {
        label: teilNamen.online,
        value: formatNumber(online?.length ?? 0),
        note: 'Leistungen',
        href: '/stand?umfang=pflichten&zustand=online',
      },
      {
        label: teilNamen.termine,
        value: formatNumber(termine?.length ?? 0),
        note: 'Termine, die noch kommen',
      },
      {
        label: teilNamen.anteil,
        value: `${formatNumber(anteil?.online ?? 0)} von ${formatNumber(anteil?.pflichten ?? 0)}`,
        note: `${formatNumber(anteil?.ohneAngabe ?? 0)} ohne Angabe, auch das steht dort`,
      },
    ]),
  );
}

/** All releases, the latest first. */
export function historyPart(freigaben: readonly FreigabeRow[]) {
  if (freigaben.length === 0) return '';
  return section(
    'Bisherige Freigaben',
    table({
      caption: 'Bisherige Freigaben',
      captionHidden: true,
      columns: [
        { label: 'Freigegeben' },
        { label: 'Stand' },
        { label: 'Teile', width: 'wide' },
        { label: 'gilt bis' },
        { label: 'beendet' },
      ],
      rows: freigaben.map(({ freigegebenAm, stichtag, teile, giltBis, beendetAm }) => [
        formatInstant(freigegebenAm),
        formatLocalDate(stichtag),
        teile.map((teil) => teilNamen[teil]).join('; '),
        formatLocalDate(giltBis),
        beendetAm ? formatInstant(beendetAm) : '–',
      ]),
    }),
  );
}
