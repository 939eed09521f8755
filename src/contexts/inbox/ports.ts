import type { Delivery, Party } from '#delivery';
import type { Answers } from '#forms';
import type { Clock, LocalDate, Result } from '#kernel';
import type { Actor, Database, KeyRing, ScanVerdict, TenantId, Tx } from '#platform';

/** A member who works the inbox of an organisation. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  /** The offices for which the member works, by id; `null`: all. */
  readonly stellen: readonly string[] | null;
}

/** What the applicant learns of the case. Texts are personal: whoever keeps them seals them. */
export interface ApplicantNews {
  /** A UUID of the news. */
  readonly id: string;
  /** Number, case and portal as they came with the submission; number and case are empty where it could not be opened. */
  readonly nummer: string;
  readonly caseId: string;
  readonly absender: string;
  readonly submission: string;
  /** `unlesbar`: the submission could not be opened and must be sent again. */
  readonly schritt:
    | 'bearbeiten'
    | 'rueckfragen'
    | 'entscheiden'
    | 'unzustaendig-erklaeren'
    | 'zuleiten'
    | 'weiterleiten'
    | 'unlesbar';
  /** The question, the reason, or which office has it now; `null` where the step says all. */
  readonly text: string | null;
  /** What the office asks for once more, by field; only with `rueckfragen`. */
  readonly nachforderung?: AskedAgain;
  /** The id of what it does not ask for any more. */
  readonly zurueckgenommen?: string;
}

/** Fields that the applicant is to answer once more, and where the answer goes. */
export interface AskedAgain {
  readonly id: string;
  readonly frist: LocalDate;
  /** Why, in words for the applicant. */
  readonly grund: string;
  readonly felder: readonly { readonly place: string; readonly titel: string }[];
  readonly empfaenger: TenantId;
  readonly zustellpunkt: string;
  readonly submission: string;
  readonly leistung: string;
  /** The answers as the office has them. */
  readonly antworten: Answers;
}

/** What the office's scanner found in a file of the applicant. */
export interface ScanNews extends Pick<ApplicantNews, 'nummer' | 'caseId' | 'absender' | 'submission'> {
  readonly anlage: string;
  readonly am: Date;
  readonly befund: 'sauber' | 'schadsoftware';
}

/** Where a case can be forwarded to. */
export interface ForwardTarget {
  readonly tenant: TenantId;
  readonly zustellpunkt: string;
  /** „Kreis Lippe, Veterinäramt“. */
  readonly label: string;
}

/** A mail without personal data to an office. */
export interface OfficeMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Answers under the ids of the schema of FIM from which their form came. */
export interface Fachdaten extends Fachschema {
  readonly xml: string;
  readonly daten: object;
  /** Questions that the form asks and the schema does not know. */
  readonly ohnePlatz: readonly string[];
}

/** A document of case data that was checked, and the answers that it holds. */
export interface Fachpruefung extends Fachschema {
  readonly answers: Answers;
}

interface Fachschema {
  readonly schema: { readonly id: string; readonly version: string; readonly name: string };
  /** Whether the schema was imported here, comes with the product, or only shows in the form. */
  readonly herkunft: 'eingelesen' | 'mitgeliefert' | 'formular';
  readonly befunde: readonly Fachbefund[];
}

export interface Fachbefund {
  readonly art: string;
  readonly schwere: 'fehler' | 'hinweis';
  readonly ort: string;
  readonly text: string;
}

/** Case data of an Onlinedienst in a version; in its present one where none is named. */
export interface FachdatenPort {
  readonly ausgabe: (dienst: string, fassung: string, answers: Answers) => Promise<Result<Fachdaten>>;
  readonly pruefung: (dienst: string, fassung: string | null, text: string) => Promise<Result<Fachpruefung>>;
}

/** What the use cases and doors of this context need from those who compose it. */
export interface InboxDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly keys: KeyRing;
  readonly delivery: Delivery;
  /** Who works the inbox of an organisation, with their names, former ones too where they are known. */
  readonly colleagues: (party: Party) => Promise<readonly Colleague[]>;
  /**
   * Tells the applicant, in the transaction of the change itself. A refusal undoes the change, unless it says that the
   * portal knows no such Antrag (any more): `not-found` is passed over.
   */
  readonly tellApplicant: (tx: Tx, news: ApplicantNews) => Promise<Result<unknown>>;
  /** Tells the applicant what a scanner found in a file, in the transaction that keeps it at the case. */
  readonly tellScan: (tx: Tx, news: ScanNews) => Promise<void>;
  /** The Zustellpunkte of others to which this organisation can forward. */
  readonly forwardTargets: (party: Party) => Promise<readonly ForwardTarget[]>;
  /** The day on which a case goes, by the dated rule of its service. */
  readonly deletionDay: (leistung: string, closedOn: LocalDate) => Promise<LocalDate>;
  /** What a Leistung or Onlinedienst is called; its key where nobody knows. */
  readonly leistungLabel: (leistung: string) => string | Promise<string>;
  /** The address of the office behind a Zustellpunkt; `null` where it has none. */
  readonly officeAddress: (tenant: TenantId, zustellpunkt: string) => Promise<string | null>;
  /** What the authority is called, so that a mail to an applicant says from whom it comes. */
  readonly authorityName?: (tenant: TenantId) => Promise<string | null>;
  readonly sendMail: (mail: OfficeMail) => Promise<void>;
  /** Scans a file on the stream; `null` where no scanner is configured. */
  readonly scan: ((bytes: AsyncIterable<Uint8Array>) => Promise<ScanVerdict>) | null;
  /** The organisations that receive, for the upkeep. */
  readonly authorities: () => Promise<readonly TenantId[]>;
  /** The organisation that an operator names at the command line. */
  readonly findOrganisation: (actor: Actor, text: string) => Promise<Result<{ readonly id: TenantId }>>;
  readonly fachdaten: FachdatenPort;
  readonly staffOrigin: string;
}

/** Somebody who works the inbox; `mitglied` is `null` for programs and the operator. */
export interface Worker extends Party {
  readonly mitglied: string | null;
}
