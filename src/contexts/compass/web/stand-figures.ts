import type { LocalDate } from '#kernel';
import { formatNumber, formatShare, statTiles, tabs } from '#ui';
import {
  type StandListe,
  type StandZeile,
  type Umfang,
  umfaenge,
  zeilenIn,
} from '../use-cases/stand-liste.ts';

/** The list as of a day; without one as of today. */
function standHref(umfang: Umfang, tag: LocalDate | null): string {
  return `/stand?umfang=${umfang}${tag === null ? '' : `&datum=${tag}`}`;
}

/** The choice of which Leistungen the list shows. */
export function umfangTabs(liste: StandListe, current: Umfang, tag: LocalDate | null) {
  const labels = { meine: 'Meine Leistungen', pflichten: 'Pflichten und Angaben', alle: 'Ganzer Katalog' };
  return tabs(
    'Welche Leistungen?',
    umfaenge.map((umfang) => ({
      label: labels[umfang],
      href: standHref(umfang, tag),
      current: umfang === current,
      count: formatNumber(zeilenIn(liste, umfang).length),
    })),
  );
}

/** What the list holds, in figures that lead to their rows. */
export function standTiles(zeilen: readonly StandZeile[], umfang: Umfang, tag: LocalDate | null) {
  const count = (matches: (zeile: StandZeile) => boolean) => zeilen.filter(matches).length;
  const href = (filter: string) => `${standHref(umfang, tag)}&${filter}#liste`;
  const angaben = count(({ stand }) => stand !== null);
  const online = count(({ stand }) => stand?.zustand === 'online');
  const verstrichen = count((zeile) => zeile.verstrichen);
  const mitgezogen = count(({ mitgezogenAus }) => mitgezogenAus !== null);
  const verwaist = count((zeile) => zeile.ohneZustaendige);
  return statTiles([
    {
      label: 'Mit Angabe',
      value: formatNumber(angaben),
      note: `von ${formatNumber(zeilen.length)} Leistungen, ${formatShare(angaben, zeilen.length)}`,
    },
    {
      label: 'Online',
      value: formatNumber(online),
      note: 'nach eigener Angabe',
      href: href('zustand=online'),
    },
    {
      label: 'Termin verstrichen',
      value: formatNumber(verstrichen),
      note: 'geplant, aber nicht als online angegeben',
      href: href('hinweis=verstrichen'),
    },
    {
      label: 'Älter als ein Jahr',
      value: formatNumber(count(({ frische }) => frische === 'veraltet')),
      note: 'bitte bestätigen oder ändern',
      href: href('hinweis=veraltet'),
    },
    ...(mitgezogen > 0
      ? [
          {
            label: 'Mitgezogen',
            value: formatNumber(mitgezogen),
            note: 'der Katalog hat Leistungen geteilt oder zusammengelegt; bitte bestätigen',
            href: href('hinweis=mitgezogen'),
          },
        ]
      : []),
    ...(verwaist > 0
      ? [
          {
            label: 'Ohne Zuständige',
            value: formatNumber(verwaist),
            note: 'die genannte Person hat die Kommune verlassen',
            href: href('hinweis=ohne-zustaendige'),
          },
        ]
      : []),
  ]);
}
