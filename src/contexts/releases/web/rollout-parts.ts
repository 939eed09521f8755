import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import {
  accordion,
  alert,
  badge,
  button,
  buttonRow,
  checkboxField,
  errorOf,
  form,
  formatInstant,
  type Html,
  inputField,
  problemsOf,
  section,
  table,
} from '#ui';
import type { Ausrollung, Zug, ZugZustand } from '../domain/ausrollung.ts';
import { regelText, vergleichText } from '../domain/regel.ts';
import { istUnterwegs, moeglicheSchritte, type Schritt, type Zustand } from '../domain/zustand.ts';
import { schrittGetan, schrittLabel, zugLabel, zustandLabel } from '../messages.ts';
import { zugText } from '../use-cases/neuigkeiten.ts';
import type { Dienststand } from '../use-cases/read-fassungen.ts';
import type { FormState } from './dienst-forms.ts';

interface RolloutState extends FormState {
  readonly isProvider: boolean;
}

/** Where the rollout stands: for the provider ring by ring with its steps, for a Kommune its own line. */
export function rolloutParts({ isProvider, ...state }: RolloutState): Html {
  const { ausrollung } = state.stand;
  if (ausrollung === null)
    return section('Ausrollung', html`<p class="kern-body">Zurzeit ist keine Fassung unterwegs.</p>`, {
      id: 'ausrollung',
    });
  return isProvider ? providerPart(state, ausrollung) : kommunePart(state.stand, ausrollung);
}

const zustandKind: Readonly<Record<Zustand, 'info' | 'success' | 'warning' | 'neutral'>> = {
  geplant: 'info',
  laeuft: 'info',
  angehalten: 'warning',
  abgeschlossen: 'success',
  zurueckgenommen: 'warning',
  verworfen: 'neutral',
};

function providerPart(state: FormState, ausrollung: Ausrollung): Html {
  const { stand } = state;
  const { fassung, zustand, grund, regel } = ausrollung;
  return section(
    `Ausrollung von Fassung ${fassung}`,
    html`<p class="kern-body">${badge(zustandKind[zustand], zustandLabel[zustand])}</p>
    ${grund === null ? '' : alert({ kind: 'warning', title: `${zustandLabel[zustand]}`, body: grund })}
    ${ringTable(ausrollung, stand.zuege)}${leftBehind(stand.zuege)}
    ${istUnterwegs(zustand) ? html`<p class="kern-body lw-measure">${regelText(regel)} Diese Schwellen sind unsere Annahme; keine Norm nennt welche.</p>` : ''}
    ${stand.beobachtung ? html`<p class="kern-body">${vergleichText(stand.beobachtung)} Gezählt am ${formatInstant(stand.beobachtung.am)}.</p>` : ''}
    ${stepForms(state, ausrollung)}${verlaufPart(stand)}`,
    { id: 'ausrollung' },
  );
}

type Counted = readonly (readonly [zustand: ZugZustand, label: string])[];

const forth: Counted = [
  ['umgestellt', 'umgestellt'],
  ['wartet', 'warten'],
  ['zurueckgeblieben', 'zurückgeblieben'],
  ['festgehalten', 'halten fest'],
];

const back: Counted = [
  ['umgestellt', 'noch umgestellt'],
  ['zurueckgestellt', 'wieder wie vorher'],
  ['wartet', 'waren nie umgestellt'],
];

function ringTable({ ringe, zustand: lage }: Ausrollung, zuege: readonly Zug[]): Html {
  const columns = lage === 'zurueckgenommen' ? back : forth;
  const count = (index: number, zustand: ZugZustand) =>
    zuege.filter((zug) => zug.ring === index && zug.zustand === zustand).length;
  return table({
    caption: 'Ringe',
    captionHidden: true,
    columns: [{ label: 'Ring' }, { label: 'Ab' }, ...columns.map(([, label]) => ({ label, numeric: true }))],
    rows: ringe.map(({ name, ab }, index) => [
      name,
      formatLocalDate(ab),
      ...columns.map(([zustand]) => count(index, zustand)),
    ]),
  });
}

function leftBehind(zuege: readonly Zug[]): Html | '' {
  const behind = zuege.filter(({ zustand }) => zustand === 'zurueckgeblieben');
  if (behind.length === 0) return '';
  return accordion({
    title: `Zurückgeblieben: ${behind.length}`,
    open: true,
    body: html`<ul class="kern-list kern-list--bullet">${behind.map(({ kommune, fehlt }) => html`<li><strong>${kommune}</strong>: ${fehlt.join(' ')}</li>`)}</ul><p class="kern-body">Sie wissen es und gehen mit, sobald nichts mehr fehlt.</p>`,
  });
}

const withReason: ReadonlySet<Schritt> = new Set(['anhalten', 'zuruecknehmen', 'verwerfen']);

function stepForms(state: FormState, ausrollung: Ausrollung): Html {
  return html`${moeglicheSchritte(ausrollung.zustand).map((schritt) => stepForm(state, ausrollung, schritt))}`;
}

function stepForm(
  { stand, csrfToken, typed, reason }: FormState,
  { version, sicherheit, zustand }: Ausrollung,
  schritt: Schritt,
): Html {
  const own = typed.get('schritt') === schritt;
  const kind = schritt === 'beginnen' || schritt === 'fortsetzen' ? 'primary' : 'secondary';
  const content = html`${
    withReason.has(schritt)
      ? inputField({
          name: 'grund',
          id: own ? undefined : `grund-${schritt}`,
          label: 'Grund',
          value: own ? typed.get('grund') : '',
          autocomplete: 'off',
          error: own ? errorOf(problemsOf(reason), 'grund') : undefined,
        })
      : ''
  }${
    schritt === 'zuruecknehmen' && sicherheit
      ? checkboxField({
          name: 'trotzSicherheit',
          value: 'ja',
          label: 'Ich weiß, dass die Sicherheitslücke damit wieder offen ist.',
        })
      : ''
  }${buttonRow(button(schrittLabel[schritt], { kind }))}`;
  const made = form(
    {
      action: `/fassungen/${stand.dienst}/schritt`,
      csrfToken,
      hidden: { schritt, version: String(version) },
      label: schrittLabel[schritt],
    },
    content,
  );
  if (!withReason.has(schritt) || zustand === 'geplant') return made;
  return accordion({ title: schrittLabel[schritt], body: made, open: own });
}

function verlaufPart({ verlauf }: Dienststand): Html {
  return accordion({
    title: 'Verlauf',
    body: html`<ul class="kern-list kern-list--bullet">${verlauf.map(
      ({ schritt, am, grund, vonSelbst }) =>
        html`<li>${formatInstant(am)}: ${schrittGetan[schritt]}${vonSelbst ? ', von selbst' : ''}${grund ? html` (${grund})` : ''}</li>`,
    )}</ul>`,
  });
}

function kommunePart({ zuege, titel, festhaltung }: Dienststand, { fassung, zustand }: Ausrollung): Html {
  const own = zuege.find((zug) => istUnterwegs(zustand) || zug.zustand !== 'wartet');
  const text = own
    ? zugText(own, titel, festhaltung?.bis)
    : istUnterwegs(zustand)
      ? `Fassung ${fassung} kommt mit dem letzten Ring.`
      : 'Bei Ihrer Kommune hat sich dadurch nichts geändert.';
  return section(
    `Ausrollung von Fassung ${fassung}`,
    html`<p class="kern-body">${badge(zustandKind[zustand], zustandLabel[zustand])}${own ? html` ${badge('neutral', zugLabel[own.zustand])}` : ''}</p><p class="kern-body lw-measure">${text}</p>`,
    { id: 'ausrollung' },
  );
}
