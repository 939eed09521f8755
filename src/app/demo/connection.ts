import { type ConnectionDeps, punkteErledigen } from '#connection';
import { expressInterest, readAnbindungenOf } from '#efa';
import { addDays, clockDaysAway } from '#kernel';
import { actorOf } from '#platform';
import { need } from './need.ts';

const actor = actorOf('system', 'vorfuehrung');
const dienst = 'bewohnerparkausweis';
const ags = '05334002';
/** What is done already: how many days ago, with which invented proof, and for how many days from today it holds. */
const schritte: readonly (readonly [
  vorTagen: number,
  punkt: string,
  nachweis?: string,
  giltTage?: number,
])[] = [
  [62, 'rahmenvereinbarung', 'Aktenzeichen ERF-2026-17 (erfunden)', 400],
  [58, 'ansprechpersonen'],
  [51, 'avv', 'Vertragsmappe Digitales, Nummer 4 (erfunden)', 24],
  [49, 'mindestkriterien'],
  [40, 'einzelabruf', 'Bestellung ERF-2026-23 (erfunden)'],
  [38, 'finanzierung'],
  [30, 'fachverfahren', 'Gespräch mit dem Hersteller, Vermerk 3 (erfunden)'],
  [22, 'anbindungsfragebogen', 'Ablage Digitales, Bogen 2 (erfunden)'],
  [15, 'zustaendige-stelle'],
  [12, 'support'],
  [9, 'mandant'],
];

/** Shows one Anbindung half way, with a proof that runs out soon; where somebody has begun it already, nothing is added. */
export async function makeDemoConnection(connection: ConnectionDeps): Promise<void> {
  const { db, efa, clock } = connection;
  const kommune = await efa.kommuneOf(ags);
  if (kommune === null) return;
  const editor = { actor, kommune };
  const wer = {
    seite: 'dienstleister',
    haus: { tenant: kommune.tenant, name: 'Vorführung (erfunden)' },
  } as const;
  const known = await db.withTenant(kommune.tenant, actor, (tx) => readAnbindungenOf(tx, dienst));
  if (known.length > 0) return;
  need(await expressInterest(efa, editor, dienst));
  await db.withTenant(kommune.tenant, actor, async (tx) => {
    for (const [vorTagen, punkt, nachweis = '', giltTage] of schritte) {
      const then = { ...connection, clock: clockDaysAway(clock, -vorTagen) };
      const gueltigBis = giltTage === undefined ? '' : addDays(clock.today(), giltTage);
      const eingabe = { art: 'erledigt', nachweis, grund: '', gueltigBis } as const;
      need(await punkteErledigen(tx, then, wer, { dienst, punkt, eingabe }, [{ kommune, nummer: 0 }]));
    }
  });
}
