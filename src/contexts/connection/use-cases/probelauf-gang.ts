import { randomUUID } from 'node:crypto';
import {
  deliver,
  openSubmission,
  type Payload,
  type SealingKey,
  sealingKeyOf,
  sealSubmission,
} from '#delivery';
import { formValues, parametersOf, pinnedOnlinedienst, readAngebot, zustellpunktFor } from '#efa';
import { type Evaluation, evaluate, isSubmittable, parseParameters } from '#forms';
import { concernedOffices, type Onlinedienst, partFor } from '#forms/onlinedienst';
import type { TenantId, Tx } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { ProbeSchritt, ProbeSchrittArt } from '../domain/probelauf.ts';
import { missingText } from './fehlende-werte.ts';

type Deps = Pick<ConnectionDeps, 'clock' | 'delivery' | 'musterAntworten'>;

/** A step that did not work ends the rehearsal; the transaction in which it ran is given up with everything in it. */
export class Ende extends Error {}

/** A rehearsal under way: what was found so far. */
export interface Probe {
  readonly dienst: string;
  readonly fassung: string;
  readonly schritte: ProbeSchritt[];
}

/** Goes the whole way; throws `Ende` at the first step that does not work. */
export async function rehearse(tx: Tx, deps: Deps, tenant: TenantId, probe: Probe): Promise<void> {
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
  if (!parameters.ok)
    throw failed(probe, 'formular', missingText(angebot, values) ?? parameters.refusal.message);
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
