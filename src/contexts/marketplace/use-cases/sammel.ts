import { isUuid, type LocalDate, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit } from '#platform';
import type { Sammelbestellung } from '../domain/sammelbestellung.ts';
import { invalid, invalidField, jointDecided, jointUnknown, serviceEnded } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { decideSammelbestellung, insertSammelbestellung, readSammelbestellungen } from '../store/sammel.ts';
import { findOffering } from './offering.ts';
import type { Anbietende } from './wer.ts';

type Deps = Pick<MarketplaceDeps, 'db' | 'clock' | 'efa'>;

/** What a Land or a Bündler orders for many. */
export interface Sammelwunsch {
  readonly dienst: string;
  readonly auftraggeber: string;
  /** The Länderschlüssel; `null` for the Kommunen that the acting house looks after. */
  readonly land: string | null;
  readonly rechtsgrundlage: string;
  readonly quelle: string;
  readonly gueltigVon: LocalDate;
  readonly gueltigBis: LocalDate | null;
  readonly zahlt: Sammelbestellung['zahlt'];
  readonly gezeichnetVon: string;
  readonly gezeichnetAm: LocalDate;
}

/**
 * Enters an order for all Kommunen of a Land, or of one's own circle, with its legal basis. For a Land only the house that
 * offers the service may do so, to whom the Land gave its order; that it enters it is its acceptance.
 */
export async function orderForAll(
  deps: Deps,
  wer: Anbietende,
  wunsch: Sammelwunsch,
  circle: readonly string[],
): Promise<Result<{ readonly id: string }>> {
  const laender = (await deps.efa.world()).territory.laender.map(({ code }) => code);
  const problems = problemsOf(wunsch, laender, deps.clock.today());
  if (problems.length > 0) return refuse(invalid(problems));
  if (wunsch.land === null && circle.length === 0)
    return refuse(invalidField('fuer', 'Ihr Haus betreut keine Kommune, für die Sie bestellen könnten.'));
  const { tenant } = wer.anbieter;
  return deps.db.withReference(
    wer.actor,
    async (tx) => {
      const found = await findOffering(tx, deps, wunsch.dienst);
      if (!found.ok) return found;
      const { angebot, angaben } = found.value;
      const ende = angaben?.inhalt.eingestelltZum ?? null;
      if (ende !== null && ende < deps.clock.today()) return refuse(serviceEnded(angebot.data.title, ende));
      const own = angebot.anbieterId === tenant;
      if (wunsch.land !== null && !own)
        return refuse(
          invalidField(
            'fuer',
            `Für ein ganzes Land trägt ${angebot.anbieter} die Bestellung ein, denn dorthin geht sie.`,
          ),
        );
      const id = newId();
      const ags = wunsch.land === null ? circle : [];
      await insertSammelbestellung(
        tx,
        tenant,
        { ...wunsch, id, ags, anbieterId: angebot.anbieterId },
        deps.clock.now(),
      );
      if (own)
        await decideSammelbestellung(tx, tenant, {
          id,
          angenommen: true,
          grund: null,
          am: deps.clock.today(),
        });
      await recordAudit(tx, {
        action: 'marketplace.joint.ordered',
        object: { type: 'marketplace.sammelbestellung', id },
        summary: { dienst: wunsch.dienst, land: wunsch.land, kommunen: ags.length },
      });
      return ok({ id });
    },
    tenant,
  );
}

function problemsOf(wunsch: Sammelwunsch, laender: readonly string[], today: LocalDate) {
  const { auftraggeber, land, rechtsgrundlage, quelle, gueltigVon, gueltigBis, gezeichnetVon, gezeichnetAm } =
    wunsch;
  const length = (text: string, least: number, most: number) =>
    text.trim().length < least || text.length > most;
  const checks: readonly (readonly [boolean, string, string])[] = [
    [length(auftraggeber, 3, 200), 'auftraggeber', 'Bitte nennen Sie, wer für alle bestellt.'],
    [land !== null && !laender.includes(land), 'fuer', 'Dieses Land gibt es nicht.'],
    [
      length(rechtsgrundlage, 5, 500),
      'rechtsgrundlage',
      'Bitte nennen Sie die Rechtsgrundlage mit ihrem Datum. Ohne sie bindet die Bestellung die Kommunen nicht.',
    ],
    [quelle.length > 500, 'quelle', 'Bitte höchstens 500 Zeichen.'],
    [
      gueltigBis !== null && gueltigBis < gueltigVon,
      'gueltigBis',
      'Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie beide.',
    ],
    [length(gezeichnetVon, 2, 200), 'gezeichnetVon', 'Bitte nennen Sie, wer unterschrieben hat.'],
    [gezeichnetAm > today, 'gezeichnetAm', 'Dieser Tag liegt in der Zukunft. Wann wurde unterschrieben?'],
  ];
  return checks.flatMap(([wrong, field, message]) => (wrong ? [{ field, message }] : []));
}

/** All orders for many. */
export function listSammel({ db }: Pick<Deps, 'db'>): Promise<readonly Sammelbestellung[]> {
  return db.withPublic((tx) => readSammelbestellungen(tx));
}

/** The provider accepts or declines what a Bündler ordered. */
export function decideForAll(
  deps: Pick<Deps, 'db' | 'clock'>,
  wer: Anbietende,
  id: string,
  { angenommen, grund }: { readonly angenommen: boolean; readonly grund: string },
): Promise<Result<null>> {
  const why = grund.trim();
  if (!angenommen && (why.length < 3 || why.length > 1000))
    return Promise.resolve(
      refuse(invalidField('grund', 'Bitte sagen Sie in 3 bis 1.000 Zeichen, warum Sie ablehnen.')),
    );
  if (!isUuid(id)) return Promise.resolve(refuse(jointUnknown));
  const { tenant } = wer.anbieter;
  return deps.db.withReference(
    wer.actor,
    async (tx) => {
      const found = (await readSammelbestellungen(tx)).find((each) => each.id === id);
      if (found?.anbieterId !== tenant) return refuse(jointUnknown);
      const decision = { id, angenommen, grund: angenommen ? null : why, am: deps.clock.today() };
      if (!(await decideSammelbestellung(tx, tenant, decision))) return refuse(jointDecided);
      await recordAudit(tx, {
        action: angenommen ? 'marketplace.joint.accepted' : 'marketplace.joint.declined',
        object: { type: 'marketplace.sammelbestellung', id },
      });
      return ok(null);
    },
    tenant,
  );
}
