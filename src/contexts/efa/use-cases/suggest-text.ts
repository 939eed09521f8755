import { parseParameters } from '#forms';
import { serviceTexts } from '#forms/onlinedienst';
import type { Freigabetext } from '../domain/freigabe.ts';
import { valuesAt } from '../domain/parameter-facts.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { readAnbindungen, readParameterFacts } from '../store-anbindung.ts';
import { readAngebot } from '../store-angebot.ts';
import type { Editor } from './editor.ts';
import { formValues } from './form-works.ts';
import { pinnedOnlinedienst } from './pinned-onlinedienst.ts';

/**
 * A text for the service page from the Kommune's own Anbindung that covers the Leistung, filled with its values; null
 * where there is none or its values are not complete. Amounts change with the parameters, so the cost is left to them.
 */
export function suggestText(
  { db, clock }: Pick<EfaDeps, 'db' | 'clock'>,
  { actor, kommune }: Editor,
  leika: string | null,
): Promise<Freigabetext | null> {
  const date = clock.today();
  return db.withTenant(kommune.tenant, actor, async (tx) => {
    for (const { dienst, fassung, zustand } of await readAnbindungen(tx)) {
      const data = (await readAngebot(tx, dienst, fassung))?.data;
      if (zustand === 'beendet' || !data?.covers.some((cover) => cover.leika === leika)) continue;
      const onlinedienst = await pinnedOnlinedienst(tx, dienst, fassung);
      const values = formValues(data, valuesAt(await readParameterFacts(tx, dienst), { date }));
      const parameters = onlinedienst && parseParameters(onlinedienst.definition.parameters, values);
      if (!onlinedienst || !parameters?.ok) continue;
      const texts = serviceTexts(onlinedienst, parameters.value, date);
      return {
        was: texts.what,
        fuerWen: texts.forWhom,
        benoetigt: texts.need.join('\n'),
        kosten: '',
        dauer: texts.time,
        frist: texts.deadline,
        recht: texts.law,
      };
    }
    return null;
  });
}
