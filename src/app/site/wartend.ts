import { html } from 'hono/html';
import { jetztAmZug } from '#connection';
import { type WartendeBestellung, wartendeBestellungen } from '#marketplace';
import type { Principal } from '#platform';
import { wartendeBerichte } from '#reports';
import { alert, formatInstant, type Html, textLink } from '#ui';
import type { Startblick } from '#workshop';
import type { Contexts } from '../contexts.ts';

/** Something that stands still until whoever opens the start page acts. */
export interface Wartend {
  readonly was: string;
  readonly href: string;
}

/** What waits for somebody: work of others to decide, orders to sign or accept, and services that wait for their Kommune. */
export async function wartendAuf(
  { marketplace, connection, reports }: Pick<Contexts, 'marketplace' | 'connection' | 'reports'>,
  principal: Principal | null,
  werkstatt: Startblick | null,
): Promise<readonly Wartend[]> {
  if (principal === null) return [];
  const [berichte, orders, services] = await Promise.all([
    wartendeBerichte(reports, principal),
    wartendeBestellungen(marketplace, principal),
    jetztAmZug(connection, principal),
  ]);
  return [
    ...berichte.map((bericht) => presented('Bericht', bericht)),
    ...(werkstatt?.wartend ?? []).map((vorlage) => presented('Onlinedienst', vorlage)),
    ...orders.map(orderLine),
    ...services.map(({ dienst, titel, punkte }) => ({
      was: `Anbindung „${titel}“: ${punkte === 1 ? 'Ein Punkt der Checkliste wartet' : `${punkte} Punkte der Checkliste warten`} auf Ihre Kommune`,
      href: `/anbindungen/${dienst}/checkliste?wer=kommune&stand=offen&stand=abgelaufen&noetig=ja#liste`,
    })),
  ];
}

/** What somebody else presented, to be released. */
function presented(
  what: string,
  { titel, href, vorgelegtAm }: { readonly titel: string; readonly href: string; readonly vorgelegtAm: Date },
): Wartend {
  return {
    was: `${what} „${titel}“ wartet auf Ihre Freigabe, vorgelegt ${formatInstant(vorgelegtAm)}`,
    href,
  };
}

function orderLine({ bestellung, auf }: WartendeBestellung): Wartend {
  const { id, kommune, inhalt } = bestellung;
  const words = `Bestellung „${inhalt.titel}“`;
  return {
    was:
      auf === 'annahme'
        ? `${kommune}: ${words} wartet auf Ihre Annahme`
        : `${words} wartet auf eine Unterschrift`,
    href: `/bestellungen/${id}`,
  };
}

/** What waits, at the head of the start page; nothing where nothing does. */
export function wartendAlert(all: readonly Wartend[]): Html | '' {
  if (all.length === 0) return '';
  return alert({
    kind: 'info',
    title: all.length === 1 ? 'Das wartet auf Sie' : `${all.length} Dinge warten auf Sie`,
    body: html`<ul class="kern-list kern-list--bullet">${all.map(({ was, href }) => html`<li>${textLink(href, was)}</li>`)}</ul>`,
  });
}
