import type { Payload } from '#delivery';
import { type AnswerDocument, type Answers, answerDocument, type Fee, feeOf, type Origins } from '#forms';
import { coveredLeistungen, deletionRule, emailOf } from '#forms/onlinedienst';
import type { LocalDate } from '#kernel';
import { type Frist, loeschtagBeiEingang } from '../domain/frist.ts';
import { type DraftFile, partedFiles } from '../draft-content.ts';
import type { PortalSite } from '../portal-site.ts';
import type { AntragRow } from '../store-antrag.ts';
import { copyPlace } from './open-door.ts';
import type { OpenDraft } from './open-draft.ts';
import type { PartToSend } from './parts-to-send.ts';
import type { Offer } from './read-offer.ts';

/** The applicant's own copy: questions and answers as they were, and what it costs by the law of that day. */
export interface OwnCopy {
  readonly document: AnswerDocument;
  readonly fee: Fee;
  /** The files that went with it; not there in copies from before they were noted. */
  readonly files?: readonly Pick<DraftFile, 'id' | 'fileName' | 'geprueft'>[];
  /** The answers themselves and where they come from, for what an office asks once more; not there in older copies. */
  readonly answers?: Answers;
  readonly origins?: Origins | undefined;
}

/** What one office gets, encrypted to it (`leitwerk/antrag@1`): the shared part and what concerns it alone. */
export function payloadOf(
  { offer, door, content, evaluation }: OpenDraft,
  { part, nr, dokumentInSprache }: Pick<PartToSend, 'part' | 'nr' | 'dokumentInSprache'>,
  nummer: string,
  today: LocalDate,
): Payload {
  const { named } = partedFiles({ answers: part.withFiles, files: content.files });
  const data = {
    format: 'leitwerk/antrag@1',
    nummer,
    dienst: door.dienst,
    fassung: offer.fassung,
    titel: offer.titel,
    eingang: today,
    leistungen: part.leistungen,
    antworten: part.answers,
    dokument: part.document,
    // What the applicant read and answered, where it was another language than the office's.
    ...(dokumentInSprache === null ? {} : { dokumentInSprache }),
    gebuehr: part.fee,
    zahlung: zahlungOf(part.fee),
    // Where the office says, without a word of the Antrag, that something new awaits behind the link.
    kontakt: { email: emailOf(evaluation) },
    // To this key the authority seals what it writes to the applicant.
    antwortSchluessel: door.publicKey.toString('base64url'),
    anlagen: named.map(({ id, fileName, mimeType, bytes, geprueft }) => ({
      id,
      name: fileName,
      mimeType,
      bytes,
      geprueft,
    })),
  };
  return {
    data: Buffer.from(JSON.stringify(data), 'utf8'),
    mimeType: 'application/json',
    schemaUri: `urn:leitwerk:formular:${door.dienst}:${offer.fassung}`,
    attachments: named.map((file) => ({ ...file, purpose: 'attachment' })),
    applicationDate: today,
    // Two cases of one Antrag must not be taken for each other: the second office's carries a further number.
    senderReference: nr === 1 ? nummer : `${nummer}-${nr}`,
  };
}

/** Under which name the ledger keeps a part: its Leistung, where it is one of several that the service covers. */
export function leistungOf(
  { dienst, titel }: Offer,
  { leistungen }: PartToSend['part'],
): { readonly leistung: string; readonly titel: string } {
  const [only] = leistungen;
  if (leistungen.length !== 1 || only === undefined || dienst.covers.length === 1)
    return { leistung: dienst.id, titel };
  const cover = dienst.definition.covers.find(({ leika }) => leika === only.leika);
  return { leistung: only.leika, titel: cover?.name ?? titel };
}

/** The row of a submitted Antrag: the content sealed under the applicant's key, the dates by the rules of this day. */
export function antragRowOf(
  { door, evaluation, offer, content }: OpenDraft,
  site: PortalSite,
  nummer: string,
  { now, today }: { readonly now: Date; readonly today: LocalDate },
): AntragRow {
  const frist = fristOf(offer, today);
  const files = partedFiles(content).named.map(({ id, fileName, geprueft }) => ({ id, fileName, geprueft }));
  const { answers, origins } = content;
  const copy: OwnCopy = {
    ...{ document: answerDocument(evaluation), fee: feeOf(evaluation), files },
    ...{ answers, origins },
  };
  return {
    nummer,
    tenant: site.tenant,
    id: door.id,
    dienst: door.dienst,
    fassung: offer.fassung,
    titel: offer.titel,
    kommune: site.name,
    leistungen: coveredLeistungen(offer.dienst, evaluation).map(({ leika }) => leika),
    zustand: 'eingereicht',
    zahlung: zahlungOf(copy.fee),
    eingegangenAm: now,
    eingangstag: today,
    fristAb: frist.ab,
    fristTage: frist.tage,
    fristGrundlage: frist.grundlage,
    loeschenAm: loeschtagBeiEingang(frist, today),
    kopieSealed: door.key.seal(copyPlace(door.id), JSON.stringify(copy)),
  };
}

/** The rule in force on a day for what the portal keeps of an Antrag. */
export function fristOf({ dienst }: Pick<Offer, 'dienst'>, today: LocalDate): Frist {
  const rule = deletionRule(dienst, 'application', today);
  if (!rule) return { ab: 'eingang', tage: 90, grundlage: 'Festlegung dieses Portals' };
  return { ab: rule.from === 'closed' ? 'abschluss' : 'eingang', tage: rule.days, grundlage: rule.basis };
}

function zahlungOf({ lines }: Fee): AntragRow['zahlung'] {
  return lines.length > 0 ? 'nach-bescheid' : 'keine';
}
