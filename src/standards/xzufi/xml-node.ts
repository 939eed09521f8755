/** The namespace of an element: XZuFi's own in whichever version, none, or the address of another. */
export type XmlSpace = 'xzufi' | '' | string;

/** An element as it was read. White space between elements is not kept; text is, to the letter. */
export interface XmlNode {
  readonly space: XmlSpace;
  readonly name: string;
  /** By name; `xsi:type`, `xml:lang`; `{address}name` for those of another namespace. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
  /** Where it begins in the message, both from 1; 0 for what was not read from one. */
  readonly zeile: number;
  readonly spalte: number;
}

/** An element of XZuFi that we make. */
export function element(
  name: string,
  children: readonly (XmlNode | string | null)[] = [],
  attributes: Readonly<Record<string, string>> = {},
): XmlNode {
  const kept = children.filter((child) => child !== null && child !== '') as (XmlNode | string)[];
  return { space: 'xzufi', name, attributes, children: kept, zeile: 0, spalte: 0 };
}

/** An element without a namespace, as code lists are written. */
export function bareElement(name: string, children: readonly (XmlNode | string)[]): XmlNode {
  return { space: '', name, attributes: {}, children, zeile: 0, spalte: 0 };
}

/** The child elements of a name, with XZuFi's namespace or without one. */
export function childrenOf(node: XmlNode, name: string): XmlNode[] {
  return elementsOf(node).filter(
    (child) => child.name === name && (child.space === 'xzufi' || child.space === ''),
  );
}

/** The first child element of a name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node && childrenOf(node, name)[0];
}

/** All child elements. */
export function elementsOf(node: XmlNode): XmlNode[] {
  return node.children.filter((child) => typeof child !== 'string');
}

/** The text directly in an element, without white space around it; empty where there is none. */
export function textOf(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  return node.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
}

/** The text at the end of a path of child elements. */
export function textAt(node: XmlNode | undefined, ...path: readonly string[]): string {
  return textOf(path.reduce<XmlNode | undefined>((at, name) => childOf(at, name), node));
}
