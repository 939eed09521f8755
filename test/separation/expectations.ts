import type { DataClass } from './catalog.ts';
import type { ViewerKey } from './viewers.ts';

/** Whose seeded rows: A's, B's, both. */
export type Owners = '' | 'A' | 'B' | 'AB';
type ByViewer = Readonly<Partial<Record<ViewerKey, Owners>>>;

const own: ByViewer = { tenantA: 'A', circleOfA: 'A', referenceOfA: 'A', figuresOfA: 'A', tenantB: 'B' };
const byKey: ByViewer = { keyOfB: 'B' };
const bothToProvider: ByViewer = { circle: 'AB', provider: 'AB' };
const bothToReference: ByViewer = { reference: 'AB', referenceOfA: 'AB' };

/** What members write into the group of their IT-Dienstleister all its Kommunen read. */
const wholeGroup: ByViewer = {
  tenantA: 'AB',
  circleOfA: 'AB',
  referenceOfA: 'AB',
  figuresOfA: 'AB',
  tenantB: 'AB',
  ...bothToProvider,
};

const bothToFigures: ByViewer = { figures: 'AB', figuresOfA: 'AB' };

const ownReference: ByViewer = { referenceOfA: 'A' };

/** What the class of a table lets its viewers see; circle data reach the provider by consent, which A gave. */
const readByClass: Readonly<Record<DataClass, ByViewer | 'everybody'>> = {
  public: 'everybody',
  tenant: own,
  circle: { ...own, circle: 'A' },
  technical: {},
};

/** Where a table shows more than its class, and why. */
const readByTable: Readonly<Record<string, ByViewer | 'everybody'>> = {
  // The id of the installation is on every page's cookies.
  'platform.installation': 'everybody',
  // A statement is addressed to the provider, who decides on it; consent has no part in that.
  'duties.bestimmung_angabe': { ...own, ...bothToProvider },
  // So are a proposal about a rule and the talk about it.
  'duties.regel_vorschlag': { ...own, ...bothToProvider },
  'duties.regel_notiz': { ...own, ...bothToProvider },
  // Who cares for whom and who consents is known to both sides, from its beginning and after its end.
  'identity.organisation': { ...own, ...bothToReference, ...bothToFigures, circle: 'AB', keyOfB: 'B' },
  'identity.betreuung': { ...own, ...bothToProvider, ...bothToReference, ...bothToFigures },
  'identity.einwilligung': { ...own, ...bothToProvider, figures: 'AB' },
  'identity.uebergabe': { ...own, ...bothToProvider },
  // A statement about the register of delegations, addressed like one about a Bestimmung.
  'duties.delegation_angabe': { ...own, ...bothToProvider },
  // A question put to the provider and what was said in it; consent has no part in that.
  'discussion.rueckfrage': { ...own, ...bothToProvider },
  'discussion.beitrag': { ...own, ...bothToProvider },
  // The provider accompanies the Anbindungen of its Kommunen and enters what it and the operator did; consent to share
  // the Umsetzungsstand has no part in that.
  'efa.anbindung': { ...own, circle: 'AB' },
  'connection.fakt': { ...own, circle: 'AB' },
  // The house that assumed a value for a Kommune sees whether it was confirmed.
  'connection.annahme': { ...own, circle: 'AB' },
  'connection.probelauf': { ...own, circle: 'AB' },
  // The process that counts reads all; consent is applied to every question.
  'compass.stand': { ...own, circle: 'A', figures: 'AB' },
  // So are a contribution to the register of Lösungen and the talk about it.
  'solutions.beitrag': { ...own, ...bothToProvider },
  'finder.thesaurus_vorschlag': { ...own, ...bothToProvider },
  'solutions.beitrag_nachricht': { ...own, ...bothToProvider },
  // Found by the hash of a secret.
  'identity.member': { ...own, ...byKey },
  'identity.session': { ...own, ...byKey },
  'identity.mail_link': { ...own, ...byKey },
  'identity.passkey': { ...own, ...byKey },
  'identity.machine_token': { ...own, ...byKey },
  'identity.vertretung': { ...own, ...byKey },
  'identity.throttle': byKey,
  'identity.used_challenge': byKey,
  // Sender and receiver both see what was sent; the content is encrypted to the receiver.
  'delivery.submission': { ...own, ...bothToProvider },
  'delivery.attachment': { ...own, ...bothToProvider },
  'delivery.event': { ...own, ...bothToProvider },
  'workgroup.sitz': wholeGroup,
  'workgroup.anmeldung': wholeGroup,
  'workgroup.notiz': wholeGroup,
  'workgroup.stimme': wholeGroup,
  'workgroup.aufgabe_schritt': wholeGroup,
  'workgroup.frage_zuteilung': wholeGroup,
  // A Kommune tells the house that leads a project of its interest.
  'projects.interesse': { ...own, ...bothToProvider },
  // What a Kommune says to the house from which it orders, and what it signed; how long it took is counted over all.
  'marketplace.interesse': { ...own, ...bothToProvider, figures: 'AB' },
  'marketplace.einladung': { ...own, ...bothToProvider },
  'marketplace.datei': { ...own, ...bothToProvider },
  'marketplace.rahmenvereinbarung': { ...own, ...bothToProvider },
  'marketplace.bestellung': { ...own, ...bothToProvider },
  // What a decided plan sets is addressed to the Kommune that it concerns.
  'planning.ziele': { ...own, ...bothToProvider },
  // What becomes of a Kommune in a rollout is addressed to it; that it holds on, to the provider.
  'releases.zug': { ...own, ...bothToProvider },
  'releases.festhaltung': { ...own, ...bothToProvider },
  // So are the share of a bill, what was paid on it, and what is counted for it.
  'costs.anteil': { ...own, ...bothToProvider },
  'costs.zahlung': { ...own, ...bothToProvider },
  'costs.nutzung': { ...own, ...bothToProvider },
  // A share that is no longer due, and the electronic bill of one.
  'costs.aufhebung': { ...own, ...bothToProvider },
  'costs.dokument': { ...own, ...bothToProvider },
  // How bills are addressed to a Kommune the house that cares for it reads, and one that billed it.
  'costs.eigenangaben': { ...own, circle: 'AB' },
  // And its IT-Dienstleister that it deviates from the strategy.
  'priorities.abweichung': { ...own, ...bothToProvider },
};

const writeByClass: Readonly<Record<DataClass, ByViewer>> = {
  public: bothToReference,
  tenant: own,
  circle: own,
  technical: {},
};

const writeByTable: Readonly<Record<string, ByViewer>> = {
  'duties.bestimmung_angabe': { ...own, ...bothToProvider },
  'duties.regel_vorschlag': { ...own, ...bothToProvider },
  'identity.organisation': { referenceOfA: 'A' },
  'identity.betreuung': { ...own, ...bothToProvider, ...bothToReference },
  'identity.session': { ...own, ...byKey },
  'identity.machine_token': { ...own, ...byKey },
  'duties.delegation_angabe': { ...own, ...bothToProvider },
  'solutions.beitrag': { ...own, ...bothToProvider },
  'finder.thesaurus_vorschlag': { ...own, ...bothToProvider },
  'solutions.beitrag_nachricht': { ...own, ...bothToProvider },
  'identity.throttle': byKey,
  'identity.used_challenge': byKey,
  'platform.outbox': own,
  // The lead of a group ends seats and mends the minutes.
  'workgroup.sitz': { ...own, ...bothToProvider },
  'workgroup.notiz': { ...own, ...bothToProvider },
  'connection.fakt': { ...own, circle: 'AB' },
  'connection.probelauf': { ...own, circle: 'AB' },
  // Everybody reads them, the organisation writes its own.
  'delivery.zustellpunkt': ownReference,
  'delivery.zustellpunkt_key': ownReference,
  'efa.angebot': ownReference,
  'efa.freigabe': ownReference,
  'efa.vorgabe': ownReference,
  'efa.live_dienst': ownReference,
  'overlays.schicht': ownReference,
  'overlays.uebergang': ownReference,
  'portal.site': ownReference,
  'portal.office': ownReference,
  'descriptions.text': ownReference,
  'projects.fassung': ownReference,
  'marketplace.angaben': ownReference,
  'marketplace.preisblatt': ownReference,
  'marketplace.dokument': ownReference,
  'marketplace.dokument_ruecknahme': ownReference,
  'marketplace.sammelbestellung': ownReference,
  'marketplace.sammelbestellung_entscheid': ownReference,
  // The provider answers a signed order.
  'marketplace.bestellung': { ...own, ...bothToProvider },
  'workshop.fassung': ownReference,
  'reports.oeffentlich': ownReference,
  'costs.preis': ownReference,
  'costs.foerderprogramm': ownReference,
  // Put in by the sender.
  'delivery.submission': { ...own, ...bothToProvider },
  'delivery.attachment': { ...own, ...bothToProvider },
  'delivery.event': { ...own, ...bothToProvider },
};

/** Whose rows of a table the viewer may see. */
export function readable(table: string, dataClass: DataClass, viewer: ViewerKey): Owners {
  const rule = readByTable[table] ?? readByClass[dataClass];
  return rule === 'everybody' ? 'AB' : (rule[viewer] ?? '');
}

/** Whose rows of a table the viewer may change, as far as the role may change the table at all. */
export function writable(table: string, dataClass: DataClass, viewer: ViewerKey): Owners {
  return (writeByTable[table] ?? writeByClass[dataClass])[viewer] ?? '';
}

/** Tables that are named here; one that no longer exists is a mistake. */
export const namedTables: readonly string[] = [...Object.keys(readByTable), ...Object.keys(writeByTable)];
