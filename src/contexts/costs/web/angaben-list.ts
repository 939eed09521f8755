import { html } from 'hono/html';
import { dayInGermany } from '#kernel';
import { type PageAnswer, type PageRequest, page } from '#platform';
import {
  answerList,
  button,
  buttonRow,
  emptyState,
  form,
  type Html,
  inputField,
  type ListDefinition,
  linkButton,
  listPage,
  section,
  textLink,
} from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import {
  angabeLabel,
  fehltDemHaus,
  fehltDemZahler,
  geaenderteAngaben,
  hausKennung,
} from '../domain/rechnungsangaben.ts';
import type { Angabenstand } from '../store-rechnungsangaben.ts';
import type { Manager } from '../use-cases/actors.ts';
import { alleAngaben } from '../use-cases/rechnungsangaben.ts';
import { angabenPath, flashOf, kosten } from './answers.ts';

interface Zeile extends Angabenstand {
  readonly fehlt: string;
}

/** Whose words stand. */
export const vonLabel: Readonly<Record<Angabenstand['von'], string>> = {
  haus: 'Ihr Haus',
  kommune: 'die Kommune selbst',
};

function changedText(zeile: Zeile): string {
  if (zeile.vorher === null) return 'erste Angabe';
  return geaenderteAngaben(zeile)
    .map((name) => angabeLabel[name])
    .join(', ');
}

const definition: ListDefinition<Zeile> = {
  id: 'rechnungsangaben',
  defaultSort: { key: 'name', descending: false },
  search: ({ kennung, angaben }) => `${kennung} ${angaben.name} ${angaben.ort} ${angaben.leitwegId}`,
  columns: [
    {
      key: 'name',
      label: 'Name',
      width: 'wide',
      value: ({ angaben, kennung }) => angaben.name || kennung,
      cell: ({ kennung, angaben }) => textLink(`${angabenPath}/${kennung}`, angaben.name || kennung),
    },
    { key: 'kennung', label: 'Kennung', value: ({ kennung }) => kennung },
    { key: 'strasse', label: 'Straße', hidden: true, value: ({ angaben }) => angaben.strasse },
    { key: 'plz', label: 'PLZ', hidden: true, value: ({ angaben }) => angaben.plz },
    { key: 'ort', label: 'Ort', value: ({ angaben }) => angaben.ort },
    { key: 'email', label: 'E-Mail', value: ({ angaben }) => angaben.email },
    { key: 'leitweg', label: 'Leitweg-ID', value: ({ angaben }) => angaben.leitwegId },
    { key: 'fehlt', label: 'Was noch fehlt', value: ({ fehlt }) => fehlt },
    { key: 'von', label: 'Zuletzt angegeben von', value: ({ von }) => vonLabel[von] },
    {
      key: 'am',
      label: 'Am',
      kind: 'date',
      value: ({ angegebenAm }) => dayInGermany(angegebenAm),
    },
    { key: 'geaendert', label: 'Was sich änderte', value: (zeile) => changedText(zeile) },
  ],
  filters: [
    {
      key: 'stand',
      label: 'Stand',
      options: [
        { value: 'vollstaendig', label: 'vollständig' },
        { value: 'unvollstaendig', label: 'es fehlt etwas' },
      ],
      values: ({ fehlt }) => (fehlt === '' ? 'vollstaendig' : 'unvollstaendig'),
    },
    {
      key: 'von',
      label: 'Zuletzt angegeben von',
      options: Object.entries(vonLabel).map(([value, label]) => ({ value, label })),
      values: ({ von }) => von,
    },
  ],
};

/** The particulars of all; the table that it gives can be filled in and read back. */
export async function angabenListe(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const all = await alleAngaben(deps, who);
  const rows = all.map((one) => ({ ...one, fehlt: missingOf(one).join(', ') }));
  const answered = await answerList(deps, { definition, rows }, request, {
    fileName: `rechnungsangaben-${deps.clock.today()}`,
    title: 'Rechnungsangaben',
    source: who.anbieter.name,
    state: deps.clock.today(),
  });
  if (answered.kind !== 'list') return answered;
  return page({
    title: 'Rechnungsangaben',
    lead: 'Name, Anschrift, Leitweg-ID und Konto, wie sie auf XRechnungen stehen. Jede Änderung ist eine neue Fassung; was eine Kommune selbst angibt, gilt sofort und lässt sich hier herausfiltern.',
    breadcrumb: [kosten],
    wide: true,
    ...flashOf(request),
    main: html`${eigene(all)}${listPage(definition, answered.result, {
      action: angabenPath,
      caption: 'Rechnungsangaben',
      problems: answered.problems,
      noun: ['Eintrag', 'Einträge'],
      emptyState: emptyState({
        title: 'Noch keine Rechnungsangaben',
        body: 'Beginnen Sie mit Ihrem Haus. Die Zahler lesen Sie am schnellsten aus einer Tabelle ein.',
      }),
    })}${andere(request)}`,
  });
}

function missingOf({ kennung, angaben }: Angabenstand): readonly string[] {
  if (kennung !== hausKennung) return fehltDemZahler(angaben);
  return [...new Set([...fehltDemHaus(angaben, true), ...fehltDemHaus(angaben, false)])];
}

function eigene(all: readonly Angabenstand[]): Html {
  const own = all.some(({ kennung }) => kennung === hausKennung);
  return buttonRow(
    linkButton(own ? 'Eigenes Haus ändern' : 'Eigenes Haus eintragen', `${angabenPath}/${hausKennung}`, {
      kind: own ? 'secondary' : 'primary',
    }),
    linkButton('Aus einer Tabelle einlesen', `${angabenPath}/einlesen`, { kind: 'secondary' }),
  );
}

function andere({ csrfToken }: PageRequest): Html {
  return section(
    'Zahler eintragen oder ändern',
    form(
      { action: angabenPath, csrfToken, label: 'Zahler eintragen oder ändern' },
      html`${inputField({ name: 'kennung', label: 'Kennung', hint: 'AGS der Kommune, zum Beispiel 05766044, zwei Ziffern für ein Land oder „BUND“.', width: 'medium', maxLength: 8 })}${buttonRow(button('Weiter', { kind: 'secondary' }))}`,
    ),
  );
}
