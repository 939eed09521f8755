import { escapeAttribute, escapeText } from '../xml-text/index.ts';
import type { XmlNode } from './xml-node.ts';

const prefixes: Readonly<Record<string, string>> = { xzufi: 'xzufi:', '': '' };

/**
 * An element as XML text without indentation. XZuFi's namespace has the prefix `xzufi`, which the surrounding message
 * declares, as well as `xsi`; every other namespace is declared where it is used.
 */
export function writeXml(node: XmlNode): string {
  const { open, name } = tagOf(node);
  if (node.children.length === 0) return `<${open}/>`;
  let inner = '';
  for (const child of node.children) inner += typeof child === 'string' ? escapeText(child) : writeXml(child);
  return `<${open}>${inner}</${name}>`;
}

function tagOf(node: XmlNode): { readonly open: string; readonly name: string } {
  const prefix = prefixes[node.space];
  const name = prefix === undefined ? `f:${node.name}` : `${prefix}${node.name}`;
  const declared = prefix === undefined ? ` xmlns:f="${escapeAttribute(node.space)}"` : '';
  return { open: `${name}${declared}${writeAttributes(node.attributes)}`, name };
}

/** Attributes as they stand in a tag, each with a blank before it. */
export function writeAttributes(attributes: Readonly<Record<string, string>>): string {
  let written = '';
  let foreign = 0;
  for (const key in attributes) {
    const value = escapeAttribute(attributes[key] ?? '');
    const [, uri, local] = key.startsWith('{') ? (/^\{(.*)\}(.*)$/.exec(key) ?? []) : [];
    if (uri === undefined) written += ` ${key}="${value}"`;
    else {
      foreign += 1;
      written += ` xmlns:a${foreign}="${escapeAttribute(uri)}" a${foreign}:${local}="${value}"`;
    }
  }
  return written;
}
