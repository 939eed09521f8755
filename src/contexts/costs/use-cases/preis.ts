import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { apportion } from '../domain/apportion.ts';
import { changedMeanwhile } from '../errors.ts';
import type { Plan } from '../plan-inhalt.ts';
import { mitBeitritt, preisschildOf } from '../preisschild.ts';
import { readEigeneAnteile } from '../store-anteil.ts';
import { insertPreis, readPreis } from '../store-preis.ts';
import { readSchluessel } from '../store-schluessel.ts';
import type { Manager } from './actors.ts';
import { type Planstelle, planstand } from './plan.ts';

/** Publishes what a plan comes to as a price label: from then on every Kommune sees what the service costs it. */
export async function veroeffentlichePreis(
  deps: Pick<CostsDeps, 'db' | 'clock' | 'grundlagen'>,
  manager: Manager,
  stelle: Planstelle,
): Promise<Result<null>> {
  const stand = await planstand(deps, manager, stelle);
  if (!stand.ok) return stand;
  const { plan, zusammen, rechnung } = stand.value;
  if (!rechnung.ok) return rechnung;
  const { anbieter, actor } = manager;
  const tabellen = await deps.db.withTenant(anbieter.tenant, actor, (tx) => tabellenOf(tx, plan));
  const { anbindungCent, anbindungText } = plan.inhalt;
  const schild = preisschildOf(zusammen, { anbindungCent, anbindungText, tabellen });
  if (!schild.ok) return schild;
  const { dienst, jahr } = plan;
  const kopf = { dienst, jahr, haus: anbieter.name };
  return deps.db.withReference(
    actor,
    async (tx) => {
      if (!(await insertPreis(tx, anbieter.tenant, kopf, schild.value, deps.clock.now())))
        return refuse(changedMeanwhile);
      await recordAudit(tx, {
        action: 'costs.price.published',
        object: { type: 'preisschild', id: `${dienst}/${jahr}` },
        summary: { fassung: plan.fassung },
      });
      return ok(null);
    },
    anbieter.tenant,
  );
}

/** The whole tables behind the keys of a plan, by the key's id. */
async function tabellenOf(tx: Tx, { inhalt }: Plan) {
  const all = new Map((await readSchluessel(tx)).map(({ id, gewichte }) => [id, gewichte]));
  return new Map(
    inhalt.schluessel.flatMap((bezug) => {
      const gewichte = bezug.art === 'tabelle' ? all.get(bezug.tabelle) : undefined;
      return gewichte ? [[bezug.id, gewichte] as const] : [];
    }),
  );
}

/** What a service costs a Kommune in a year, gross, and once; with the sentence that says where that comes from. */
export interface Schaetzung {
  readonly proJahrCent: bigint;
  readonly einmaligCent: bigint;
  readonly erlaeuterung: string;
  readonly href: string;
}

/** Which Kommune asks for which service and year. */
export interface Schaetzfrage {
  readonly dienst: string;
  readonly kommune: { readonly ags: string; readonly name: string };
  readonly jahr: number;
}

/**
 * What a service costs this Kommune a year: what it was billed, where it takes part (in its own transaction), else what
 * it would pay if it joined by the published price label. `null` where there is no price, or none for this Kommune.
 */
export async function schaetzung(
  tx: Tx,
  { dienst, kommune, jahr }: Schaetzfrage,
): Promise<Schaetzung | null> {
  const billed = (await readEigeneAnteile(tx)).find(
    (one) => one.dienst === dienst && one.jahr === jahr && one.gilt,
  );
  if (billed)
    return {
      proJahrCent: billed.bruttoCent,
      einmaligCent: 0n,
      erlaeuterung: `Abgerechnet für ${billed.jahr} mit der Rechnung ${billed.rechnungsnummer}.`,
      href: `/abrechnungen/${billed.abrechnung}`,
    };
  const preis = await readPreis(tx, dienst, jahr);
  if (preis === null) return null;
  const joined = mitBeitritt(preis.schild, { kennung: kommune.ags, name: kommune.name });
  if (joined === null) return null;
  const bill = apportion(joined.plan);
  const own = bill.ok ? bill.value.zahlungen.find(({ kennung }) => kennung === kommune.ags) : undefined;
  if (!own) return null;
  const { teilnehmende, anbindungCent, anbindungText } = preis.schild;
  const wer = teilnehmende === 1 ? 'einem Zahler' : `${teilnehmende} Zahlern`;
  return {
    proJahrCent: own.brutto,
    einmaligCent: BigInt(anbindungCent),
    erlaeuterung: [
      `Geschätzt nach dem Preisschild ${preis.jahr} von ${preis.haus} mit bisher ${wer}, für ein ganzes Jahr.`,
      ...joined.annahmen,
      ...(anbindungText === '' ? [] : [anbindungText]),
    ].join(' '),
    href: `/kosten/budget?dienst=${dienst}`,
  };
}
