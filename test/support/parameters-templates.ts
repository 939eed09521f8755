import type { PageTemplates } from './page-templates.ts';
import type { Visitor } from './visitor.ts';

/** A table of values that waits: one row that is sound, one of a Kommune that did not allow it. */
export interface ParametersPages {
  readonly einlesung: string;
}

const path = '/parameter/kindertagespflege';
const unknown = '00000000-0000-4000-8000-000000000009';

/** Sends a table of values as Lemgo. */
export async function furnishParameters(lemgo: Visitor): Promise<ParametersPages> {
  const table =
    'Kommune;Wie lange es dauert\r\nLemgo;Meist drei Wochen (erfunden).\r\nDetmold;Zwei Wochen.\r\n';
  const sent = await lemgo.upload(`${path}/einlesen`, { datei: table });
  return { einlesung: sent.split('/').at(-1) ?? '' };
}

/** The pages of parameters. */
export function parametersTemplates({ einlesung }: ParametersPages): PageTemplates {
  const both = `kommune=05766044&kommune=05766`;
  return {
    '/parameter': [
      { name: 'filled', address: '/parameter', as: 'lemgo' },
      { name: 'provider', address: '/parameter', as: 'ozg-leitung' },
    ],
    '/parameter/:dienst': [
      { name: 'filled', address: path, as: 'lemgo' },
      { name: 'error', address: '/parameter/gibtesnicht', as: 'lemgo', status: 404 },
    ],
    '/parameter/:dienst/pruefung': [{ name: 'filled', address: `${path}/pruefung`, as: 'lemgo' }],
    '/parameter/:dienst/vergleich': [
      { name: 'filled', address: `${path}/vergleich`, as: 'ozg-leitung' },
      { name: 'empty', address: `${path}/vergleich?suche=gibtesnichtxyz`, as: 'ozg-leitung' },
    ],
    '/parameter/:dienst/erbe': [
      { name: 'filled', address: `${path}/erbe`, as: 'lemgo' },
      { name: 'error', address: `${path}/erbe`, as: 'ozg-leitung', press: 'Wert vorgeben', status: 422 },
    ],
    '/parameter/:dienst/vorschau': [
      { name: 'filled', address: `${path}/vorschau?${both}`, as: 'lemgo' },
      { name: 'error', address: `${path}/vorschau?kommune=05766044&weiter=ja`, as: 'lemgo', status: 422 },
    ],
    '/parameter/:dienst/einlesen': [
      { name: 'error', address: `${path}/einlesen`, as: 'lemgo', press: 'Änderungen zeigen', status: 422 },
    ],
    '/parameter/:dienst/eingelesen/:vorgang': [
      { name: 'error', address: `${path}/eingelesen/${unknown}`, as: 'lemgo', status: 404 },
    ],
    '/parameter/:dienst/einlesen/:einlesung': [
      { name: 'filled', address: `${path}/einlesen/${einlesung}`, as: 'lemgo' },
    ],
  };
}
