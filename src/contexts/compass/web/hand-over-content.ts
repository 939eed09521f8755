import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  button,
  emptyState,
  errorOf,
  form,
  formatNumber,
  type Html,
  problemsOf,
  refusalNotice,
  section,
  selectField,
  table,
  textLink,
} from '#ui';
import type { Person } from '../doors-deps.ts';
import { rolleLabel } from '../messages.ts';
import type { Editor } from '../use-cases/editor.ts';
import type { UebergabeVorschau } from '../use-cases/hand-over.ts';

export function content(asked: Asked, request: PageRequest, reason: Refusal | null): PageContent {
  return {
    title: 'Leistungen übergeben',
    preline: 'Stand',
    lead: 'Geht jemand, übernimmt eine andere Person mit einem Schritt alle Zuständigkeiten, Vertretungen und Aufgaben in Fachbereichen.',
    breadcrumb: [
      { label: 'Umsetzungsstand', href: '/stand' },
      { label: 'Fachbereiche', href: '/fachbereiche' },
    ],
    main: html`${refusalNotice(reason)}${chooseForm(asked, reason)}${asked.vorschau ? previewPart(asked, asked.vorschau, request) : ''}`,
  };
}

function chooseForm({ personen, von, an }: Asked, reason: Refusal | null): Html {
  const option = ({ id, name, entfernt }: Person) => ({
    value: id,
    label: entfernt ? `${name} (nicht mehr da)` : name,
  });
  return form(
    { action: '/stand/uebergabe', method: 'get', label: 'Personen wählen' },
    html`${selectField({ name: 'von', label: 'Wer gibt ab?', options: personen.map(option), value: von })}${selectField(
      {
        name: 'an',
        label: 'Wer übernimmt?',
        options: personen.filter(({ entfernt }) => !entfernt).map(option),
        value: an,
        error: errorOf(problemsOf(reason), 'an'),
      },
    )}${button('Vorschau', { kind: 'secondary' })}`,
  );
}

function previewPart(asked: Asked, { staende, personen }: UebergabeVorschau, request: PageRequest): Html {
  const { von, an, leistungName, fachbereichName } = asked;
  const anzahl = staende.length + personen.length;
  if (anzahl === 0)
    return section(
      'Vorschau',
      emptyState({
        title: 'Nichts zu übergeben',
        body: 'Diese Person ist nirgends zuständig und in keinem Fachbereich eingetragen.',
      }),
    );
  const rows = [
    ...personen.map(({ fachbereichId, rolle }) => [
      fachbereichName(fachbereichId),
      `Fachbereich, ${rolleLabel[rolle]}`,
    ]),
    ...staende.map(({ leistungId, zustaendig }) => [
      textLink(`/stand/${leistungId}`, leistungName(leistungId)),
      zustaendig === von ? 'zuständig' : 'Vertretung',
    ]),
  ];
  const confirm = form(
    {
      action: '/stand/uebergabe',
      csrfToken: request.csrfToken,
      hidden: { von, an, anzahl: String(anzahl) },
      label: 'Übergeben',
    },
    button('Jetzt übergeben'),
  );
  return section(
    'Vorschau',
    html`<p class="kern-body">Übergeben werden ${counted(staende.length, 'Leistung', 'Leistungen')} und ${counted(personen.length, 'Aufgabe', 'Aufgaben')} in Fachbereichen. Der Verlauf jeder Leistung bleibt.</p>
      ${an === '' ? html`<p class="kern-body">Wählen Sie noch, wer übernimmt.</p>` : confirm}
      ${table({ caption: 'Was übergeben wird', captionHidden: true, small: true, columns: [{ label: 'Was', width: 'wide' }, { label: 'Als' }], rows })}`,
  );
}

function counted(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

export interface Asked {
  readonly editor: Editor;
  readonly personen: readonly Person[];
  readonly von: string;
  readonly an: string;
  readonly vorschau: UebergabeVorschau | null;
  readonly leistungName: (id: string) => string;
  readonly fachbereichName: (id: string) => string;
}
