import { type LocalDate, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type Tx } from '#platform';
import { ohneAngaben } from '../domain/angaben.ts';
import { auftragswert, laengsteLaufzeit, laufzeitOhneEnde } from '../domain/auftragswert.ts';
import {
  type Bestellinhalt,
  type Bestellung,
  ohnePreisblatt,
  type Vergabeart,
} from '../domain/bestellung.ts';
import { giltFuer } from '../domain/sammelbestellung.ts';
import { vertretungsregel } from '../domain/vertretungsregeln.ts';
import {
  alreadyOrdered,
  frameworkMissing,
  invalid,
  noPrice,
  orderedForAll,
  orderUnknown,
  serviceEnded,
} from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { preisluecke } from '../messages.ts';
import { insertBestellung, readBestellung } from '../store/bestellungen.ts';
import { readSammelbestellungen } from '../store/sammel.ts';
import { andBegin } from './beginne-anbindung.ts';
import { inOne } from './in-one.ts';
import { findOffering, type Offering } from './offering.ts';
import { eigenerPreis } from './preis-fuer-kommune.ts';
import { rahmenOn } from './rahmen.ts';
import type { Bestellende } from './wer.ts';
import { signHere } from './zeichnen.ts';

export type BestellDeps = Pick<
  MarketplaceDeps,
  'db' | 'clock' | 'efa' | 'keys' | 'kostenSchaetzung' | 'personen'
>;

/** What a Kommune says when it orders. */
export interface Bestellwunsch {
  readonly dienst: string;
  /** `null` for a contract without an end. */
  readonly laufzeitJahre: number | null;
  readonly laufendeVerwaltung: boolean;
  readonly laufendGrund: string;
  readonly vergabe: Vergabeart;
  readonly vergabeGrund: string;
  readonly beginn: LocalDate | null;
  readonly bemerkung: string;
}

/** Prepares an order that binds nobody yet; the document to sign can be made of it. */
export function prepareOrder(
  deps: BestellDeps,
  wer: Bestellende,
  wunsch: Bestellwunsch,
): Promise<Result<Bestellung>> {
  return inOne(deps, wer, (tx) => prepareIn(tx, deps, wer, wunsch));
}

/** Orders in one step: for those who may bind the Kommune here and now. Otherwise nothing is kept. */
export async function orderNow(
  deps: BestellDeps,
  wer: Bestellende,
  wunsch: Bestellwunsch,
): Promise<Result<Bestellung>> {
  const signed = await inOne(deps, wer, async (tx) => {
    const prepared = await prepareIn(tx, deps, wer, wunsch);
    return prepared.ok ? signHere(tx, deps, wer, prepared.value) : prepared;
  });
  return andBegin(deps, wer, signed);
}

async function prepareIn(
  tx: Tx,
  deps: BestellDeps,
  wer: Bestellende,
  wunsch: Bestellwunsch,
): Promise<Result<Bestellung>> {
  const problems = problemsOf(wunsch);
  if (problems.length > 0) return refuse(invalid(problems));
  const found = await findOffering(tx, deps, wunsch.dienst);
  if (!found.ok) return found;
  const offering = found.value;
  const { data, anbieterId } = offering.angebot;
  const allowed = await mayBeOrdered(tx, deps, wer, offering);
  if (!allowed.ok) return allowed;
  const inhalt = await inhaltOf(tx, deps, wer, offering, wunsch);
  if (!inhalt.ok) return inhalt;
  const { ags, name: kommune } = wer.kommune;
  const one = {
    id: newId(),
    empfaenger: anbieterId,
    dienst: wunsch.dienst,
    ags,
    kommune,
    inhalt: inhalt.value,
    vorbereitetAm: deps.clock.now(),
  };
  if (!(await insertBestellung(tx, one))) return refuse(alreadyOrdered(data.title));
  await recordAudit(tx, {
    action: 'marketplace.order.prepared',
    object: { type: 'marketplace.bestellung', id: one.id },
    summary: { dienst: wunsch.dienst, wertCent: inhalt.value.wertCent },
  });
  const kept = await readBestellung(tx, one.id);
  return kept ? ok(kept) : refuse(orderUnknown);
}

function problemsOf(wunsch: Bestellwunsch) {
  const { laufzeitJahre, laufendeVerwaltung, laufendGrund, vergabe, vergabeGrund, bemerkung } = wunsch;
  const years = laufzeitJahre ?? 1;
  const checks: readonly (readonly [boolean, string, string])[] = [
    [
      !Number.isInteger(years) || years < 1 || years > laengsteLaufzeit,
      'laufzeit',
      `Bitte nennen Sie die Laufzeit in ganzen Jahren, 1 bis ${laengsteLaufzeit}, oder lassen Sie das Feld leer.`,
    ],
    [
      laufendeVerwaltung && laufendGrund.trim().length < 3,
      'laufendGrund',
      'Bitte sagen Sie, warum das ein Geschäft der laufenden Verwaltung ist, zum Beispiel nach der Zuständigkeitsordnung.',
    ],
    [
      vergabe === 'sonstiges' && vergabeGrund.trim().length < 3,
      'vergabeGrund',
      'Bitte nennen Sie die Grundlage der Vergabe.',
    ],
    [
      [laufendGrund, vergabeGrund, bemerkung].some((each) => each.length > 1000),
      'bemerkung',
      'Bitte höchstens 1.000 Zeichen in jedem Feld.',
    ],
  ];
  return checks.flatMap(([wrong, field, message]) => (wrong ? [{ field, message }] : []));
}

/** Ended services, and those that a Land ordered for all, are not ordered. */
async function mayBeOrdered(
  tx: Tx,
  { clock }: Pick<BestellDeps, 'clock'>,
  { kommune }: Bestellende,
  { angebot, angaben }: Offering,
): Promise<Result<null>> {
  const today = clock.today();
  const ende = angaben?.inhalt.eingestelltZum ?? null;
  if (ende !== null && ende < today) return refuse(serviceEnded(angebot.data.title, ende));
  const all = await readSammelbestellungen(tx, angebot.dienst);
  const forAll = all.find((each) => giltFuer(each, kommune.ags, today));
  return forAll ? refuse(orderedForAll(forAll.auftraggeber)) : ok(null);
}

/** The whole of an order as it stands now: later prices and versions do not change it. */
async function inhaltOf(
  tx: Tx,
  deps: BestellDeps,
  { kommune }: Bestellende,
  offering: Offering,
  wunsch: Bestellwunsch,
): Promise<Result<Bestellinhalt>> {
  const { angebot, angaben, preisblatt } = offering;
  const { preis, schaetzung } = await eigenerPreis(tx, deps, offering, kommune);
  const { jahrCent, ersteCent, einmaligCent } = preis;
  if (jahrCent === null || ersteCent === null)
    return refuse(noPrice(preisluecke[preis.luecke ?? 'kein-preisblatt']));
  const rahmen = await rahmenOn(tx, angebot.anbieterId, deps.clock.today());
  const { rahmenNoetig } = angaben?.inhalt ?? ohneAngaben;
  if (rahmenNoetig && rahmen === null) return refuse(frameworkMissing(angebot.anbieter));
  const { dienst: _, ...words } = wunsch;
  const amounts = { jahrCent, ersteCent, einmaligCent };
  return ok({
    ...words,
    ...amounts,
    titel: angebot.data.title,
    fassung: angebot.fassung,
    haus: angebot.anbieter,
    preisblatt: preisblatt?.nummer ?? ohnePreisblatt,
    erlaeuterung: preisblatt?.inhalt.erlaeuterung ?? schaetzung?.erlaeuterung ?? '',
    wertCent: auftragswert(amounts, wunsch.laufzeitJahre ?? laufzeitOhneEnde),
    rahmen: rahmen && { id: rahmen.id, titel: rahmen.titel },
    leistungen: angebot.data.covers.map(({ leika, name }) => ({ leika, name })),
    norm: vertretungsregel(kommune.ags).norm,
  });
}
