import type { Gewichtung } from '../domain/gewichtung.ts';
import { jeKriterium, kriterien, unbekanntRegeln } from '../domain/kriterium.ts';
import type { Gewichtswunsch } from '../use-cases/read-rangfolge.ts';

export const gewichtName = (kriterium: string) => `gewicht-${kriterium}`;
export const unbekanntName = (kriterium: string) => `unbekannt-${kriterium}`;

/** Every parameter that weighs; lists keep them in all their links. */
export const gewichtParameter: readonly string[] = [
  ...kriterien.map(gewichtName),
  ...kriterien.map(unbekanntName),
  'schema',
];

/** The weights that an address or form asks for; what it leaves out stays as its basis has it. */
export function wunschOf(parameters: URLSearchParams): Gewichtswunsch {
  const given = gewichtParameter.some((name) => name !== 'schema' && parameters.has(name));
  return {
    schema: parameters.get('schema'),
    eigene: given ? (grundlage) => gewichtungIn(parameters, grundlage) : null,
  };
}

/** Reads weights over a basis; a text that is no whole number becomes one that is refused. */
export function gewichtungIn(parameters: URLSearchParams, grundlage: Gewichtung): Gewichtung {
  return {
    gewichte: jeKriterium((kriterium) => {
      const text = parameters.get(gewichtName(kriterium));
      if (text === null) return grundlage.gewichte[kriterium];
      return /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : -1;
    }),
    unbekannt: jeKriterium((kriterium) => {
      const text = parameters.get(unbekanntName(kriterium));
      return unbekanntRegeln.find((rule) => rule === text) ?? grundlage.unbekannt[kriterium];
    }),
  };
}

/** The parameters that lead to these weights again. */
export function gewichtungQuery({ gewichte, unbekannt }: Gewichtung): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const kriterium of kriterien) parameters.set(gewichtName(kriterium), String(gewichte[kriterium]));
  for (const kriterium of kriterien) parameters.set(unbekanntName(kriterium), unbekannt[kriterium]);
  return parameters;
}

/** The parameters that weigh, as an address gives them. */
export function weightsOf(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([name]) => gewichtParameter.includes(name)));
}
