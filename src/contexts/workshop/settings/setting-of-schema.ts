import { isObject, type Json, listAt, property, textAt } from '../domain/json.ts';
import { resolve, type Schema } from './json-schema.ts';
import type { Setting, Teil, Zweig } from './setting.ts';

/** The properties of an object as settings. */
export function teileOf(schema: Schema, node: Json): readonly Teil[] {
  const required = new Set(listAt(node, 'required'));
  const properties = property(node, 'properties');
  if (!isObject(properties)) return [];
  return Object.keys(properties).map((name) => ({
    name,
    pflicht: required.has(name),
    setting: settingOf(schema, properties[name]),
  }));
}

function settingOf(schema: Schema, node: Json | undefined): Setting {
  const key = keyOf(node);
  if (schema.open.includes(key)) return { art: 'roh', hinweis: null };
  return made({ ...schema, open: [...schema.open, key] }, resolve(schema, node));
}

/** What tells that a schema holds itself. */
function keyOf(node: Json | undefined): Json {
  return textAt(node, '$ref') || (node ?? null);
}

function made(schema: Schema, found: Json): Setting {
  const hinweis = textAt(found, 'description') || null;
  const several = [...listAt(found, 'oneOf'), ...listAt(found, 'anyOf')];
  if (several.length > 0) return either(schema, several, hinweis);
  if (property(found, 'const') !== undefined)
    return { art: 'fest', wert: property(found, 'const') ?? null, hinweis };
  const werte = listAt(found, 'enum').filter((each) => typeof each === 'string');
  if (werte.length > 0) return { art: 'wahl', werte, hinweis };
  switch (property(found, 'type')) {
    case 'string':
      return textSetting(found, hinweis);
    case 'number':
    case 'integer':
      return { art: 'zahl', hinweis };
    case 'boolean':
      return { art: 'janein', hinweis };
    case 'array':
      return listSetting(schema, found, hinweis);
    case 'object':
      return objectSetting(schema, found, hinweis);
    default:
      return { art: 'roh', hinweis };
  }
}

function textSetting(found: Json, hinweis: string | null): Setting {
  const about = `${textAt(found, '$about')} ${hinweis ?? ''}`;
  const most = property(found, 'maxLength');
  const hoechstens = typeof most === 'number' ? most : null;
  const ausdruck = about.includes('Ausdruck der Formularsprache');
  return { art: 'text', lang: !ausdruck && (hoechstens ?? 0) >= 1_000, ausdruck, hoechstens, hinweis };
}

function listSetting(schema: Schema, found: Json, hinweis: string | null): Setting {
  const teil = settingOf(schema, property(found, 'items'));
  if (teil.art === 'wahl') return { art: 'auswahl', werte: teil.werte, hinweis };
  if (teil.art === 'text' || teil.art === 'zahl') return { art: 'zeilen', teil, hinweis };
  return { art: 'liste', teil, hinweis };
}

function objectSetting(schema: Schema, found: Json, hinweis: string | null): Setting {
  if (isObject(property(found, 'properties')))
    return { art: 'gruppe', teile: teileOf(schema, found), hinweis };
  const more = property(found, 'additionalProperties');
  if (!isObject(more) || hasAnyShape(schema, more)) return { art: 'roh', hinweis };
  return { art: 'eintraege', teil: settingOf(schema, more), hinweis };
}

/** Whether a schema takes any JSON. */
function hasAnyShape(schema: Schema, node: Json): boolean {
  const kinds = listAt(resolve(schema, node), 'anyOf').map((each) => property(resolve(schema, each), 'type'));
  return kinds.includes('object') && kinds.includes('array');
}

function either(schema: Schema, several: readonly Json[], hinweis: string | null): Setting {
  const some = several.filter((each) => property(resolve(schema, each), 'type') !== 'null');
  const [only] = some;
  if (some.length === 1 && only !== undefined) {
    const nullbar = some.length < several.length;
    return { ...settingOf(schema, only), ...(hinweis ? { hinweis } : {}), nullbar };
  }
  const zweige = some.flatMap((each) => branches(schema, each));
  return { art: 'entweder', zweige: named(zweige), hinweis };
}

function branches(schema: Schema, node: Json): readonly Setting[] {
  const setting = settingOf(schema, node);
  return setting.art === 'entweder' ? setting.zweige.map((zweig) => zweig.setting) : [setting];
}

function named(settings: readonly Setting[]): readonly Zweig[] {
  return settings.map((setting) => ({ name: nameOf(setting), setting }));
}

/** What tells a branch: its fixed value, its first part, or its kind. */
function nameOf(setting: Setting): string {
  if (setting.art === 'gruppe') {
    const fixed = setting.teile.find((teil) => teil.setting.art === 'fest')?.setting;
    if (fixed?.art === 'fest') return String(fixed.wert);
    return setting.teile.find(({ pflicht }) => pflicht)?.name ?? 'gruppe';
  }
  return setting.art === 'text' && setting.ausdruck ? 'ausdruck' : setting.art;
}
