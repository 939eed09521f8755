import { randomUUID } from 'node:crypto';
import {
  deliver,
  openSubmission,
  type Payload,
  type SealingKey,
  sealingKeyOf,
  sealSubmission,
} from '#delivery';
import {
  formValues,
  parametersOf,
  pinnedOnlinedienst,
  readAnbindungenOf,
  readAngebot,
  zustellpunktFor,
} from '#efa';
import { type Evaluation, evaluate, isSubmittable, parseParameters } from '#forms';
import { concernedOffices, type Onlinedienst, partFor } from '#forms/onlinedienst';
import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type TenantId, type Tx } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { bestanden, type ProbeSchritt, type ProbeSchrittArt } from '../domain/probelauf.ts';
import { anbindungUnknown } from '../errors.ts';
import { insertProbelauf, type Probelauf, readProbelaeufe } from '../store-probelauf.ts';
import { type Begleiter, within } from './begleiter.ts';
import { punkteErledigen } from './punkte-erledigen.ts';
import { readAnbindungsstand } from './read-stand.ts';

type Deps = Pick<ConnectionDeps, 'db' | 'clock' | 'katalog' | 'auftraege' | 'delivery' | 'musterAntworten'>;

/** A step that did not work ends the rehearsal; the transaction in which it ran is given up with everything in it. */
class Ende extends Error {}

const punkt = 'testantrag';

/**
 * Sends a test Antrag through form, sealing, ledger and opening, as an applicant's would go, in a transaction that is never
 * committed: nothing is counted, no event goes out, nobody is mailed, and nothing has to be deleted. What was found is noted,
 * and where all went well the line of the checklist is ticked off.
 */
export async function probelauf(deps: Deps, wer: Begleiter, dienst: string): Promise<Result<Probelauf>> {
  const { kommune, actor } = wer;
  const fassung = await within(deps, wer, async (tx) => {
    const found = (await readAnbindungenOf(tx, dienst)).find(({ tenant }) => tenant === kommune.tenant);
    return found?.fassung ?? null;
  });
  if (fassung === null) return refuse(anbindungUnknown(dienst));
  const schritte: ProbeSchritt[] = [];
  try {
    await deps.db.withTenant(kommune.tenant, actor, async (tx) => {
      await rehearse(tx, deps, kommune.tenant, { dienst, fassung, schritte });
      throw new Ende();
    });
  } catch (error) {
    if (!(error instanceof Ende)) throw error;
  }
  return ok(await note(deps, wer, dienst, { fassung, schritte }));
}

interface Probe {
  readonly dienst: string;
  readonly fassung: string;
  readonly schritte: ProbeSchritt[];
}

async function rehearse(tx: Tx, deps: Deps, tenant: TenantId, probe: Probe): Promise<void> {
  const filled = await fillIn(tx, deps, probe);
  const places = await placesOf(tx, deps, tenant, probe, filled);
  for (const place of places) await sendAndOpen(tx, deps, tenant, probe, filled, place);
}

interface Ausgefuellt {
  readonly dienst: Onlinedienst;
  readonly evaluation: Evaluation;
  readonly zustellpunkte: ReadonlyMap<string, readonly string[]>;
}

async function fillIn(tx: Tx, deps: Deps, probe: Probe): Promise<Ausgefuellt> {
  const dienst = await pinnedOnlinedienst(tx, probe.dienst, probe.fassung);
  if (dienst === null) throw failed(probe, 'formular', 'Die Fassung der Anbindung liegt nicht mehr vor.');
  const today = deps.clock.today();
  const values = await parametersOf(tx, probe.dienst, { date: today });
  const angebot = await readAngebot(tx, probe.dienst, probe.fassung);
  const known = angebot === null ? values : formValues(angebot.data, values);
  const parameters = parseParameters(dienst.definition.parameters, known);
  if (!parameters.ok) throw failed(probe, 'formular', parameters.refusal.message);
  done(probe, 'formular', 'Das Formular läuft mit den Werten Ihrer Kommune.');
  const answers = deps.musterAntworten(dienst.form, parameters.value, today);
  const context = { parameters: parameters.value, today };
  const evaluation = answers && evaluate(dienst.form, answers, context);
  if (!evaluation || !isSubmittable(evaluation))
    throw failed(probe, 'antworten', 'Mit erfundenen Antworten war kein Weg bis zum Absenden zu finden.');
  const pages = evaluation.pages.filter(({ reachable }) => reachable).length;
  done(probe, 'antworten', `${pages} Seiten ausgefüllt, mit erfundenen Antworten.`);
  const zustellpunkte = new Map<string, string[]>();
  for (const office of concernedOffices(dienst, evaluation)) {
    const id = zustellpunktFor(values, office);
    if (id === null)
      throw failed(probe, 'stellen', `Für die Stelle „${office}“ ist kein Zustellpunkt gewählt.`);
    zustellpunkte.set(id, [...(zustellpunkte.get(id) ?? []), office]);
  }
  return { dienst, evaluation, zustellpunkte };
}

interface Ort {
  readonly key: SealingKey;
  readonly offices: readonly string[];
}

async function placesOf(
  tx: Tx,
  deps: Deps,
  tenant: TenantId,
  probe: Probe,
  { zustellpunkte }: Ausgefuellt,
): Promise<readonly Ort[]> {
  const places: Ort[] = [];
  for (const [id, offices] of zustellpunkte) {
    const key = await sealingKeyOf(tx, tenant, id, deps.clock.now());
    if (!key.ok) throw failed(probe, 'stellen', key.refusal.message);
    places.push({ key: key.value, offices });
  }
  done(
    probe,
    'stellen',
    `${places.length === 1 ? 'Ein Zustellpunkt nimmt' : `${places.length} Zustellpunkte nehmen`} an.`,
  );
  return places;
}

async function sendAndOpen(
  tx: Tx,
  deps: Deps,
  tenant: TenantId,
  probe: Probe,
  { dienst, evaluation }: Ausgefuellt,
  { key, offices }: Ort,
): Promise<void> {
  const part = partFor(dienst, evaluation, offices);
  const payload = payloadOf(probe, { antworten: part.answers, dokument: part.document, gebuehr: part.fee });
  const sealed = await sealSubmission(key, payload);
  done(probe, 'verschluesseln', 'Mit dem Schlüssel des Zustellpunkts verschlüsselt.');
  const order = {
    idempotencyKey: `probelauf:${randomUUID()}`,
    leistung: probe.dienst,
    now: deps.clock.now(),
  };
  const receipt = await deliver(tx, sealed, order);
  if (!receipt.ok) throw failed(probe, 'zustellen', receipt.refusal.message);
  done(probe, 'zustellen', 'Im Ausgangsbuch angekommen; danach verworfen und nicht gezählt.');
  const opened = await openSubmission(tx, deps.delivery, tenant, receipt.value.submissionId);
  if (!opened.ok) throw failed(probe, 'oeffnen', opened.refusal.message);
  if (!Buffer.from(opened.value.data).equals(Buffer.from(payload.data)))
    throw failed(probe, 'oeffnen', 'Der geöffnete Antrag ist ein anderer als der gesendete.');
  done(probe, 'oeffnen', 'Die Stelle kann ihn öffnen und lesen.');
}

/** What goes to the office, with the mark that it is a test. */
function payloadOf({ dienst, fassung }: Probe, content: Readonly<Record<string, unknown>>): Payload {
  const data = { format: 'leitwerk/antrag@1', probelauf: true, dienst, fassung, ...content };
  return {
    data: Buffer.from(JSON.stringify(data), 'utf8'),
    mimeType: 'application/json',
    schemaUri: `urn:leitwerk:formular:${dienst}:${fassung}`,
    attachments: [],
    senderReference: 'PROBELAUF',
  };
}

function done({ schritte }: Probe, art: ProbeSchrittArt, text: string): void {
  if (!schritte.some((each) => each.art === art)) schritte.push({ art, ok: true, text });
}

/** Notes what did not work; thrown, it ends the rehearsal. */
function failed({ schritte }: Probe, art: ProbeSchrittArt, text: string): Ende {
  schritte.push({ art, ok: false, text });
  return new Ende();
}

function note(
  deps: Deps,
  wer: Begleiter,
  dienst: string,
  { fassung, schritte }: Pick<Probe, 'fassung' | 'schritte'>,
): Promise<Probelauf> {
  const { kommune, haus, actor } = wer;
  const lauf = { fassung, schritte, bestanden: bestanden(schritte), am: deps.clock.now(), haus: haus.name };
  return within(deps, wer, async (tx) => {
    const nummer = await insertProbelauf(tx, kommune.tenant, dienst, lauf);
    await recordAudit(tx, {
      action: 'connection.probelauf',
      object: { type: 'connection.anbindung', id: dienst },
      summary: { nummer, bestanden: lauf.bestanden, ags: kommune.ags },
    });
    if (lauf.bestanden) await tickOff(tx, deps, wer, dienst, nummer);
    return { ...lauf, nummer, von: actor };
  });
}

/** Ticks the line off where the checklist has it and it waits for nothing. */
async function tickOff(tx: Tx, deps: Deps, wer: Begleiter, dienst: string, lauf: number): Promise<void> {
  const [stand] = await readAnbindungsstand(tx, deps, { dienst, kommunen: [wer.kommune] });
  if (stand?.staende.get(punkt) !== 'offen') return;
  const eingabe = {
    art: 'erledigt',
    nachweis: `Probelauf Nummer ${lauf}`,
    grund: '',
    gueltigBis: '',
  } as const;
  const nummer = stand.lage.get(punkt)?.nummer ?? 0;
  await punkteErledigen(tx, deps, wer, { dienst, punkt, eingabe }, [{ kommune: wer.kommune, nummer }]);
}

/** The rehearsals of an Anbindung, newest first. */
export function listProbelaeufe(
  deps: Pick<Deps, 'db'>,
  wer: Begleiter,
  dienst: string,
): Promise<readonly Probelauf[]> {
  return within(deps, wer, (tx) => readProbelaeufe(tx, wer.kommune.tenant, dienst));
}
