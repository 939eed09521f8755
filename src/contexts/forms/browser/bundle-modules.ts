import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

interface Source {
  readonly url: string;
  /** The statements without types, imports and exports. */
  readonly body: string;
  readonly imports: readonly { readonly names: string; readonly from: string }[];
  readonly exports: readonly string[];
}

/** The modules that names of a bare specifier (`#kernel`) come from. */
type Barrel = ReadonlyMap<string, string>;

/**
 * One script of a module and all that it imports, types stripped: each module becomes a function scope that returns its
 * exports, in the order in which they need each other. It knows the forms of import and export that our own code has, and
 * throws at any other, so that a change is noticed at the start and not in a browser.
 */
export function bundleModules(entry: URL, barrels: Readonly<Record<string, URL>>, global: string): string {
  const named = new Map(Object.entries(barrels).map(([name, url]) => [name, barrelOf(url)]));
  const order: Source[] = [];
  visit(entry.href, named, new Set(), order);
  const numbers = new Map(order.map(({ url }, index) => [url, `m${index}`]));
  const scopes = order.map((source) => scopeOf(source, numbers));
  return `${scopes.join('\n')}\nconst ${global} = ${numbers.get(entry.href)};\n`;
}

function visit(url: string, barrels: ReadonlyMap<string, Barrel>, seen: Set<string>, order: Source[]): void {
  if (seen.has(url)) return;
  seen.add(url);
  const source = sourceOf(url, barrels);
  for (const { from } of source.imports) visit(from, barrels, seen, order);
  order.push(source);
}

const importShape = /^import \{([^}]*)\} from '([^']+)';\s*$/gm;
const exportShape = /^export (?:function|const|class) ([A-Za-z0-9_]+)/gm;

function sourceOf(url: string, barrels: ReadonlyMap<string, Barrel>): Source {
  const text = stripTypeScriptTypes(readFileSync(new URL(url), 'utf8'));
  const imports = [...text.matchAll(importShape)].flatMap(([, names = '', from = '']) =>
    importsOf(namesIn(names), from, url, barrels),
  );
  const exports = [...text.matchAll(exportShape)].map(([, name = '']) => name);
  const body = text.replaceAll(importShape, '').replaceAll(/^export (?=function|const|class)/gm, '');
  const left = /^(?:import|export) .*$/m.exec(body)?.[0];
  if (left !== undefined) throw new Error(`A bundle cannot hold „${left}“ of ${url}.`);
  return { url, body: compact(body), imports, exports };
}

function namesIn(names: string): readonly string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

function importsOf(
  names: readonly string[],
  from: string,
  url: string,
  barrels: ReadonlyMap<string, Barrel>,
): Source['imports'] {
  const bound = (name: string): string => name.replace(' as ', ': ');
  if (from.startsWith('.') && names.length > 0)
    return [{ names: names.map(bound).join(', '), from: new URL(from, url).href }];
  if (names.length === 0) return [];
  const barrel = barrels.get(from);
  return names.map((name) => {
    const module = barrel?.get(name.split(' as ')[0] ?? '');
    if (module === undefined) throw new Error(`A bundle cannot hold ${name} of ${from} in ${url}.`);
    return { names: bound(name), from: module };
  });
}

function barrelOf(url: URL): Barrel {
  const text = stripTypeScriptTypes(readFileSync(url, 'utf8'));
  return new Map(
    [...text.matchAll(/^export \{([^}]*)\} from '([^']+)';/gm)].flatMap(([, names = '', from = '']) =>
      namesIn(names).map((name) => [name, new URL(from, url).href] as const),
    ),
  );
}

// Comments and the blanks in place of types would double what travels to a phone.
function compact(body: string): string {
  return body
    .replaceAll(/^\s*\/\*\*[\s\S]*?\*\/\s*$/gm, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
}

function scopeOf({ url, body, imports, exports }: Source, numbers: ReadonlyMap<string, string>): string {
  const bindings = imports.map(({ names, from }) => `const { ${names} } = ${numbers.get(from)};`);
  return `const ${numbers.get(url)} = (() => {\n${[...bindings, body].join('\n')}\nreturn { ${exports.join(', ')} };\n})();`;
}
