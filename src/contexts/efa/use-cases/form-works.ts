import { parseParameters } from '#forms';
import { type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';
import type { Result } from '#kernel';
import type { CheckItem } from '../domain/check-item.ts';
import type { ParameterValues } from '../domain/onlinedienst.ts';
import type { ProbeSubject } from '../doors-deps.ts';

/** The values that the form of a service knows; office and data protection are every service's own matter. */
export function formValues(
  { parameters }: Pick<ProbeSubject['dienst'], 'parameters'>,
  values: ParameterValues,
): ParameterValues {
  const known = new Set(parameters.map(({ id }) => id));
  return Object.fromEntries(Object.entries(values).filter(([name]) => known.has(name)));
}

/** Whether the form, as it was offered, still compiles and accepts these values. */
export function formItem(subject: ProbeSubject): CheckItem {
  return formItemWith(parsedOf(subject.definition), subject);
}

/** The two documents of a version, compiled. */
export function parsedOf({ dienst, formular }: ProbeSubject['definition']): Result<Onlinedienst> {
  return parseOnlinedienst(JSON.stringify(dienst), JSON.stringify(formular));
}

/** As `formItem`, for a version that was compiled before. */
export function formItemWith(
  parsed: Result<Onlinedienst>,
  { dienst, parameters }: Pick<ProbeSubject, 'dienst' | 'parameters'>,
): CheckItem {
  const line = { id: 'formular', what: 'Das Formular läuft mit diesen Parametern', required: true } as const;
  const href = `/anbindungen/${dienst.id}#feld-${dienst.parameters[0]?.id ?? 'giltAb'}`;
  if (!parsed.ok)
    return {
      ...line,
      ok: false,
      who: 'IT-Dienstleister',
      how: parsed.refusal.message,
      href: `/onlinedienste/${dienst.id}`,
    };
  const read = parseParameters(parsed.value.definition.parameters, formValues(dienst, parameters));
  if (!read.ok) return { ...line, ok: false, who: 'Kommune', how: read.refusal.message, href };
  return { ...line, ok: true, who: 'Kommune', how: 'Formular und Parameter passen zusammen.', href };
}
