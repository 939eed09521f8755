import { html } from 'hono/html';
import { formatLocalDate, formatQuartal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import {
  alert,
  badge,
  card,
  descriptionList,
  emptyState,
  type Html,
  linkButton,
  section,
  textLink,
} from '#ui';
import { tutText } from '../domain/abweichung.ts';
import { formatTage } from '../domain/tage.ts';
import type { Ziel } from '../domain/ziele.ts';
import { keinPlatz } from '../messages.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { ZieleDerKommune } from '../store-ziele.ts';
import { type NaechsteSchritte, nextSteps } from '../use-cases/next-steps.ts';

/** What a Kommune does next, quarter by quarter. An IT-Dienstleister adds `?kommune=` with an AGS. */
export function nextStepsRoutes(deps: PlanningDeps): readonly PageRoute[] {
  return [
    {
      capability: 'planning.next-steps',
      method: 'GET',
      path: '/naechste-schritte',
      access: 'signed-in',
      handle: (request) => show(deps, request),
    },
  ];
}

async function show(deps: PlanningDeps, request: PageRequest): Promise<PageAnswer> {
  const found = await nextSteps(deps, request.principal, request.query.get('kommune') ?? '');
  return found.ok ? page(content(request, found.value)) : refusal(found.refusal);
}

function content({ principal }: PageRequest, schritte: NaechsteSchritte): PageContent {
  const { reader, beschluesse } = schritte;
  const states = principal?.permissions.has('planning.capacity') === true;
  return {
    title: 'Nächste Schritte',
    preline: reader.kommune.name,
    lead: 'Was nach dem beschlossenen Plan wann kommt, mit wem, und was vorher zu tun ist.',
    main: html`${beschluesse.length === 0 ? nothing(states) : beschluesse.map((one) => beschluss(one, schritte))}${abweichungSection(schritte)}`,
    nextSteps: [
      ...(states ? [{ label: 'Personentage der Fachbereiche angeben', href: '/planung/teams' }] : []),
      { label: 'Umsetzungsstand', href: '/stand' },
      { label: 'Rückfragen', href: '/rueckfragen' },
      { label: 'Einführungsstrategie: abweichen und sagen, warum', href: '/einfuehrungsstrategie' },
      { label: 'Sitzungen der Arbeitsgruppe', href: '/arbeitsgruppe' },
    ],
  };
}

function nothing(states: boolean): Html {
  return emptyState({
    title: 'Noch kein beschlossener Plan',
    body: 'Sobald Ihr IT-Dienstleister einen Plan beschlossen hat, steht hier, was in welchem Quartal zu Ihnen kommt.',
    ...(states
      ? {
          action: linkButton('Personentage der Fachbereiche angeben', '/planung/teams', {
            kind: 'secondary',
          }),
        }
      : {}),
  });
}

function beschluss(one: ZieleDerKommune, schritte: NaechsteSchritte): Html {
  const groups = [...Map.groupBy(one.ziele, ({ quartal }) => quartal)];
  return html`${alert({
    kind: 'info',
    title: `${one.planTitel}, beschlossen am ${formatLocalDate(one.am)} von ${one.wer}`,
    body: html`${one.haus}: ${one.grund}`,
  })}${
    groups.length === 0
      ? emptyState({ title: 'Für Sie ist darin nichts vorgesehen', body: 'Frühere Ziele gelten nicht mehr.' })
      : groups.map(([quartal, ziele]) =>
          section(
            quartal === null ? 'Ohne Platz im Plan' : formatQuartal(quartal),
            html`<div class="lw-stack">${ziele.map((ziel) => zielCard(ziel, schritte))}</div>`,
          ),
        )
  }`;
}

/** Where the Kommune does something else than the group decided, with its reason. */
function abweichungSection({ abweichungen }: NaechsteSchritte): Html | '' {
  const services = [...new Map(abweichungen.map((one) => [one.href, one])).values()];
  if (services.length === 0) return '';
  return section(
    'Wo Ihre Kommune abweicht',
    html`<ul class="kern-list kern-list--bullet">${services.map(
      (one) =>
        html`<li>${textLink(one.href, one.dienst)}: Ihre Kommune ${tutText(one)}. Grund: ${one.grund}</li>`,
    )}</ul>`,
    { lead: 'Der nächste Plan richtet sich danach.' },
  );
}

function zielCard(ziel: Ziel, { verweise, strategie }: NaechsteSchritte): Html {
  const decided = strategie.get(ziel.leistungId ?? '');
  const links = [
    ...(verweise.get(ziel.leistungId ?? '') ?? []),
    ...(decided ? [{ label: decided.satz, href: decided.href }] : []),
  ];
  const fachbereiche = ziel.fachbereiche.map(
    ({ name, tage }) => `${name} (${formatTage(tage)} Personentage)`,
  );
  return card({
    title: ziel.titel,
    body: html`${verspaetung(ziel)}${descriptionList([
      ['Was', ziel.art],
      ['Wann', ziel.quartal === null ? keinPlatz : formatQuartal(ziel.quartal)],
      ['Mit wem', ziel.mit.join(', ')],
      ['Ihr Fachbereich', fachbereiche.join(', ') || 'nicht angegeben'],
    ])}${
      ziel.vorbereitung.length > 0
        ? html`<p class="kern-title kern-title--small">Vorher</p><ol class="kern-list kern-list--number">${ziel.vorbereitung.map((step) => html`<li>${step}</li>`)}</ol>`
        : ''
    }${links.length > 0 ? html`<ul class="kern-list kern-list--bullet">${links.map(({ label, href }) => html`<li>${textLink(href, label)}</li>`)}</ul>` : ''}`,
  });
}

function verspaetung({ quartal, wunsch }: Ziel): Html | '' {
  if (quartal === null) return html`<p>${badge('warning', 'kein Platz in diesem Plan')}</p>`;
  if (wunsch !== null && quartal > wunsch)
    return html`<p>${badge('warning', `gewünscht war das ${formatQuartal(wunsch)}`)}</p>`;
  return html`<p>${badge('success', 'wie gewünscht oder früher')}</p>`;
}
