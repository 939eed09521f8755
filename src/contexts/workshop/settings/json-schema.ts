import { isObject, type Json, listAt, property, textAt } from '../domain/json.ts';

/** A JSON Schema document, and a way to follow it. */
export interface Schema {
  readonly root: Json;
  /** The schemas that are being read, so that one that holds itself comes to an end. */
  readonly open: readonly Json[];
}

export function schemaOf(root: Json | undefined): Schema {
  return { root: root ?? {}, open: [] };
}

/** Follows references; what a reference says about itself goes before what it refers to. */
export function resolve(schema: Schema, node: Json | undefined): Json {
  const target = textAt(node, '$ref');
  if (!isObject(node) || target === '') return node ?? {};
  const { $ref: _, ...own } = node;
  const name = target.replace('#/$defs/', '');
  const found = resolve(
    schema,
    target === '#' ? schema.root : property(property(schema.root, '$defs'), name),
  );
  const chain = [textAt(found, '$about'), textAt(found, 'description')].filter(Boolean).join(' ');
  return isObject(found) ? { ...found, ...own, $about: chain } : found;
}

export function variantsOf(schema: Schema, node: Json | undefined): readonly Json[] {
  const found = resolve(schema, node);
  const several = [...listAt(found, 'oneOf'), ...listAt(found, 'anyOf')];
  return several.length === 0 ? [found] : several.flatMap((each) => variantsOf(schema, each));
}
