import { postalAddressOf } from '../domain/postal-address.ts';
import type { Anlaufstelle, Auftritt, FremdeStelle } from '../domain/route.ts';
import type { FoundDestination } from '../use-cases/find-destinations.ts';

/** A Zustellpunkt as the Routing API answers it; what is not known is left out, for the specification knows no null. */
export function destinationJson(found: FoundDestination, destinationSignature: string) {
  const { id, name, koerperschaft, route, auftritt } = found;
  return {
    destinationId: id,
    destinationSignature,
    destinationName: `${koerperschaft} - ${name}`,
    destinationShortName: name,
    ...contactOf(route.amt),
    ...linksOf(auftritt),
    ...legalBasisOf(found),
    origin: 'Leitwerk',
  };
}

/** A Zustellpunkt of another installation, as a feed names it; the signature is passed on as it is. */
export function foreignDestinationJson(
  stelle: FremdeStelle,
  destination: { readonly id: string; readonly jws: string },
) {
  const { name, anschrift, telefon, email } = stelle;
  const office = { name, anschrift, telefon, email, zeiten: null, website: null, herkunft: 'feed' } as const;
  return {
    destinationId: destination.id,
    destinationSignature: destination.jws,
    destinationName: name,
    ...contactOf({ ...office, email: email !== null && mail.test(email) ? email : null }),
    origin: 'XZuFi',
  };
}

const mail = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

function contactOf(amt: Anlaufstelle | null) {
  if (amt === null) return {};
  const person = {
    name: amt.name,
    ...(amt.telefon ? { tel: amt.telefon } : {}),
    ...(amt.email ? { email: amt.email } : {}),
  };
  const address = amt.anschrift === null ? null : postalAddressOf(amt.anschrift);
  return { contactPersons: [person], ...(address ? { address } : {}) };
}

/** Links are https only by the specification. */
function linksOf(auftritt: Auftritt | null) {
  if (!auftritt?.origin.startsWith('https://')) return {};
  return {
    privacyPolicyUrl: `${auftritt.origin}/datenschutz`,
    imprintUrl: `${auftritt.origin}/impressum`,
    accessibilityUrl: `${auftritt.origin}/barrierefreiheit`,
  };
}

/** The norms of the competence; the specification allows HTML here, so the text is escaped. */
function legalBasisOf({ route }: FoundDestination) {
  const norms = route.gruende.filter(({ schritt }) => schritt === 'Norm').map(({ text }) => escaped(text));
  return norms.length === 0 ? {} : { legalBasis: { description: { de: norms.join('; ') } } };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
