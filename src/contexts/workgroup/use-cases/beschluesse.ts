import { ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type Tx } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import {
  type BeschlussSchritt,
  type BeschlussZustand,
  beschlussErlaubt,
  gewichtungen,
  zaehle,
} from '../domain/abstimmung.ts';
import {
  beschlussUnbekannt,
  nichtInDiesemZustand,
  sitzungUnbekannt,
  sitzungZu,
  ungueltig,
} from '../errors.ts';
import { beschlussZustandLabel } from '../messages.ts';
import {
  type Beschluss,
  decideBeschluss,
  insertBeschluss,
  insertZiel,
  lockBeschluss,
  readBeschluss,
  readStimmen,
  readZiele,
  type Ziel,
} from '../store/beschluesse.ts';
import { lockSitzung, readPunkte } from '../store/sitzungen.ts';
import { type Felder, leserVon } from './felder.ts';
import { type Getan, getan, idOf, type Mitwirkende } from './wer.ts';

/** Proposes a decision in a session, with what it concerns: `leistung:L02950, regel:wohngeld`. */
export async function proposeBeschluss(
  deps: Pick<WorkgroupDeps, 'db' | 'clock' | 'ziele'>,
  wer: Mitwirkende,
  sitzungId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  const known = idOf(sitzungId, sitzungUnbekannt);
  if (!known.ok) return known;
  const leser = leserVon(felder);
  const titel = leser.text('titel', [3, 200], 'einen Titel');
  const text = leser.text('text', [3, 5000], 'den Wortlaut', true);
  const gewichtung = leser.wahl('gewichtung', gewichtungen, 'die Zählweise');
  const punktId = leser.id('punkt', 'Diesen Punkt der Tagesordnung');
  const ziele = await zieleOf(deps, wer, felder.ziele ?? '');
  if (typeof ziele === 'string') leser.probleme.push({ field: 'ziele', message: ziele });
  if (leser.probleme.length > 0 || typeof ziele === 'string') return refuse(ungueltig(leser.probleme));
  return deps.db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const sitzung = await lockSitzung(tx, known.value);
    if (sitzung === null) return refuse(sitzungUnbekannt);
    if (sitzung.zustand !== 'eingeladen' && sitzung.zustand !== 'laeuft')
      return refuse(sitzungZu(sitzung.zustand));
    if (punktId !== null && !(await readPunkte(tx, sitzung.id)).some(({ id }) => id === punktId))
      return refuse(
        ungueltig([{ field: 'punkt', message: 'Diesen Punkt der Tagesordnung gibt es nicht (mehr).' }]),
      );
    const id = newId();
    await insertBeschluss(
      tx,
      { id, sitzungId: sitzung.id, punktId, titel, text, gewichtung },
      deps.clock.now(),
    );
    for (const ziel of ziele) await insertZiel(tx, id, ziel);
    await note(tx, 'proposed', id, { ziele: ziele.map(({ art, id: ziel }) => `${art}:${ziel}`) });
    return ok(getan(id));
  });
}

/** What a decision concerns; a sentence where something named does not exist. */
async function zieleOf(
  { ziele }: Pick<WorkgroupDeps, 'ziele'>,
  wer: Mitwirkende,
  text: string,
): Promise<readonly Ziel[] | string> {
  const found: Ziel[] = [];
  for (const each of text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [art = '', ...rest] = each.split(':');
    const kind = ziele.find((one) => one.art === art.trim() && one.mayRead(wer.principal.permissions));
    if (!kind)
      return `„${each.slice(0, 80)}“ verstehen wir nicht. Schreiben Sie zum Beispiel ${ziele.map((one) => one.beispiel).join(' oder ')}.`;
    const one = await kind.find(wer.principal, rest.join(':').trim());
    if (!one.ok) return one.refusal.message;
    found.push({ art: kind.art, ...one.value });
  }
  return found;
}

/** Opens or ends a vote, records a decision without one, or withdraws it. */
export async function stepBeschluss(
  deps: Pick<WorkgroupDeps, 'db' | 'clock' | 'ziele' | 'einwohner'>,
  wer: Mitwirkende,
  beschlussId: string,
  schritt: BeschlussSchritt,
  felder: Felder,
): Promise<Result<Getan>> {
  const id = idOf(beschlussId, beschlussUnbekannt);
  if (!id.ok) return id;
  const leser = leserVon(felder);
  const grund = schritt === 'zurueckziehen' ? leser.text('grund', [3, 500], 'den Grund') : '';
  if (leser.probleme.length > 0) return refuse(ungueltig(leser.probleme));
  const einwohner = await deps.einwohner();
  return deps.db.withTenant(wer.tenant, wer.actor, async (tx) => {
    await lockBeschluss(tx, id.value);
    const vorher = await readBeschluss(tx, id.value);
    if (vorher === null || vorher.providerId !== wer.tenant) return refuse(beschlussUnbekannt);
    if (!beschlussErlaubt(vorher.zustand, schritt))
      return refuse(nichtInDiesemZustand('Der Beschluss', beschlussZustandLabel[vorher.zustand]));
    const ergebnis =
      schritt === 'schliessen'
        ? zaehle(await readStimmen(tx, vorher.id), vorher.gewichtung, einwohner)
        : null;
    const zustand = zustandNach(schritt, ergebnis?.angenommen ?? true);
    const fertig = zustand === 'abstimmung' ? null : deps.clock.now();
    const nachher: Beschluss = { ...vorher, zustand, ergebnis, grund, entschiedenAm: fertig };
    await decideBeschluss(tx, nachher);
    if (zustand === 'angenommen' || zustand === 'abgelehnt') await landen(tx, deps, nachher);
    await note(tx, schritt, vorher.id, { zustand });
    return ok(getan(vorher.id));
  });
}

function zustandNach(schritt: BeschlussSchritt, angenommen: boolean): BeschlussZustand {
  if (schritt === 'oeffnen') return 'abstimmung';
  if (schritt === 'zurueckziehen') return 'zurueckgezogen';
  return angenommen ? 'angenommen' : 'abgelehnt';
}

/** Tells the contexts that own what a decision concerns, in the transaction that takes it. */
async function landen(tx: Tx, { ziele }: Pick<WorkgroupDeps, 'ziele'>, beschluss: Beschluss): Promise<void> {
  const { id, titel, text, zustand } = beschluss;
  const told = {
    id,
    titel,
    text,
    angenommen: zustand === 'angenommen',
    href: `/arbeitsgruppe/beschluesse/${id}`,
  };
  for (const ziel of (await readZiele(tx)).get(id) ?? [])
    await ziele.find(({ art }) => art === ziel.art)?.onBeschluss?.(tx, ziel.id, told);
}

async function note(
  tx: Tx,
  what: string,
  id: string,
  summary: Record<string, string | readonly string[]>,
): Promise<void> {
  await recordAudit(tx, {
    action: `workgroup.beschluss.${what}`,
    object: { type: 'workgroup.beschluss', id },
    summary,
  });
}
