import { html } from 'hono/html';
import { type Refusal, ratio } from '#kernel';
import { formField, type PageContent, type PageRequest } from '#platform';
import {
  accordion,
  button,
  buttonRow,
  errorOf,
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
import { kostenartLabel, rundungLabel } from '../messages.ts';
import type { Plan, PlanInhalt } from '../plan-inhalt.ts';
import { kosten, planHref } from './answers.ts';
import { combinationParts, type Planwahl, rowNumbers } from './plan-form-input.ts';

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

interface Shown {
  readonly typed: URLSearchParams;
  readonly wahl: Planwahl;
  readonly reason: Refusal | null;
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

function base({ typed, reason }: Shown) {
  return (name: string) => ({
    name,
    value: formField(typed, name),
    error: errorOf(reason?.fields, name),
  });
}

function keyOptions({ wahl }: Shown, combined: boolean) {
  const all = wahl.schluessel.map(({ id, titel }) => ({ value: id, label: titel }));
  return combined ? [...all, { value: 'kombination', label: 'Die Kombination unten' }] : all;
}

function positionRow(shown: Shown, at: number): Html {
  const field = base(shown);
  const optional = at > 0;
  const regeln = shown.wahl.daten.steuerregeln.map(({ id, titel }) => ({ value: id, label: titel }));
  const then = formField(shown.typed, `dann-${at}`) !== '';
  return fieldset(
    `Position ${at + 1}`,
    html`<input type="hidden" name="id-${at}" value="${formField(shown.typed, `id-${at}`)}">${inputField({ ...field(`titel-${at}`), label: 'Wofür', optional, maxLength: 200 })}${selectField(
      {
        ...field(`art-${at}`),
        label: 'Kostenart',
        optional,
        options: Object.entries(kostenartLabel).map(([value, label]) => ({ value, label })),
      },
    )}${inputField({ ...field(`betrag-${at}`), label: 'Betrag, netto in Euro', optional, inputmode: 'decimal', width: 'medium' })}${selectField(
      {
        ...field(`je-${at}`),
        label: 'Der Betrag gilt',
        placeholder: null,
        options: [
          { value: 'jahr', label: 'für den ganzen Zeitraum' },
          { value: 'fall', label: 'je Fall' },
        ],
      },
    )}${selectField({ ...field(`schluessel-${at}`), label: 'Verteilt nach', optional, options: keyOptions(shown, true) })}${selectField(
      { ...field(`steuer-${at}`), label: 'Umsatzsteuer', optional, options: regeln },
    )}${accordion({
      title: `Norm der Befreiung, andere Umsatzsteuer ab einem Tag (Position ${at + 1})`,
      open: then || formField(shown.typed, `norm-${at}`) !== '',
      body: html`${inputField({ ...field(`norm-${at}`), label: 'Norm der Befreiung', optional: true, maxLength: 200 })}${inputField({ ...field(`ab-${at}`), label: 'Anders ab', type: 'date', optional: true })}${selectField({ ...field(`dann-${at}`), label: 'Umsatzsteuer ab diesem Tag', optional: true, options: regeln })}`,
    })}`,
  );
}

function combination(shown: Shown): Html {
  const field = base(shown);
  return fieldset(
    'Kombination von Schlüsseln',
    html`<div class="lw-pairs">${Array.from({ length: combinationParts }, (_, at) => html`${selectField({ ...field(`teil-${at}`), label: `Schlüssel ${at + 1}`, optional: true, options: keyOptions(shown, false) })}${inputField({ ...field(`teilgewicht-${at}`), label: `Gewicht ${at + 1}`, optional: true, inputmode: 'decimal' })}`)}</div>`,
    { hint: 'Die Gewichte ergeben zusammen genau 1, zum Beispiel 0,7 nach Einwohnern und 0,3 nach Nutzung.' },
  );
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

function layers(shown: Shown, { finanzierung }: PlanInhalt): Html {
  const field = base(shown);
  const modelle = shown.wahl.daten.finanzierungen.map(({ id, titel, norm }) => ({
    value: id,
    label: `${titel} (${norm})`,
  }));
  return fieldset(
    'Finanzierung in Schichten',
    html`${selectField({ ...field('modell'), label: 'Schichten aus einem Beschluss übernehmen', optional: true, options: modelle, hint: 'Ersetzt die Schichten unten.' })}${selectField(
      {
        ...field('modellschluessel'),
        label: 'Schlüssel, den der Beschluss verlangt',
        optional: true,
        options: keyOptions(shown, false),
      },
    )}${inputField({ ...field('sitzland'), label: 'Sitzland, wenn der Beschluss eine Quote nennt', optional: true, maxLength: 2, width: 'narrow', hint: 'Zwei Ziffern, zum Beispiel 05.' })}${inputField({ ...field('ebenen'), label: 'Anteile der Ebenen, wenn der Beschluss sie offen lässt', optional: true, maxLength: 200, hint: 'Zum Beispiel „gemeinden 0,6; landkreise 0,4“.' })}${rowNumbers(
      shown.typed,
      'schicht',
      finanzierung.schichten.length,
    )
      .slice(0, Math.max(3, finanzierung.schichten.length + 1))
      .map(
        (at) =>
          html`<div class="lw-pairs">${inputField({ ...field(`schicht-${at}`), label: `Schicht ${at + 1}`, optional: at > 0 })}${inputField({ ...field(`schichtanteil-${at}`), label: `Anteil ${at + 1}`, optional: at > 0, inputmode: 'decimal' })}${inputField({ ...field(`schichtgruppen-${at}`), label: `Gruppen ${at + 1}`, optional: at > 0 })}${selectField({ ...field(`schichtschluessel-${at}`), label: `Verteilt nach ${at + 1}`, optional: true, placeholder: 'wie die Position', options: keyOptions(shown, false) })}</div>`,
      )}`,
    {
      hint: 'Erst trägt jede Schicht ihren Anteil, dann wird darin nach dem Schlüssel verteilt. Die Anteile ergeben genau 1.',
    },
  );
}
