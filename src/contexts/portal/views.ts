import type { Office } from './domain/office.ts';
import type { Oeffnungszeiten } from './domain/opening-hours.ts';
import { typedHoursOf } from './domain/parse-opening-hours.ts';
import type { Site } from './domain/site.ts';
import type { AussehenFassung, Veroeffentlicht } from './store-aussehen.ts';
import type { Angebot } from './use-cases/read-bestand.ts';
import type { ServiceView } from './use-cases/service-view.ts';
import { abschnittOfModul } from './use-cases/texts-at-place.ts';

/** Opening hours as JSON: spans by weekday, and the days that differ. */
export function hoursAnswer({ woche, ausnahmen }: Oeffnungszeiten) {
  return { woche, ausnahmen };
}

export function siteAnswer(site: Site) {
  const { tenant: _, oeffnungszeiten, ...rest } = site;
  return { ...rest, oeffnungszeiten: hoursAnswer(oeffnungszeiten) };
}

export function officeAnswer(office: Office) {
  const { tenant: _, oeffnungszeiten, ...rest } = office;
  return { ...rest, oeffnungszeiten: hoursAnswer(oeffnungszeiten) };
}

export function angebotAnswer({ id, name, online }: Angebot) {
  return { id, name, online };
}

export function serviceAnswer(view: ServiceView) {
  const { stellen, texte, route, place: _, verwandte: __, ...rest } = view;
  return {
    ...rest,
    zustaendig: route?.stelle?.name ?? null,
    onlinedienst: route?.onlinedienst ?? null,
    gruende: (route?.gruende ?? []).map(({ schritt, text }) => `${schritt}: ${text}`),
    texte: texte.map(({ modul, inhalt, ebene, redaktion, stand, quelle }) => ({
      abschnitt: abschnittOfModul(modul),
      text: inhalt.split('\n').filter((line) => line.trim() !== ''),
      ...{ ebene, redaktion, stand, quelle },
    })),
    stellen: stellen.map(({ name, anschrift, telefon, email, zeiten }) => ({
      name,
      anschrift,
      telefon,
      email,
      oeffnungszeiten: typeof zeiten === 'string' ? zeiten : hoursAnswer(zeiten),
    })),
  };
}

/** The fields of a site as somebody would type them, so that one of them can be changed. */
export function typedFieldsOf(site: Site): Readonly<Record<string, string>> {
  const { anschrift, telefon, email, vertretung, datenschutzEmail } = site;
  return {
    anschrift,
    telefon,
    email,
    vertretung,
    datenschutzEmail,
    veroeffentlichtAb: site.veroeffentlichtAb ?? '',
    barrierefreiheitGeprueftAm: site.barrierefreiheitGeprueftAm ?? '',
    ...typedHourFields(site.oeffnungszeiten),
  };
}

/** The fields of an office as somebody would type them. */
export function typedOfficeFieldsOf(office: Office): Readonly<Record<string, string>> {
  const { name, anschrift, telefon, email, oeffnungszeiten, leistungen } = office;
  const typed = { name, anschrift, telefon, email, leistungen: leistungen.join('\n') };
  return { ...typed, ...typedHourFields(oeffnungszeiten) };
}

function typedHourFields(oeffnungszeiten: Oeffnungszeiten): Readonly<Record<string, string>> {
  const { woche, ausnahmen } = typedHoursOf(oeffnungszeiten);
  const week = Object.entries(woche).map(([tag, text]) => [`zeiten-${tag}`, text]);
  return { ...Object.fromEntries(week), 'zeiten-ausnahmen': ausnahmen };
}

/** The look of a site as JSON; never the bytes of a Wappen. */
export function lookAnswer({
  fassungen,
  oeffentlich,
}: {
  readonly fassungen: readonly AussehenFassung[];
  readonly oeffentlich: Veroeffentlicht | null;
}) {
  return {
    oeffentlich: oeffentlich?.nummer ?? null,
    fassungen: fassungen.map(({ wappenArt, gespeichertAm, ...rest }) => ({
      ...rest,
      wappen: wappenArt,
      gespeichertAm: gespeichertAm.toISOString(),
    })),
  };
}
