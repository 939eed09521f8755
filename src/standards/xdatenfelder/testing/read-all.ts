import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import type { Result } from '#kernel';
import type { XdfGrenzen } from '../grenzen.ts';
import type { XdfNachricht } from '../modell.ts';
import { readXdatenfelder } from '../read-xdatenfelder.ts';
import type { XdfRefusal } from '../refusals.ts';

/** A vector of this standard as text. */
export function vector(name: string): string {
  return readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8');
}

/** Reads a whole file, in pieces of `size` bytes. */
export function readAll(
  content: string | Buffer,
  size = 65_536,
  grenzen?: XdfGrenzen,
): Promise<Result<XdfNachricht, XdfRefusal>> {
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  return readXdatenfelder(pieces, grenzen);
}

/** An element as any XML parser sees it, its names without prefixes. */
export type Tree = readonly [
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Tree | string)[],
];

/** A file as a tree, by a second reading that knows nothing of XDatenfelder; layout between elements is left out. */
export function treeOf(text: string): Tree {
  const stack: [string, Record<string, string>, (Tree | string)[]][] = [['', {}, []]];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const own = Object.values(attributes).filter(
      ({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns',
    );
    stack.push([`${uri} ${local}`, Object.fromEntries(own.map(({ local: key, value }) => [key, value])), []]);
  });
  parser.on('text', (content) => {
    stack.at(-1)?.[2].push(content);
  });
  parser.on('closetag', () => {
    const node = stack.pop();
    if (node === undefined) return;
    const mixed = node[2].some((child) => typeof child !== 'string');
    stack
      .at(-1)?.[2]
      .push([
        node[0],
        node[1],
        mixed ? node[2].filter((child) => typeof child !== 'string' || /\S/.test(child)) : node[2],
      ]);
  });
  parser.write(text).close();
  const root = stack[0]?.[2].find((child) => typeof child !== 'string');
  if (root === undefined) throw new Error('not a tree');
  return root;
}
