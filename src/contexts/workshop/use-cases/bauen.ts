import { baueAusdruck } from '#forms/bedingungen';
import { ok, type Result, refuse } from '#kernel';
import { lueckeWort } from '../bedingung/luecke-wort.ts';
import { offeneBedingung, offeneIn } from '../bedingung/offene-bedingung.ts';
import type { WorkshopDeps } from '../deps.ts';
import { elementAm, type Weg } from '../domain/elemente.ts';
import {
  isObject,
  type Json,
  type Pointer,
  placeOf,
  property,
  sameJson,
  valueAt,
  withValue,
} from '../domain/json.ts';
import { lesbar } from '../domain/lesbar.ts';
import { type Umbau, umgebaut } from '../domain/umbauen.ts';
import { changedMeanwhile, invalidEntwurf, placeUnknown, stepImpossible } from '../errors.ts';
import { neuesFeld } from '../settings/neues-feld.ts';
import { type Ort, ortVon } from '../settings/ort.ts';
import { gelesen } from '../settings/read-form.ts';
import { settingLabel } from '../settings/setting-labels.ts';
import type { Autor } from './autor.ts';
import { aendere, type Entwurf } from './entwurf.ts';
import { ortWort, umbauWort } from './schritt-wort.ts';

type Deps = Pick<WorkshopDeps, 'db' | 'clock'>;

/** The settings of one place as a form sent them. */
export interface Angaben {
  readonly ort: string;
  readonly grundlage: number;
  readonly sent: URLSearchParams;
}

/** Saves the settings of one place. Others may have changed other places since; the same place is not overwritten. */
export function speichereAngaben(
  deps: Deps,
  autor: Autor,
  dienst: string,
  { ort, grundlage, sent }: Angaben,
): Promise<Result<Entwurf>> {
  return aendere(deps, autor, dienst, {
    grundlage,
    was: ({ formular }) => `${ortWort(ort, formular)} geändert`,
    wende: (now, read) => {
      const [place, before] = [ortVon(ort, now.formular), ortVon(ort, read.formular)];
      if (place === null || before === null) return refuse(placeUnknown);
      const [current, old] = [wertVon(place, now), wertVon(before, read)];
      const theirs = place.teile.filter(
        ({ name }) => !sameJson(property(current, name), property(old, name)),
      );
      if (theirs.length > 0)
        return refuse(changedMeanwhile(theirs.map(({ name }) => fremd(name, current, old))));
      const own = gelesen(place.teile, sent, current);
      const offen = offeneIn(own);
      if (offen.length > 0) return refuse(invalidEntwurf(offen.map((at) => unvollstaendig(place, at, own))));
      const next = withValue(now[place.dokument], place.pointer, () => own);
      const texts = place.dokument === 'formular' ? mitTexten(next, sent) : next;
      return ok({ ...now, [place.dokument]: texts });
    },
  });
}

/** What is missing in a condition that somebody is putting together. */
function unvollstaendig({ dokument, pointer }: Ort, at: Pointer, own: Json) {
  const zeilen = offeneBedingung(valueAt(own, at))?.zeilen;
  const built = zeilen ? baueAusdruck(zeilen) : null;
  const missing = built && !built.ok ? built.luecken.map(lueckeWort).join(' ') : '';
  return {
    field: `${dokument}.json: ${placeOf([...pointer, ...at])}`,
    message: missing || 'Die Bedingung ist noch nicht fertig. Speichern Sie noch einmal.',
  };
}

/** Form fields of translations: `~text.en.field.hunde.label`. */
export const textFeld = '~text.';

/** The translations that a form sent; an empty one is taken away, and a language without any. */
function mitTexten(formular: Json, sent: URLSearchParams): Json {
  const given = [...sent.keys()].filter((name) => name.startsWith(textFeld));
  if (given.length === 0) return formular;
  const languages: Record<string, Record<string, Json>> = {};
  const old = property(formular, 'translations');
  for (const [language, texts] of isObject(old) ? Object.entries(old) : [])
    languages[language] = isObject(texts) ? { ...texts } : {};
  for (const name of given) {
    const [language = '', ...key] = name.slice(textFeld.length).split('.');
    const text = (sent.get(name) ?? '').replaceAll('\r\n', '\n').trim();
    const texts = languages[language];
    if (texts === undefined) continue;
    if (text === '') delete texts[key.join('.')];
    else texts[key.join('.')] = text;
  }
  return withValue(formular, ['translations'], () => languages);
}

function wertVon({ dokument, pointer }: Ort, documents: Readonly<Record<'dienst' | 'formular', Json>>): Json {
  return valueAt(documents[dokument], pointer) ?? {};
}

function fremd(name: string, current: Json, old: Json) {
  const [now, before] = [current, old].map((wert) => lesbar(property(wert, name)) || 'leer');
  return { field: name, message: `${settingLabel(name)} ist jetzt „${now}“ (vorher „${before}“).` };
}

/** Adds a language in which texts can be written, or takes one away with its texts. */
export function aendereSprache(
  deps: Deps,
  autor: Autor,
  dienst: string,
  {
    sprache,
    weg,
    grundlage,
  }: { readonly sprache: string; readonly weg: boolean; readonly grundlage: number },
): Promise<Result<Entwurf>> {
  return aendere(deps, autor, dienst, {
    grundlage,
    was: `Sprache ${sprache} ${weg ? 'entfernt' : 'hinzugefügt'}`,
    wende: (now) => {
      const old = property(now.formular, 'translations');
      const languages = isObject(old) ? old : {};
      const { [sprache]: texts = {}, ...others } = languages;
      const next: Json = weg ? others : { ...others, [sprache]: texts };
      return ok({ ...now, formular: withValue(now.formular, ['translations'], () => next) });
    },
  });
}

/** Changes the structure and tells where to go on. */
export async function baueUm(
  deps: Deps,
  autor: Autor,
  dienst: string,
  umbau: Umbau,
  grundlage: number,
): Promise<Result<{ readonly entwurf: Entwurf; readonly weg: Weg }>> {
  let weg: Weg = [];
  const done = await aendere(deps, autor, dienst, {
    grundlage,
    was: ({ formular }) => umbauWort(umbau, formular),
    wende: (now, read) => {
      if (umbau.art === 'entfernen' && !unberuehrt(umbau.weg, now.formular, read.formular))
        return refuse(changedMeanwhile());
      const next = umgebaut(now.formular, umbau, neuesFeld);
      if (next === null) return refuse(stepImpossible);
      weg = next.weg;
      return ok({ ...now, formular: next.formular });
    },
  });
  return done.ok ? ok({ entwurf: done.value, weg }) : done;
}

/** Whether nobody changed an element since somebody read it. */
function unberuehrt(weg: Weg, now: Json, read: Json): boolean {
  return sameJson(elementAm(now, weg)?.wert, elementAm(read, weg)?.wert);
}

/** Where something stands, for messages: `pages[2].fields[1]`. */
export function stelleVon({ pointer }: Ort): string {
  return placeOf(pointer);
}
