import type { Payload } from '#delivery';
import {
  type AnswerDocument,
  answerDocument,
  coveredLeistungen,
  deletionRule,
  type Fee,
  feeOf,
  pruned,
} from '#forms';
import type { LocalDate } from '#kernel';
import { type Frist, loeschtagBeiEingang } from '../domain/frist.ts';
import { partedFiles } from '../draft-content.ts';
import type { PortalSite } from '../portal-site.ts';
import type { AntragRow } from '../store-antrag.ts';
import { copyPlace } from './open-door.ts';
import type { OpenDraft } from './open-draft.ts';
import type { Offer } from './read-offer.ts';

/** The applicant's own copy: questions and answers as they were, and what it costs by the law of that day. */
export interface OwnCopy {
  readonly document: AnswerDocument;
  readonly fee: Fee;
}

/** What the authority gets, encrypted to it (`leitwerk/antrag@1`). */
export function payloadOf(draft: OpenDraft, nummer: string, today: LocalDate): Payload {
  const { evaluation, offer, door } = draft;
  const answers = pruned(evaluation);
  const { named } = partedFiles({ answers, files: draft.content.files });
  const data = {
    format: 'leitwerk/antrag@1',
    nummer,
    dienst: door.dienst,
    fassung: offer.fassung,
    titel: offer.titel,
    eingang: today,
    leistungen: coveredLeistungen(offer.dienst, evaluation),
    antworten: answers,
    dokument: answerDocument(evaluation),
    gebuehr: feeOf(evaluation),
    zahlung: zahlungOf(evaluation),
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
    senderReference: nummer,
  };
}

type Delivered = Pick<AntragRow, 'nummer' | 'empfaenger' | 'submissionId' | 'caseId' | 'contentHash'>;

/** The row of a submitted Antrag: the content sealed under the applicant's key, the dates by the rules of this day. */
export function antragRowOf(
  { door, evaluation, offer }: OpenDraft,
  site: PortalSite,
  delivered: Delivered,
  { now, today }: { readonly now: Date; readonly today: LocalDate },
): AntragRow {
  const frist = fristOf(offer, today);
  const copy: OwnCopy = { document: answerDocument(evaluation), fee: feeOf(evaluation) };
  return {
    ...delivered,
    tenant: site.tenant,
    id: door.id,
    dienst: door.dienst,
    fassung: offer.fassung,
    titel: offer.titel,
    kommune: site.name,
    leistungen: coveredLeistungen(offer.dienst, evaluation).map(({ leika }) => leika),
    zustand: 'eingereicht',
    zahlung: zahlungOf(evaluation),
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

function zahlungOf(evaluation: OpenDraft['evaluation']): AntragRow['zahlung'] {
  return feeOf(evaluation).lines.length > 0 ? 'nach-bescheid' : 'keine';
}
