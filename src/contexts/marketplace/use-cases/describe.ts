import { type LocalDate, ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { Dienstangaben, Dienstinhalt } from '../domain/angaben.ts';
import type { Preisblatt, Preisinhalt } from '../domain/preisblatt.ts';
import { changedMeanwhile, invalid, invalidField } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { insertAngaben, insertPreisblatt } from '../store/offering.ts';
import { ownOffering } from './offering.ts';
import type { Anbietende } from './wer.ts';

type Deps = Pick<MarketplaceDeps, 'db' | 'clock'>;

/** Says anew what holds for a service. Of two who write at once the second learns of the first. */
export function describeDienst(
  deps: Deps,
  wer: Anbietende,
  dienst: string,
  { grundlage, inhalt }: { readonly grundlage: number; readonly inhalt: Dienstinhalt },
): Promise<Result<Dienstangaben>> {
  return deps.db.withReference(
    wer.actor,
    async (tx) => {
      const found = await ownOffering(tx, deps, wer, dienst);
      if (!found.ok) return found;
      if ((found.value.angaben?.nummer ?? 0) !== grundlage) return refuse(changedMeanwhile);
      const next = {
        dienst,
        nummer: grundlage + 1,
        haus: wer.anbieter.name,
        inhalt,
        angegebenAm: deps.clock.now(),
      };
      if (!(await insertAngaben(tx, wer.anbieter.tenant, next))) return refuse(changedMeanwhile);
      await recordAudit(tx, {
        action: 'marketplace.described',
        object: { type: 'marketplace.angaben', id: dienst },
        summary: { nummer: next.nummer },
      });
      return ok(next);
    },
    wer.anbieter.tenant,
  );
}

/** Adds a price sheet that counts from a day on; earlier ones stay as they were. */
export function statePrice(
  deps: Deps,
  wer: Anbietende,
  dienst: string,
  {
    grundlage,
    gueltigAb,
    inhalt,
  }: { readonly grundlage: number; readonly gueltigAb: LocalDate; readonly inhalt: Preisinhalt },
): Promise<Result<Preisblatt>> {
  const wrong = problemsOfPrice(inhalt);
  if (wrong.length > 0) return Promise.resolve(refuse(invalid(wrong)));
  return deps.db.withReference(
    wer.actor,
    async (tx) => {
      const found = await ownOffering(tx, deps, wer, dienst);
      if (!found.ok) return found;
      const last = found.value.preise.at(-1)?.nummer ?? 0;
      if (last !== grundlage) return refuse(changedMeanwhile);
      if (found.value.preise.length > 0 && gueltigAb < deps.clock.today())
        return refuse(
          invalidField(
            'gueltigAb',
            'Ein neuer Preis gilt frühestens ab heute. Frühere Preise bleiben, wie sie waren.',
          ),
        );
      const next = {
        dienst,
        nummer: last + 1,
        haus: wer.anbieter.name,
        gueltigAb,
        inhalt,
        angegebenAm: deps.clock.now(),
      };
      if (!(await insertPreisblatt(tx, wer.anbieter.tenant, next))) return refuse(changedMeanwhile);
      await recordAudit(tx, {
        action: 'marketplace.price.stated',
        object: { type: 'marketplace.preisblatt', id: dienst },
        summary: { nummer: next.nummer, gueltigAb },
      });
      return ok(next);
    },
    wer.anbieter.tenant,
  );
}

function problemsOfPrice({ jaehrlich, quelle, annahme }: Preisinhalt) {
  const problems = [];
  if (quelle.trim() === '' && !annahme)
    problems.push({
      field: 'quelle',
      message: 'Bitte nennen Sie, woher der Preis stammt, oder kennzeichnen Sie ihn als Annahme.',
    });
  if (jaehrlich.art === 'staffel') {
    const bounds = jaehrlich.stufen.map(({ bisEinwohner }) => bisEinwohner);
    if (new Set(bounds).size !== bounds.length)
      problems.push({ field: 'stufen', message: 'Zwei Stufen reichen bis zur selben Einwohnerzahl.' });
  }
  return problems;
}
