import { flashesOf, type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { type Manager, managerOf, type Payer, payerOf, type Reader, readerOf } from '../use-cases/actors.ts';

export const { done, flashOf } = flashesOf({
  plan: 'Der Kostenplan ist gespeichert. Entwürfe und gestellte Abrechnungen bleiben, wie sie sind.',
  preis: 'Das Preisschild ist veröffentlicht. Kommunen sehen jetzt, was der Dienst sie kostet.',
  uebertrag: 'Der Übertrag steht im Kostenplan des nächsten Jahres.',
  schluessel: 'Der Schlüssel ist übernommen. Kostenpläne rechnen ab jetzt mit dieser Fassung.',
  programm: 'Das Förderprogramm ist gespeichert.',
  entwurf: 'Der Entwurf ist gerechnet. Bitte prüfen Sie ihn; noch sieht ihn niemand sonst.',
  geprueft: 'Als geprüft festgehalten. Jetzt lässt sich die Abrechnung stellen.',
  verworfen: 'Der Entwurf ist verworfen.',
  gestellt: 'Die Abrechnung ist gestellt. Jede Kommune sieht jetzt ihren Anteil.',
  schongestellt: 'Diese Abrechnung war schon gestellt. Es gibt sie nur einmal.',
  zahlung: 'Die Zahlung ist eingetragen.',
  rueckzahlung: 'Die Rückzahlung ist eingetragen. Die Kommune sieht sie bei ihrer Abrechnung.',
  eigeneangaben: 'Gespeichert. Auf den nächsten XRechnungen an Ihre Kommune steht, was Sie angegeben haben.',
  angaben: 'Die Rechnungsangaben sind gespeichert. XRechnungen werden ab jetzt mit ihnen erstellt.',
});

export const manage = { permission: 'costs.manage' } as const;
export const read = { permission: 'costs.read' } as const;

type Act<Who> = (who: Who, request: PageRequest) => Promise<PageAnswer>;

/** A page of those who apportion. */
export function managerRoute(
  deps: CostsDeps,
  capability: string,
  method: 'GET' | 'POST',
  path: string,
  act: Act<Manager>,
): PageRoute {
  const handle = async (request: PageRequest) => {
    const who = await managerOf(deps, request.principal);
    return who.ok ? act(who.value, request) : refusal(who.refusal);
  };
  return { capability, method, path, access: manage, handle };
}

/** A page of a Kommune that pays. */
export function payerRoute(deps: CostsDeps, capability: string, path: string, act: Act<Payer>): PageRoute {
  const handle = async (request: PageRequest) => {
    const who = await payerOf(deps, request.principal);
    return who.ok ? act(who.value, request) : refusal(who.refusal);
  };
  return { capability, method: 'GET', path, access: read, handle };
}

/** A page of both: each sees its own side. */
export function readerRoute(deps: CostsDeps, capability: string, path: string, act: Act<Reader>): PageRoute {
  const handle = async (request: PageRequest) => {
    const who = await readerOf(deps, request.principal);
    return who.ok ? act(who.value, request) : refusal(who.refusal);
  };
  return { capability, method: 'GET', path, access: 'signed-in', handle };
}

export const kosten = { label: 'Kosten', href: '/kosten' } as const;
export const abrechnungen = { label: 'Abrechnungen', href: '/abrechnungen' } as const;
export const schluesselPath = '/kosten/schluessel';
export const angabenPath = '/kosten/rechnungsangaben';
export const eigeneAngabenPath = '/kosten/eigene-rechnungsangaben';
export const foerderungPath = '/kosten/foerderung';

/** The page of a plan. */
export function planHref(dienst: string, jahr: number, art: 'plan' | 'ist', part = ''): string {
  return `/kosten/${dienst}${part}?jahr=${jahr}${art === 'ist' ? '&art=ist' : ''}`;
}
