import { createHash } from 'node:crypto';
import type { ParameterDefinition as FormParameter } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';
import type { OnlinedienstData, ParameterDefinition } from '../domain/onlinedienst.ts';

type Table = Extract<FormParameter, { readonly type: 'table' }>;
type Column = Table['columns'][string];

const nothing = { norm: null, min: null, max: null, columns: [], minRows: 0, maxRows: 0 } as const;

/** What this context keeps of an Onlinedienst when it is offered. */
export function dataOf({ definition }: Onlinedienst): OnlinedienstData {
  const { id, version, title, summary, land, covers, parameters } = definition;
  return {
    id,
    version,
    title,
    summary,
    land,
    covers: covers.map(({ leika, name, office, norms, catalogueNorms }) => ({
      leika,
      name,
      office,
      normen: norms.map(({ text, url, says }) => ({ text, url, says: says ?? null })),
      abweichungen: (catalogueNorms ?? []).map(({ text, mark, why }) => ({ text, mark, why })),
    })),
    parameters: Object.entries(parameters).map(([name, parameter]) => parameterOf(name, parameter)),
  };
}

/** Tells whether two definitions are the same to the letter. */
export function hashOf({ definition, form }: Onlinedienst): string {
  return createHash('sha256')
    .update(JSON.stringify([definition, form.definition]))
    .digest('hex');
}

const longestText = 5000;
const mostRows = 500;

function parameterOf(id: string, parameter: FormParameter): ParameterDefinition {
  const { label, help, norm, optional, filledBy } = parameter;
  return {
    ...nothing,
    id,
    label,
    hint: help ?? null,
    norm: norm ?? null,
    kind: parameter.type,
    required: optional !== true,
    filledBy: filledBy === 'kommune' ? 'Kommune' : 'IT-Dienstleister',
    ...(parameter.type === 'text' ? { max: longestText } : {}),
    ...(parameter.type === 'integer' ? { min: parameter.min ?? null, max: parameter.max ?? null } : {}),
    ...(parameter.type === 'table' ? tableOf(parameter) : {}),
  };
}

function tableOf({ columns, minRows, maxRows, optional }: Table) {
  return {
    columns: Object.entries(columns).map(([id, column]) => columnOf(id, column)),
    minRows: minRows ?? (optional === true ? 0 : 1),
    maxRows: Math.min(maxRows ?? mostRows, mostRows),
  };
}

function columnOf(id: string, { type, label, hint, optional }: Column): ParameterDefinition {
  const max = type === 'text' ? longestText : null;
  const required = optional !== true;
  return { ...nothing, id, label, hint: hint ?? null, kind: type, required, filledBy: 'Kommune', max };
}
