import { jsonSchemas } from '#forms';
import { isList, isObject, type Json, jsonOf, listAt, property, textAt } from '../domain/json.ts';
import type { Setting, Teil, Zweig } from './setting.ts';

/** The settings of the whole format, read once from its published JSON Schemas. */
export interface Formate {
  readonly dienst: readonly Teil[];
  readonly formular: readonly Teil[];
  readonly seite: readonly Teil[];
  /** By type of the field, in the order of the schema. */
  readonly felder: ReadonlyMap<string, { readonly hinweis: string | null; readonly teile: readonly Teil[] }>;
}

let read: Formate | undefined;

/** The settings of service, form, pages and of every type of field that the format knows. */
export function formate(): Formate {
  read ??= readFormate();
  return read;
}

function readFormate(): Formate {
  const schemas = new Map([...jsonSchemas()].map(([name, text]) => [name, jsonOf(JSON.parse(text))]));
  const formular = new Schema(schemas.get('leitwerk-formular-1.schema.json') ?? {});
  const dienst = new Schema(schemas.get('leitwerk-onlinedienst-1.schema.json') ?? {});
  const pages = formular.resolve(property(property(formular.root, 'properties'), 'pages'));
  const seite = formular.resolve(property(pages, 'items'));
  const list = formular.resolve(property(property(seite, 'properties'), 'fields'));
  const felder = new Map<string, { hinweis: string | null; teile: readonly Teil[] }>();
  for (const variant of formular.variants(property(list, 'items'))) {
    const type = formular.resolve(property(property(variant, 'properties'), 'type'));
    const name = textAt(type, 'const');
    if (name !== '')
      felder.set(name, {
        hinweis: textAt(variant, 'description') || null,
        teile: ohneBaum(formular.teile(variant)),
      });
  }
  return {
    dienst: ohneBaum(dienst.teile(dienst.root)),
    formular: ohneBaum(formular.teile(formular.root)),
    seite: ohneBaum(formular.teile(seite)),
    felder,
  };
}

/** Parts of the tree, which have pages of their own. */
const imBaum = new Set(['pages', 'fields', 'columns', '$schema', 'format']);

function ohneBaum(teile: readonly Teil[]): readonly Teil[] {
  return teile.filter(({ name }) => !imBaum.has(name));
}

/** A JSON Schema document with its definitions. */
class Schema {
  readonly root: Json;
  readonly #open: Json[] = [];

  constructor(root: Json) {
    this.root = root;
  }

  /** Follows references; what a reference says about itself goes before what it refers to. */
  resolve(node: Json | undefined): Json {
    const target = textAt(node, '$ref');
    if (!isObject(node) || target === '') return node ?? {};
    const { $ref: _, ...own } = node;
    const name = target.replace('#/$defs/', '');
    const found = this.resolve(target === '#' ? this.root : property(property(this.root, '$defs'), name));
    const chain = [textAt(found, '$about'), textAt(found, 'description')].filter(Boolean).join(' ');
    return isObject(found) ? { ...found, ...own, $about: chain } : found;
  }

  variants(node: Json | undefined): readonly Json[] {
    const found = this.resolve(node);
    const several = [...listAt(found, 'oneOf'), ...listAt(found, 'anyOf')];
    return several.length === 0 ? [found] : several.flatMap((each) => this.variants(each));
  }

  /** The properties of an object as settings. */
  teile(node: Json): readonly Teil[] {
    const required = new Set(listAt(node, 'required'));
    const properties = property(node, 'properties');
    if (!isObject(properties)) return [];
    return Object.keys(properties).map((name) => ({
      name,
      pflicht: required.has(name),
      setting: this.setting(properties[name]),
    }));
  }

  setting(node: Json | undefined): Setting {
    const found = this.resolve(node);
    const key = this.resolveKey(node);
    if (this.#open.includes(key)) return { art: 'roh', hinweis: null };
    this.#open.push(key);
    try {
      return this.made(found);
    } finally {
      this.#open.pop();
    }
  }

  /** What tells that a schema holds itself. */
  private resolveKey(node: Json | undefined): Json {
    return textAt(node, '$ref') || (node ?? null);
  }

  private made(found: Json): Setting {
    const hinweis = textAt(found, 'description') || null;
    const several = [...listAt(found, 'oneOf'), ...listAt(found, 'anyOf')];
    if (several.length > 0) return this.either(several, hinweis);
    if (property(found, 'const') !== undefined)
      return { art: 'fest', wert: property(found, 'const') ?? null, hinweis };
    const werte = listAt(found, 'enum').filter((each) => typeof each === 'string');
    if (werte.length > 0) return { art: 'wahl', werte, hinweis };
    switch (property(found, 'type')) {
      case 'string':
        return this.text(found, hinweis);
      case 'number':
      case 'integer':
        return { art: 'zahl', hinweis };
      case 'boolean':
        return { art: 'janein', hinweis };
      case 'array':
        return this.list(found, hinweis);
      case 'object':
        return this.object(found, hinweis);
      default:
        return { art: 'roh', hinweis };
    }
  }

  private text(found: Json, hinweis: string | null): Setting {
    const about = `${textAt(found, '$about')} ${hinweis ?? ''}`;
    const most = property(found, 'maxLength');
    const hoechstens = typeof most === 'number' ? most : null;
    const ausdruck = about.includes('Ausdruck der Formularsprache');
    return { art: 'text', lang: !ausdruck && (hoechstens ?? 0) >= 1_000, ausdruck, hoechstens, hinweis };
  }

  private list(found: Json, hinweis: string | null): Setting {
    const teil = this.setting(property(found, 'items'));
    if (teil.art === 'wahl') return { art: 'auswahl', werte: teil.werte, hinweis };
    if (teil.art === 'text' || teil.art === 'zahl') return { art: 'zeilen', teil, hinweis };
    return { art: 'liste', teil, hinweis };
  }

  private object(found: Json, hinweis: string | null): Setting {
    if (isObject(property(found, 'properties'))) return { art: 'gruppe', teile: this.teile(found), hinweis };
    const more = property(found, 'additionalProperties');
    if (!isObject(more) || this.hasAnyShape(more)) return { art: 'roh', hinweis };
    return { art: 'eintraege', teil: this.setting(more), hinweis };
  }

  /** Whether a schema takes any JSON. */
  private hasAnyShape(node: Json): boolean {
    const kinds = listAt(this.resolve(node), 'anyOf').map((each) => property(this.resolve(each), 'type'));
    return kinds.includes('object') && kinds.includes('array');
  }

  private either(several: readonly Json[], hinweis: string | null): Setting {
    const some = several.filter((each) => property(this.resolve(each), 'type') !== 'null');
    const [only] = some;
    if (some.length === 1 && only !== undefined) {
      const nullbar = some.length < several.length;
      return { ...this.setting(only), ...(hinweis ? { hinweis } : {}), nullbar };
    }
    const zweige = some.flatMap((each) => this.branches(each));
    return { art: 'entweder', zweige: named(zweige), hinweis };
  }

  private branches(node: Json): readonly Setting[] {
    const setting = this.setting(node);
    return setting.art === 'entweder' ? setting.zweige.map((zweig) => zweig.setting) : [setting];
  }
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

/** Whether a value is a list too long for a form. */
export function zuLang(wert: Json | undefined): boolean {
  return isList(wert) && wert.length > 150;
}
