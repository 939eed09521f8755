import type { SaxesTagNS } from 'saxes';
import type { XmlNode } from './xml-node.ts';

const xsi = 'http://www.w3.org/2001/XMLSchema-instance';
const xml = 'http://www.w3.org/XML/1998/namespace';
const xmlns = 'http://www.w3.org/2000/xmlns/';

/** An element while it is read. */
export interface OpenNode extends XmlNode {
  readonly children: (XmlNode | string)[];
}

/** An element as the parser opened it, its names no longer bound to the prefixes of the message. */
export function openNode(
  tag: SaxesTagNS,
  namespace: string,
  place: { readonly zeile: number; readonly spalte: number },
): OpenNode {
  const space = tag.uri === namespace ? 'xzufi' : tag.uri;
  return { space, name: tag.local, attributes: attributesOf(tag, namespace), children: [], ...place };
}

function attributesOf(tag: SaxesTagNS, namespace: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const key in tag.attributes) {
    const attribute = tag.attributes[key];
    if (attribute === undefined || attribute.uri === xmlns) continue;
    const { uri, local, value } = attribute;
    if (uri === '') attributes[local] = value;
    else if (uri === xsi)
      attributes[`xsi:${local}`] = local === 'type' ? typeName(tag, value, namespace) : value;
    else attributes[uri === xml ? `xml:${local}` : `{${uri}}${local}`] = value;
  }
  return attributes;
}

/** `xsi:type` names a type by a prefix of the message; ours is always `xzufi`. */
function typeName(tag: SaxesTagNS, value: string, namespace: string): string {
  const [, prefix, local = value] = /^(?:([^:]*):)?(.*)$/.exec(value.trim()) ?? [];
  const uri = prefix === undefined ? undefined : tag.ns[prefix];
  return uri === namespace || prefix === undefined || uri === undefined ? `xzufi:${local}` : value;
}
