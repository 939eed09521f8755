import { html } from 'hono/html';
import { ratio } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  button,
  buttonRow,
  fieldset,
  form,
  type Html,
  inputField,
  linkButton,
  refusalNotice,
  selectField,
} from '#ui';
import type { Position } from '../domain/kostenplan.ts';
import { euroField } from '../euro.ts';
import { rundungLabel } from '../messages.ts';
import type { Plan, PlanInhalt } from '../plan-inhalt.ts';
import { kosten, planHref } from './answers.ts';
import { rowNumbers } from './plan-form-input.ts';
import { base, combination, layers, positionRow, type Shown } from './plan-form-parts.ts';

/** What a kept plan shows in its form. */
export function typedOf(inhalt: PlanInhalt): URLSearchParams {
  const { titel, rundung, beitritt, anbindungCent, anbindungText, positionen, finanzierung } = inhalt;
  const { beschluss } = inhalt;
  const combined = inhalt.schluessel.find(({ art }) => art === 'kombination');
  const teile = combined?.art === 'kombination' ? combined.teile : [];
  const rows = [
    ...positionen.map(positionValues),
    ...finanzierung.schichten.map((schicht) => ({
      schicht: schicht.titel,
      schichtanteil: schicht.anteil.replace('.', ','),
      schichtgruppen: schicht.gruppen.join(', '),
      schichtschluessel: schicht.schluessel ?? '',
    })),
    ...teile.map(({ schluessel, gewicht }) => ({
      teil: schluessel,
      teilgewicht: gewicht.replace('.', ','),
    })),
  ];
  const starts = [0, positionen.length, positionen.length + finanzierung.schichten.length];
  return new URLSearchParams([
    ...Object.entries({ titel, rundung, beitritt, anbindungText }),
    ['gremium', beschluss?.gremium ?? ''],
    ['beschlossen', beschluss?.am ?? ''],
    ['einstimmig', beschluss?.einstimmig === false ? 'nein' : 'ja'],
    ['anbindung', euroField(BigInt(anbindungCent))],
    ...rows.flatMap((values, place) => {
      const at = place - (starts.findLast((start) => start <= place) ?? 0);
      return Object.entries(values).map(([name, value]): [string, string] => [`${name}-${at}`, value]);
    }),
  ]);
}

function positionValues({ id, titel, art, schluessel, betrag, steuer }: Position) {
  const [first, then] = steuer;
  const cent = betrag.art === 'fest' ? betrag.cent : ratio.roundHalfAway(ratio.ofDecimal(betrag.preisCent));
  return {
    ...{ id, titel, art, schluessel },
    betrag: euroField(cent),
    je: betrag.art === 'fest' ? 'jahr' : 'fall',
    steuer: first?.regel ?? '',
    norm: first?.norm ?? '',
    dann: then?.regel ?? '',
    ab: then?.ab ?? '',
  };
}

/** The form of a plan: what it costs, by which keys, in which layers. */
export function planForm({ csrfToken, form: sent }: PageRequest, plan: Plan, shown: Shown): PageContent {
  const { dienst, jahr, art, inhalt } = plan;
  const { reason, typed } = shown;
  const here = planHref(dienst, jahr, art);
  const field = base(shown);
  return {
    title: 'Positionen und Verteilung',
    preline: `${inhalt.titel} ${jahr}`,
    breadcrumb: [kosten, { label: `${inhalt.titel} ${jahr}`, href: here }],
    main: html`${refusalNotice(reason)}${form(
      {
        action: `/kosten/${dienst}/aendern`,
        csrfToken,
        label: 'Kostenplan',
        hidden: {
          ...{ jahr: String(jahr), art },
          grundlage: reason ? (sent.get('grundlage') ?? '0') : String(plan.fassung),
        },
      },
      html`${inputField({ ...field('titel'), label: 'Titel', maxLength: 200 })}${rowNumbers(typed, 'titel', inhalt.positionen.length).map((at) => positionRow(shown, at))}${combination(shown)}${layers(shown, inhalt)}${decision(shown)}${selectField(
        {
          ...field('rundung'),
          label: 'Rundung',
          placeholder: null,
          options: Object.entries(rundungLabel).map(([value, label]) => ({ value, label })),
        },
      )}${selectField({
        ...field('beitritt'),
        label: 'Wer im Jahr dazukommt',
        placeholder: null,
        options: [
          { value: 'monatsgenau', label: 'zahlt ab dem Monat der Teilnahme' },
          {
            value: 'quartal4',
            label: 'zahlt ab dem nächsten Jahr, wenn der Vertrag im vierten Quartal liegt',
          },
        ],
      })}${inputField({ ...field('anbindung'), label: 'Anbindung, einmalig je Kommune, netto in Euro', optional: true, inputmode: 'decimal', width: 'medium' })}${inputField({ ...field('anbindungText'), label: 'Was in der Anbindung steckt', optional: true, maxLength: 500 })}${buttonRow(button('Speichern'), linkButton('Abbrechen', here, { kind: 'tertiary' }))}`,
    )}`,
  };
}

function decision(shown: Shown): Html {
  const field = base(shown);
  return fieldset(
    'Beschluss über die Schlüssel',
    html`${inputField({ ...field('gremium'), label: 'Wer beschlossen hat', optional: true, maxLength: 200 })}${inputField({ ...field('beschlossen'), label: 'Beschlossen am', type: 'date', optional: true })}${selectField(
      {
        ...field('einstimmig'),
        label: 'Einstimmig',
        placeholder: null,
        options: [
          { value: 'ja', label: 'ja' },
          { value: 'nein', label: 'nein, dann wird nach tatsächlicher Nutzung verteilt' },
        ],
      },
    )}`,
    { hint: 'Ohne Einstimmigkeit gilt die tatsächliche Nutzung (Beschluss 2021/24 des IT-Planungsrats).' },
  );
}
