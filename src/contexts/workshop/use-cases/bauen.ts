import { ok, type Result, refuse } from '#kernel';
import type { WorkshopDeps } from '../deps.ts';
import { elementAm, type Weg } from '../domain/elemente.ts';
import { isObject, type Json, placeOf, property, sameJson, valueAt, withValue } from '../domain/json.ts';
import { type Umbau, umgebaut } from '../domain/umbauen.ts';
import { lesbar } from '../domain/unterschied.ts';
import { changedMeanwhile, placeUnknown, stepImpossible } from '../errors.ts';
import { neuesFeld } from '../settings/neues-feld.ts';
import { type Ort, ortVon } from '../settings/ort.ts';
import { gelesen } from '../settings/read-form.ts';
import { settingLabel } from '../settings/setting-labels.ts';
import { typeLabel } from '../settings/type-labels.ts';
import type { Autor } from './autor.ts';
import { aendere, type Entwurf } from './entwurf.ts';

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
    was: `${ortWort(ort)} geändert`,
    wende: (now, read) => {
      const [place, before] = [ortVon(ort, now.formular), ortVon(ort, read.formular)];
      if (place === null || before === null) return refuse(placeUnknown);
      const [current, old] = [wertVon(place, now), wertVon(before, read)];
      const theirs = place.teile.filter(
        ({ name }) => !sameJson(property(current, name), property(old, name)),
      );
      if (theirs.length > 0)
        return refuse(changedMeanwhile(theirs.map(({ name }) => fremd(name, current, old))));
      const next = withValue(now[place.dokument], place.pointer, () => gelesen(place.teile, sent, current));
      const texts = place.dokument === 'formular' ? mitTexten(next, sent) : next;
      return ok({ ...now, [place.dokument]: texts });
    },
  });
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

function ortWort(ort: string): string {
  const [kind, ...rest] = ort.split('/');
  return kind === 'teil' ? rest.join(' › ') : `Bereich ${rest[0] ?? ''}`;
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
    was: umbauWort(umbau),
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

function umbauWort(umbau: Umbau): string {
  switch (umbau.art) {
    case 'neue-seite':
      return `Seite „${umbau.titel || 'Neue Seite'}“ hinzugefügt`;
    case 'neues-feld':
      return `${typeLabel(umbau.typ)} „${umbau.label || umbau.typ}“ hinzugefügt`;
    case 'hoch':
    case 'runter':
    case 'verschieben':
      return `${umbau.weg.join(' › ')} verschoben`;
    case 'doppeln':
      return `${umbau.weg.join(' › ')} verdoppelt`;
    case 'entfernen':
      return `${umbau.weg.join(' › ')} entfernt`;
  }
}

/** Where something stands, for messages: `pages[2].fields[1]`. */
export function stelleVon({ pointer }: Ort): string {
  return placeOf(pointer);
}
