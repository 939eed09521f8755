import { SaxesParser } from 'saxes';
import { type OpenNode, openNode } from './build-nodes.ts';
import { namespaceOf } from './fassung.ts';
import type { XmlNode } from './xml-node.ts';

const namespace = namespaceOf('2.2.0');
const around = `<o xmlns:xzufi="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`;

/** An element from the text that `writeXml` made of it. Throws where the text is something else. */
export function parseXml(text: string): XmlNode {
  const stack: OpenNode[] = [];
  let whole: XmlNode | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    stack.push(openNode(tag, namespace, { zeile: 0, spalte: 0 }));
  });
  parser.on('text', (content) => {
    stack.at(-1)?.children.push(content);
  });
  parser.on('closetag', () => {
    const node = stack.pop();
    if (node === undefined) return;
    if (stack.length === 1) whole = node;
    else stack.at(-1)?.children.push(node);
  });
  parser.write(`${around}${text}</o>`).close();
  if (whole === undefined) throw new Error('no element in the text');
  return whole;
}
