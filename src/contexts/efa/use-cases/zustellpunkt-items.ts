import type { Zustellpunkt } from '#delivery';
import type { CheckItem } from '../domain/check-item.ts';
import { zustellpunkteFor } from '../domain/standard-parameters.ts';
import type { EfaDeps, ProbeSubject } from '../doors-deps.ts';

/** Whether each chosen Zustellpunkt takes Anträge and has a key that counts now. What is not chosen is another line. */
export async function zustellpunktItems(
  { zustellpunkte }: Pick<EfaDeps, 'zustellpunkte'>,
  { kommune, dienst, parameters }: ProbeSubject,
): Promise<readonly CheckItem[]> {
  const own = await zustellpunkte(kommune);
  const chosen = new Set(dienst.covers.flatMap(({ office }) => zustellpunkteFor(parameters, office)));
  return [...chosen].map((id) =>
    itemOf(
      id,
      own.find((each) => each.id === id),
    ),
  );
}

function itemOf(id: string, found: Zustellpunkt | undefined): CheckItem {
  const line = {
    id: `zustellpunkt-${id}`,
    what: `Zustellpunkt ${found ? `„${found.name}“` : ''} nimmt Anträge an`,
    required: true,
    href: '/zustellpunkte',
  } as const;
  if (found === undefined || found.state === 'ended')
    return {
      ...line,
      ok: false,
      who: 'Kommune',
      how: 'Es gibt ihn nicht mehr. Bitte wählen Sie einen anderen.',
    };
  if (found.key === null)
    return {
      ...line,
      ok: false,
      who: 'IT-Dienstleister',
      how: 'Ein gültiger Schlüssel fehlt oder ist abgelaufen. Bitte einen neuen erzeugen.',
    };
  if (found.state !== 'active')
    return {
      ...line,
      ok: false,
      who: 'IT-Dienstleister',
      how: 'Er ist noch nicht in Betrieb oder ruht. Bitte in Betrieb nehmen.',
    };
  return { ...line, ok: true, who: 'IT-Dienstleister', how: 'In Betrieb, mit gültigem Schlüssel.' };
}
