import type { LocalDate } from '#kernel';
import { groessenklasseOn } from '../domain/groessenklasse-on.ts';
import type { Body, GroessenklasseOn, Territory } from '../domain/territory.ts';
import { messages } from '../messages.ts';
import type { BodyRow } from './body-row.ts';

/** A body as lists name it. */
export function bodySummary({ body, klasse, kreis, einwohner }: BodyRow) {
  return {
    ags: body.ags,
    name: body.name,
    art: body.art,
    groessenklasse: klasse?.klasse ?? null,
    kreis: kreis && named(kreis),
    regierungsbezirk: body.regierungsbezirk,
    land: body.land,
    einwohner: einwohner && { stichtag: einwohner.stichtag, zahl: einwohner.zahl },
  };
}

/** Everything known of one body as of a day, each fact with its date and source. */
export function bodyJson(territory: Territory, body: Body, date: LocalDate) {
  const klasse = groessenklasseOn(territory, body.ags, date);
  const kreis = body.kreisAgs === null ? undefined : territory.bodyByAgs.get(body.kreisAgs);
  return {
    ags: body.ags,
    ars: body.ars,
    name: body.name,
    amtlicherName: body.officialName,
    art: body.art,
    bezeichnung: body.bezeichnung,
    groessenklasse: klasse?.klasse ?? null,
    groessenklasseBeleg: klasse && belegOf(klasse),
    date,
    kreis: kreis ? named(kreis) : null,
    regierungsbezirk: body.regierungsbezirk,
    land: body.land,
    einwohner: (territory.einwohnerByAgs.get(body.ags) ?? []).map(({ stichtag, zahl, source }) => ({
      stichtag,
      zahl,
      quelle: source.title,
      quelleUrl: source.url,
    })),
    plz: { werte: [...(territory.plzByAgs.get(body.ags) ?? [])], lizenz: messages.plzLicence },
    website: body.website,
    websiteStatus: body.websiteStatus,
    gemeinden: (territory.gemeindenByKreis.get(body.ags) ?? []).map(named),
    ...stateOf(territory, body),
  };
}

function named({ ags, name }: Body) {
  return { ags, name };
}

function belegOf({ validFrom, validTo, source, grade, note }: GroessenklasseOn) {
  return { validFrom, validTo, source: source.title, sourceUrl: source.url, evidence: grade, hinweis: note };
}

/** State date and source of the set from which a body comes. */
export function stateOf(territory: Territory, body: Body) {
  const bestand = bestandOf(territory, body);
  return { stand: bestand?.stand ?? null, quelle: bestand?.quelle ?? null };
}

/** The import from which a body comes. */
export function bestandOf(territory: Territory, body: Body) {
  const umfang = body.land === '05' ? 'nrw' : 'uebriges-deutschland';
  return territory.bestaende.find((one) => one.umfang === umfang);
}
