import { foldGerman } from '#kernel';
import type { Body } from './territory.ts';

/** A name as it is looked up: folded, without punctuation, „St.“ written out. */
export function nameKey(text: string): string {
  return foldGerman(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^st /, 'sankt ');
}

/** Every body under every way to write its name: „Unna“, „Stadt Unna“, „Unna, Stadt“, „Unna (Kreis Unna)“. */
export function indexNames(bodies: readonly Body[]): ReadonlyMap<string, readonly Body[]> {
  const kreise = new Map<string, Body>(bodies.map((body) => [body.ags, body]));
  const index = new Map<string, Body[]>();
  for (const body of bodies) {
    const kreis = body.kreisAgs === null ? undefined : kreise.get(body.kreisAgs);
    for (const key of new Set(namesOf(body, kreis).map(nameKey))) {
      const known = index.get(key);
      if (known) known.push(body);
      else index.set(key, [body]);
    }
  }
  return index;
}

/** Whether the body is a Kreis or a Städteregion. */
export function isKreis(body: Body): boolean {
  return body.art === 'kreis' || body.art === 'staedteregion';
}

function namesOf(body: Body, kreis: Body | undefined): string[] {
  return isKreis(body) ? kreisNames(body) : gemeindeNames(body, kreis);
}

function kreisNames({ name, officialName, bezeichnung }: Body): string[] {
  return [
    name,
    officialName,
    ...['Kreis', 'Landkreis', bezeichnung].flatMap((word) => [
      `${word} ${officialName}`,
      `${officialName}, ${word}`,
    ]),
  ];
}

function gemeindeNames(body: Body, kreis: Body | undefined): string[] {
  const { name, officialName } = body;
  const bare = name.replace(/ \(.*\)$/, '');
  const title = officialName.startsWith(`${name}, `) ? officialName.slice(name.length + 2) : null;
  const kinds = body.art === 'stadt' ? ['Stadt'] : ['Gemeinde', body.bezeichnung];
  const names = [name, bare, officialName];
  for (const kind of title === null ? kinds : [...kinds, title]) {
    for (const each of [name, bare]) names.push(`${kind} ${each}`, `${each}, ${kind}`);
  }
  if (kreis) names.push(`${bare}, ${kreis.name}`, `${bare}, ${kreis.officialName}`);
  return names;
}
