import type { OnlinedienstData, ParameterDefinition } from './onlinedienst.ts';
import { standardParameters, zustellpunktParameters } from './standard-parameters.ts';

/** Everything that a Kommune fills in for a service: its own parameters first, then Zustellpunkte, office and data protection. */
export function allParameters(dienst: OnlinedienstData): readonly ParameterDefinition[] {
  const own = new Set(dienst.parameters.map(({ id }) => id));
  const common = [...zustellpunktParameters(dienst.covers), ...standardParameters];
  return [...dienst.parameters, ...common.filter(({ id }) => !own.has(id))];
}
