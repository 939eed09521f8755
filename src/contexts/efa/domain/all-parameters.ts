import type { OnlinedienstData, ParameterDefinition } from './onlinedienst.ts';
import { standardParameters, zustellpunktParameters } from './standard-parameters.ts';

/** Everything that a Kommune fills in for a service: its own parameters first, then Zustellpunkte, office and data protection. */
export function allParameters(dienst: OnlinedienstData): readonly ParameterDefinition[] {
  const own = new Set(dienst.parameters.map(({ id }) => id));
  const common = [...zustellpunktParameters(dienst.covers), ...standardParameters];
  return [...dienst.parameters, ...common.filter(({ id }) => !own.has(id))];
}

/**
 * What a Kommune can state: what its version asks for, and what the newest one asks for besides. A Kommune that could not
 * say it before it has the newest version would never come to have it.
 */
export function statableParameters(
  own: OnlinedienstData,
  newest: OnlinedienstData,
): readonly ParameterDefinition[] {
  const asked = allParameters(own);
  const known = new Set(asked.map(({ id }) => id));
  const coming = allParameters(newest).filter(({ id }) => !known.has(id));
  const why = `Verlangt erst Fassung ${newest.version}; bis Ihre Kommune sie hat, ohne Wirkung.`;
  return [...asked, ...coming.map((each) => ({ ...each, hint: [each.hint, why].filter(Boolean).join(' ') }))];
}
