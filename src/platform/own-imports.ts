import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

// Preloaded into every process of ours (bin/node24). For each import of a name such as #kernel Node reads the whole package.json
// again, and for each relative one it asks the disk for links: with four thousand modules that was half of a start. Here the names
// are read once, and an import that says where its file lies is taken at its word. Without this everything runs the same, slower.

const root = new URL('../../package.json', import.meta.url);
const names = new Map<string, string>();
const families: { readonly before: string; readonly target: string }[] = [];
const { imports } = JSON.parse(readFileSync(root, 'utf8')) as { imports: Readonly<Record<string, string>> };
for (const [name, target] of Object.entries(imports)) {
  if (name.endsWith('*')) families.push({ before: name.slice(0, -1), target });
  else names.set(name, new URL(target, root).href);
}

registerHooks({
  resolve: (specifier, context, next) => {
    const url = ownUrl(specifier, context.parentURL);
    return url?.endsWith('.ts')
      ? { url, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context);
  },
});

function ownUrl(specifier: string, parent: string | undefined): string | undefined {
  if (specifier.startsWith('#')) return names.get(specifier) ?? familyUrl(specifier);
  return specifier.startsWith('.') && parent !== undefined ? new URL(specifier, parent).href : undefined;
}

function familyUrl(specifier: string): string | undefined {
  const family = families.find(({ before }) => specifier.startsWith(before));
  if (family === undefined) return undefined;
  const url = new URL(family.target.replace('*', specifier.slice(family.before.length)), root).href;
  names.set(specifier, url);
  return url;
}
