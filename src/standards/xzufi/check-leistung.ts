import { ok, type Result, refuse } from '#kernel';
import type { XzufiFassung } from './fassung.ts';
import { type Model, type ModelType, modelOf } from './model.ts';
import { type XzufiRefusal, xzufiRefusal } from './refusals.ts';
import { elementsOf, textOf, type XmlNode } from './xml-node.ts';

/** Told of each element that the model does not know. */
export type Unknown = (path: string, node: XmlNode) => void;

const shapes: Readonly<Record<string, RegExp>> = {
  'date-time':
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:Z|[+-]\d{2}:\d{2})?$/,
  boolean: /^(?:true|false|0|1)$/,
  integer: /^[+-]?\d{1,18}$/,
  number: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
};

// Where the model names a choice, the element of the message stands around the one that was chosen; which name that has is
// not attested, so nothing below is checked.
const isChoice = (typen: readonly string[], model: Model) => typen.filter((typ) => model.has(typ)).length > 1;

/**
 * Compares a Leistung with the published model of its version: elements that it does not know are told and kept; dates,
 * numbers and truth values that are none, and elements that come twice where one is allowed, refuse the message.
 */
export function checkLeistung(
  node: XmlNode,
  fassung: XzufiFassung,
  unknown: Unknown,
): Result<null, XzufiRefusal> {
  const model = modelOf(fassung);
  const type = model.get('Leistung');
  return type ? checkType(node, type, { model, unknown, path: node.name }) : ok(null);
}

interface Check {
  readonly model: Model;
  readonly unknown: Unknown;
  readonly path: string;
}

function checkType(node: XmlNode, type: ModelType, check: Check): Result<null, XzufiRefusal> {
  const seen = new Set<string>();
  for (const child of elementsOf(node)) {
    const known = child.space === 'xzufi' || child.space === '' ? type.get(child.name) : undefined;
    if (known === undefined) {
      check.unknown(`${check.path}/${child.name}`, child);
      continue;
    }
    if (known.oft !== 'mehrmals' && seen.has(child.name))
      return refuse(xzufiRefusal('XZUFI_VALUE', child, `${child.name} steht ein zweites Mal`));
    seen.add(child.name);
    const checked = checkElement(child, known.typen, check);
    if (!checked.ok) return checked;
  }
  return ok(null);
}

function checkElement(child: XmlNode, typen: readonly string[], check: Check): Result<null, XzufiRefusal> {
  const [only] = typen;
  const inner = only !== undefined && !isChoice(typen, check.model) ? check.model.get(only) : undefined;
  if (inner) return checkType(child, inner, { ...check, path: `${check.path}/${child.name}` });
  const shape = typen.length === 1 && only !== undefined ? shapes[only] : undefined;
  const text = shape ? textOf(child) : '';
  if (shape && !shape.test(text))
    return refuse(xzufiRefusal('XZUFI_VALUE', child, `${child.name}: ${text === '' ? 'leer' : text}`));
  return ok(null);
}
