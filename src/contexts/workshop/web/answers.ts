import { html } from 'hono/html';
import type { Refusal, Result } from '#kernel';
import {
  flashesOf,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  refusal,
} from '#platform';
import { button, form, type Html, tabs } from '#ui';
import { type WorkshopDeps, workshopPermissions } from '../deps.ts';
import { type Autor, autorVon } from '../use-cases/autor.ts';
import { type Entwurf, openEntwurf } from '../use-cases/entwurf.ts';

export const { flashOf } = flashesOf({
  gespeichert: 'Gespeichert.',
  begonnen: 'Der Entwurf ist angelegt.',
  hinzugefuegt: 'Hinzugefügt.',
  bestaetigt: 'Bestätigt.',
  verschoben: 'Verschoben.',
  verdoppelt: 'Verdoppelt.',
  entfernt: 'Entfernt. Mit „Zurücknehmen“ ist es wieder da.',
  zurueck: 'Der letzte Schritt ist zurückgenommen.',
  vor: 'Der Schritt ist wiederholt.',
  eingelesen: 'Die Dateien sind eingelesen.',
  vorgelegt: 'Vorgelegt. Eine zweite Person entscheidet.',
  veroeffentlicht: 'Veröffentlicht. Kommunen können den Onlinedienst ab sofort anbinden.',
  abgelehnt: 'Die Vorlage ist abgelehnt.',
  zurueckgezogen: 'Die Vorlage ist zurückgezogen.',
});

export const address = '/werkstatt';

/** An address of the workshop with its parameters. */
export function adresse(dienst: string, part = '', query: Readonly<Record<string, string>> = {}): string {
  const text = new URLSearchParams(query).toString();
  return `${address}/${encodeURIComponent(dienst)}${part === '' ? '' : `/${part}`}${text ? `?${text}` : ''}`;
}

/** Leads to a place and says there once what was done. */
export function getan(to: string, name: string): PageAnswer {
  const [path = '', fragment] = to.split('#');
  const joined = `${path}${path.includes('?') ? '&' : '?'}getan=${name}`;
  return { kind: 'redirect', to: fragment === undefined ? joined : `${joined}#${fragment}` };
}

const access = { permission: workshopPermissions.author } as const;

/** Makes routes of the workshop; each is for authors. */
export function route(
  method: 'GET' | 'POST',
  capability: string,
  path: string,
  handle: PageRoute['handle'],
  more: Partial<PageRoute> = {},
): PageRoute {
  return { capability, method, path: `${address}${path}`, access, handle, ...more };
}

/** Answers for an author, or why somebody is none. */
export async function withAutor(
  deps: WorkshopDeps,
  request: PageRequest,
  answer: (autor: Autor) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const autor = await autorVon(deps, request.principal);
  return autor.ok ? answer(autor.value) : refusal(autor.refusal);
}

/** An author with the draft that the address names. */
export interface Offen {
  readonly deps: WorkshopDeps;
  readonly autor: Autor;
  readonly entwurf: Entwurf;
  readonly request: PageRequest;
}

/** Answers for the draft that the address names. */
export function withEntwurf(
  deps: WorkshopDeps,
  request: PageRequest,
  answer: (offen: Offen) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  return withAutor(deps, request, async (autor) => {
    const entwurf = await openEntwurf(deps, autor, request.params.dienst ?? '');
    return entwurf.ok ? answer({ deps, autor, entwurf: entwurf.value, request }) : refusal(entwurf.refusal);
  });
}

/** The answer to a result whose refusal is a page of its own. */
export async function orRefusal<T>(result: Result<T>, answer: (value: T) => PageAnswer): Promise<PageAnswer> {
  return result.ok ? answer(result.value) : refusal(result.refusal);
}

/** A draft's page: its name above, the ways within, and the steps back and forth. */
export function entwurfSeite(
  offen: Offen,
  here: string,
  content: Pick<PageContent, 'title' | 'main' | 'wide' | 'lead' | 'scripts' | 'frames'>,
  reason: Refusal | null = null,
): PageContent {
  const { entwurf, request } = offen;
  const { main, ...rest } = content;
  return {
    ...rest,
    preline: `Werkstatt: ${entwurf.titel}`,
    breadcrumb: [
      { label: 'Werkstatt', href: address },
      ...(here === '' ? [] : [{ label: entwurf.titel, href: adresse(entwurf.dienst) }]),
    ],
    ...(reason === null ? flashOf(request) : { error: true }),
    main: html`${wege(entwurf, here)}${main}`,
  };
}

const parts: readonly (readonly [string, string])[] = [
  ['', 'Aufbau'],
  ['vorschau', 'Vorschau'],
  ['pruefung', 'Prüfung'],
  ['testfaelle', 'Testfälle'],
  ['unterschied', 'Unterschiede'],
  ['verlauf', 'Verlauf'],
  ['dateien', 'Dateien'],
  ['veroeffentlichen', 'Veröffentlichen'],
];

function wege({ dienst, offen }: Entwurf, here: string): Html {
  return tabs(
    'Teile des Entwurfs',
    parts.map(([part, label]) => ({
      label: part === 'veroeffentlichen' && offen ? `${label} (liegt vor)` : label,
      href: adresse(dienst, part),
      current: part === here,
    })),
  );
}

/** The buttons that take back and do again; disabled ones are left out. */
export function zurueckUndVor({ dienst, nummer, lage, schritte }: Entwurf, csrfToken: string): Html {
  const word = (number: number | null) => schritte.find((schritt) => schritt.nummer === number)?.was ?? '';
  const knopf = (art: 'zurueck' | 'vor', label: string, about: number) =>
    form(
      { action: adresse(dienst, art), csrfToken, hidden: { grundlage: String(nummer) } },
      html`${button(label, { kind: 'tertiary', small: true, accessKey: art === 'zurueck' ? 'z' : 'y' })} <span class="kern-body kern-body--small kern-body--muted">${word(about)}</span>`,
    );
  return html`<div class="lw-werkstatt-schritte">${lage.zurueck === null ? '' : knopf('zurueck', 'Zurücknehmen', lage.stand)}${
    lage.vor === null ? '' : knopf('vor', 'Wiederholen', lage.vor)
  }</div>`;
}
