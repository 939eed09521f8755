import { versionUnknown } from '#efa/fassungen';
import { ok, parseLocalDate, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { Lead, ReleasesDeps } from '../deps.ts';
import type { Notiz } from '../domain/festhalten.ts';
import { invalid } from '../errors.ts';
import { insertNotiz } from '../store-meldung.ts';
import { ownAngeboteOf } from './actors.ts';

/** What a provider says of a version. */
export interface NotizEingabe {
  readonly dienst: string;
  readonly fassung: string;
  readonly text: string;
  readonly sicherheit: boolean;
  readonly festhaltenBis: string;
}

/** Writes the note of a version; an earlier one stays, the newest counts. */
export async function writeNote(deps: ReleasesDeps, lead: Lead, input: NotizEingabe): Promise<Result<Notiz>> {
  const { dienst, fassung, sicherheit } = input;
  const angebote = await ownAngeboteOf(deps, lead, dienst);
  if (!angebote.ok) return angebote;
  if (!angebote.value.some((each) => each.fassung === fassung))
    return refuse(versionUnknown(dienst, fassung, angebote.value));
  const text = input.text.trim();
  const day = input.festhaltenBis.trim() === '' ? ok(null) : parseLocalDate(input.festhaltenBis.trim());
  const problems = [
    ...(text === '' || text.length > 5000
      ? [{ field: 'text', message: 'Bitte sagen Sie in höchstens 5000 Zeichen, was die Fassung bringt.' }]
      : []),
    ...(day.ok ? [] : [{ field: 'festhaltenBis', message: day.refusal.message }]),
    ...(sicherheit && day.ok && day.value !== null
      ? [
          {
            field: 'festhaltenBis',
            message: 'Eine Sicherheitslücke kann niemand aufschieben. Bitte lassen Sie den Stichtag leer.',
          },
        ]
      : []),
  ];
  if (problems.length > 0 || !day.ok) return refuse(invalid(problems));
  const notiz = {
    dienst,
    fassung,
    text,
    sicherheit,
    festhaltenBis: day.value,
    geschriebenAm: deps.clock.now(),
  };
  await deps.db.withReference(
    lead.actor,
    async (tx) => {
      await insertNotiz(tx, lead.anbieter.tenant, notiz);
      await recordAudit(tx, {
        action: 'releases.notiz.written',
        object: { type: 'efa.angebot', id: dienst },
        summary: { fassung, sicherheit },
      });
    },
    lead.anbieter.tenant,
  );
  return ok(notiz);
}
