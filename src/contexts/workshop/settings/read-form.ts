import { isObject, type Json, listAt, property } from '../domain/json.ts';
import { zuLang } from './from-schema.ts';
import { jaOderAusdruck, leseJaOderAusdruck } from './ja-oder-ausdruck.ts';
import { leer } from './leer.ts';
import { leseEinfach } from './lese-einfach.ts';
import type { Setting, Teil, Zweig } from './setting.ts';
import { zeichen } from './zeichen.ts';
import { zeilenVon } from './zeilen-von.ts';

/** The object after a form: what the form asked for is set or taken away, everything else stays. */
export function gelesen(teile: readonly Teil[], sent: URLSearchParams, old: Json, prefix = ''): Json {
  const next: Record<string, Json> = isObject(old) ? { ...old } : {};
  for (const { name, pflicht, setting } of teile) {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const before = property(old, name);
    if (zuLang(before)) continue;
    const value = leseWert(setting, sent, path, before, pflicht);
    if (value === undefined) delete next[name];
    else next[name] = value;
  }
  return next;
}

/** Reads one value; `undefined` where nothing was said. */
export function leseWert(
  setting: Setting,
  sent: URLSearchParams,
  path: string,
  old: Json | undefined,
  pflicht: boolean,
): Json | undefined {
  switch (setting.art) {
    case 'liste':
      return leseListe(setting.teil, sent, path, old, pflicht);
    case 'eintraege':
      return leseEintraege(setting.teil, sent, path, old);
    case 'gruppe': {
      const value = gelesen(setting.teile, sent, isObject(old) ? old : {}, path);
      return pflicht || !leer(setting, value) ? value : undefined;
    }
    case 'entweder':
      return leseZweig(setting.zweige, sent, path, old, pflicht);
    default:
      return leseEinfach(setting, sent, path, old, pflicht);
  }
}

function leseZweig(
  zweige: readonly Zweig[],
  sent: URLSearchParams,
  path: string,
  old: Json | undefined,
  pflicht: boolean,
): Json | undefined {
  const chosen = sent.get(path + zeichen.zweig) ?? '';
  if (jaOderAusdruck(zweige)) return leseJaOderAusdruck(chosen, sent, path, old);
  const zweig = zweige.find(({ name }) => name === chosen);
  if (!zweig) return pflicht && chosen === '' ? old : undefined;
  // Parts of another branch must not stay behind.
  return mitAltem(zweig.setting, leseWert(zweig.setting, sent, path, undefined, true), old);
}

/** Lists that were too long for the form stay as they were. */
function mitAltem(setting: Setting, value: Json | undefined, old: Json | undefined): Json | undefined {
  return (setting.art === 'liste' || setting.art === 'zeilen') && zuLang(old) ? old : value;
}

function leseListe(
  teil: Setting,
  sent: URLSearchParams,
  path: string,
  old: Json | undefined,
  pflicht: boolean,
): Json | undefined {
  if (zuLang(old)) return old;
  const rows = zeilenVon(sent, path).flatMap(({ index, platz }) => {
    const at = `${path}[${index}]`;
    const value = leseWert(teil, sent, at, listAt({ old: old ?? [] }, 'old')[index], true);
    return value === undefined || leer(teil, value) ? [] : [{ value, platz }];
  });
  const values = rows.toSorted((a, b) => a.platz - b.platz).map(({ value }) => value);
  return values.length > 0 || pflicht ? values : undefined;
}

function leseEintraege(
  teil: Setting,
  sent: URLSearchParams,
  path: string,
  old: Json | undefined,
): Json | undefined {
  const next: Record<string, Json> = {};
  const names = isObject(old) ? Object.keys(old) : [];
  for (const { index } of zeilenVon(sent, path)) {
    const at = `${path}[${index}]`;
    const name = (sent.get(at + zeichen.name) ?? '').trim();
    if (name === '' || name === '__proto__') continue;
    const value = leseWert(teil, sent, at, property(old, names[index] ?? ''), true);
    if (value !== undefined) next[name] = value;
  }
  return Object.keys(next).length > 0 || isObject(old) ? next : undefined;
}
