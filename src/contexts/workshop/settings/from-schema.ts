import { jsonSchemas } from '#forms/onlinedienst';
import { isList, type Json, jsonOf, property, textAt } from '../domain/json.ts';
import { resolve, schemaOf, variantsOf } from './json-schema.ts';
import type { Teil } from './setting.ts';
import { teileOf } from './setting-of-schema.ts';

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
  const formular = schemaOf(schemas.get('leitwerk-formular-1.schema.json'));
  const dienst = schemaOf(schemas.get('leitwerk-onlinedienst-1.schema.json'));
  const pages = resolve(formular, property(property(formular.root, 'properties'), 'pages'));
  const seite = resolve(formular, property(pages, 'items'));
  const list = resolve(formular, property(property(seite, 'properties'), 'fields'));
  const felder = new Map<string, { hinweis: string | null; teile: readonly Teil[] }>();
  for (const variant of variantsOf(formular, property(list, 'items'))) {
    const type = resolve(formular, property(property(variant, 'properties'), 'type'));
    const name = textAt(type, 'const');
    if (name !== '')
      felder.set(name, {
        hinweis: textAt(variant, 'description') || null,
        teile: ohneBaum(teileOf(formular, variant)),
      });
  }
  return {
    dienst: ohneBaum(teileOf(dienst, dienst.root)),
    formular: ohneBaum(teileOf(formular, formular.root)),
    seite: ohneBaum(teileOf(formular, seite)),
    felder,
  };
}

/** Parts of the tree, which have pages of their own. */
const imBaum = new Set(['pages', 'fields', 'columns', '$schema', 'format']);

function ohneBaum(teile: readonly Teil[]): readonly Teil[] {
  return teile.filter(({ name }) => !imBaum.has(name));
}

/** Whether a value is a list too long for a form. */
export function zuLang(wert: Json | undefined): boolean {
  return isList(wert) && wert.length > 150;
}
