import { isUuid, type LocalDate, ok, type Result, refuse } from '#kernel';
import { checkDocument, type IncomingFile, recordAudit, type Tx } from '#platform';
import { type Befugnis, pruefeBefugnisse } from '../domain/befugnis.ts';
import { type Bestellung, nachBestellschritt, type Zeichnung } from '../domain/bestellung.ts';
import { vertretungsregel } from '../domain/vertretungsregeln.ts';
import {
  changedMeanwhile,
  frameworkMissing,
  invalidField,
  mayNotBind,
  notSigner,
  orderUnknown,
  paperNeeded,
  serviceEnded,
  signerUnknown,
  stepImpossible,
} from '../errors.ts';
import { publishStep } from '../events.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { readBestellung, signBestellung } from '../store/bestellungen.ts';
import { readAngaben } from '../store/offering.ts';
import { befugnisseIn } from './befugnisse.ts';
import { andBegin } from './beginne-anbindung.ts';
import { keepDatei } from './dateien.ts';
import { inOne } from './in-one.ts';
import { rahmenOn } from './rahmen.ts';
import type { Bestellende } from './wer.ts';

type Deps = Pick<MarketplaceDeps, 'db' | 'clock' | 'keys' | 'efa'>;

/** An order and the version that somebody read. */
export interface BestellRef {
  readonly id: string;
  readonly version: number;
}

/** Whether a person may bind the Kommune for a business, by the Befugnisse that are entered for them. */
export async function eigenePruefung(
  tx: Tx,
  deps: Pick<MarketplaceDeps, 'keys' | 'clock'>,
  wer: Bestellende,
  geschaeft: { readonly wertCent: number; readonly laufendeVerwaltung: boolean },
) {
  const own = (await befugnisseIn(tx, deps, wer)).filter(
    ({ mitglied }) => mitglied !== null && mitglied === wer.mitglied,
  );
  return pruefeBefugnisse(own, { ...geschaeft, tag: deps.clock.today() });
}

/** Signs a prepared order here, as oneself. Not possible where the law wants paper, nor without a Befugnis for it. */
export async function signOrder(deps: Deps, wer: Bestellende, ref: BestellRef): Promise<Result<Bestellung>> {
  const signed = await inOne(deps, wer, async (tx) => {
    const found = await openOrder(tx, ref);
    return found.ok ? signHere(tx, deps, wer, found.value) : found;
  });
  return andBegin(deps, wer, signed);
}

/** The same inside a transaction, with an order that was just read or made. */
export async function signHere(
  tx: Tx,
  deps: Pick<MarketplaceDeps, 'keys' | 'clock'>,
  wer: Bestellende,
  bestellung: Bestellung,
): Promise<Result<Bestellung>> {
  if (!wer.darfBestellen || wer.mitglied === null) return refuse(notSigner);
  const { laufendeVerwaltung, wertCent } = bestellung.inhalt;
  const regel = vertretungsregel(bestellung.ags);
  if (regel.form !== 'textform' && !laufendeVerwaltung) return refuse(paperNeeded(regel.norm));
  const checked = await eigenePruefung(tx, deps, wer, bestellung.inhalt);
  if (!checked.darf)
    return refuse(mayNotBind(checked.hindernis, checked.befugnis?.grenzeCent ?? null, wertCent));
  const am = deps.clock.today();
  return keepSignature(tx, deps, bestellung, {
    ...signatureOf(checked.befugnis),
    am,
    wie: 'hier',
    datei: null,
  });
}

function signatureOf({ id, name, art }: Befugnis) {
  return { befugnis: id, von: name, als: art };
}

/** Who signed on paper, and when. */
export interface Papier extends BestellRef {
  readonly befugnis: string;
  readonly am: LocalDate;
  readonly file: IncomingFile;
}

/** Records that the document was signed on paper: by whom, when, with the paper itself. */
export async function recordPaper(deps: Deps, wer: Bestellende, papier: Papier): Promise<Result<Bestellung>> {
  return andBegin(deps, wer, await inOne(deps, wer, (tx) => recordIn(tx, deps, wer, papier)));
}

async function recordIn(tx: Tx, deps: Deps, wer: Bestellende, papier: Papier): Promise<Result<Bestellung>> {
  const { am } = papier;
  const found = await openOrder(tx, papier);
  if (!found.ok) return found;
  const bestellung = found.value;
  if (am > deps.clock.today())
    return refuse(invalidField('am', 'Dieser Tag liegt in der Zukunft. Wann wurde unterschrieben?'));
  const befugnis = (await befugnisseIn(tx, deps, wer)).find(({ id }) => id === papier.befugnis);
  if (!befugnis) return refuse(signerUnknown);
  const { laufendeVerwaltung, wertCent } = bestellung.inhalt;
  const checked = pruefeBefugnisse([befugnis], { tag: am, laufendeVerwaltung, wertCent });
  if (!checked.darf) return refuse(mayNotBind(checked.hindernis, befugnis.grenzeCent, wertCent));
  const file = checkDocument(papier.file);
  if (!file.ok) return file;
  const paper = { zweck: 'bestellung', empfaenger: bestellung.empfaenger } as const;
  const datei = await keepDatei(tx, deps, wer, file.value, paper);
  return keepSignature(tx, deps, bestellung, { ...signatureOf(befugnis), am, wie: 'papier', datei });
}

/** An order that can be signed, in the version that was read. */
async function openOrder(tx: Tx, { id, version }: BestellRef): Promise<Result<Bestellung>> {
  const found = isUuid(id) ? await readBestellung(tx, id) : null;
  if (found === null) return refuse(orderUnknown);
  if (nachBestellschritt(found.zustand, 'zeichnen') === null) return refuse(stepImpossible(found.zustand));
  return found.version === version ? ok(found) : refuse(changedMeanwhile);
}

/** What was prepared earlier must still hold when it is signed. */
async function keepSignature(
  tx: Tx,
  { clock }: Pick<MarketplaceDeps, 'clock'>,
  bestellung: Bestellung,
  zeichnung: Zeichnung,
): Promise<Result<Bestellung>> {
  const { id, dienst, inhalt, empfaenger } = bestellung;
  const ende = (await readAngaben(tx)).get(dienst)?.inhalt.eingestelltZum ?? null;
  if (ende !== null && ende < clock.today()) return refuse(serviceEnded(inhalt.titel, ende));
  if (inhalt.rahmen !== null && (await rahmenOn(tx, empfaenger, clock.today())) === null)
    return refuse(frameworkMissing(inhalt.haus));
  if (!(await signBestellung(tx, bestellung, zeichnung, clock.now()))) return refuse(changedMeanwhile);
  await recordAudit(tx, {
    action: 'marketplace.order.signed',
    object: { type: 'marketplace.bestellung', id },
    summary: { dienst, wie: zeichnung.wie, als: zeichnung.als, am: zeichnung.am, wertCent: inhalt.wertCent },
  });
  await publishStep(tx, 'zeichnen', bestellung);
  const kept = await readBestellung(tx, id);
  return kept ? ok(kept) : refuse(orderUnknown);
}
