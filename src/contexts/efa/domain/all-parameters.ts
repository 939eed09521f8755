import type { OnlinedienstData, ParameterDefinition } from './onlinedienst.ts';
import { standardParameters } from './standard-parameters.ts';

/** Everything that a Kommune fills in for a service: its own parameters first, then office and data protection. */
export function allParameters(dienst: OnlinedienstData): readonly ParameterDefinition[] {
  const own = new Set(dienst.parameters.map(({ id }) => id));
  return [...dienst.parameters, ...standardParameters.filter(({ id }) => !own.has(id))];
}
