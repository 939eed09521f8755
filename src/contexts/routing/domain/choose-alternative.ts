import type { Alternative, Anlaufstelle, Fremdes } from './route.ts';

const order =
  'Reihenfolge: ein verwandter Onlinedienst hier, ein Formular, das Telefon, die E-Mail, der Besuch, die Website, sonst die Nachfrage.';

/**
 * The nearest way where the Leistung itself does not work online: the first of the order that exists. `fragen` is the body to
 * ask where no contact is known.
 */
export function chooseAlternative(
  verwandt: { readonly name: string; readonly href: string } | null,
  { formular }: Pick<Fremdes, 'formular'>,
  amt: Anlaufstelle | null,
  fragen: string,
): Alternative {
  if (verwandt)
    return way('verwandt', `Verwandter Onlinedienst am selben Ort: ${verwandt.name}`, verwandt.href);
  if (formular) return way('formular', `Formular: ${formular}`, linkIn(formular));
  const ask = () =>
    way('nachfragen', `Fragen Sie nach bei: ${fragen}. Ein Kontakt ist hier nicht hinterlegt.`, null);
  if (amt === null) return ask();
  if (amt.telefon) return way('telefon', `Rufen Sie an: ${amt.name}, ${amt.telefon}`, telHref(amt.telefon));
  if (amt.email) return way('email', `Schreiben Sie an: ${amt.name}, ${amt.email}`, `mailto:${amt.email}`);
  if (amt.anschrift) return way('besuch', `Gehen Sie hin: ${amt.name}, ${amt.anschrift}`, null);
  return amt.website ? way('website', `Website: ${amt.name}`, amt.website) : ask();
}

function way(art: Alternative['art'], text: string, href: string | null): Alternative {
  return { art, text, href, regel: order };
}

function telHref(telefon: string): string {
  return `tel:${telefon.replace(/[^\d+]/g, '')}`;
}

function linkIn(text: string): string | null {
  return /https:\/\/[^\s<>"']+/.exec(text)?.[0] ?? null;
}
