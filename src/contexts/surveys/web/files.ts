import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import { answerList, type ListColumn, type ListDefinition, listIndex } from '#ui';
import { freiPrefix } from '../domain/antwort.ts';
import type { Frage, Umfrage } from '../domain/umfrage.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { type Bogenzeile, felderIn, readBogen } from '../use-cases/read-bogen.ts';
import { frageSpalte, spalten, zelltext } from '../use-cases/tabelle.ts';
import { asAntwortende } from './wer.ts';

/** The answers of a Kommune as CSV and XLSX, filled in with what is known; the same file comes back by the import. */
export function antwortenFiles(deps: SurveysDeps): readonly PageRoute[] {
  return (['csv', 'xlsx'] as const).map((format) => ({
    capability: 'surveys.answers',
    method: 'GET',
    path: `/bedarf/:id/antworten.${format}`,
    access: 'signed-in',
    handle: asAntwortende(deps, 'lesen', async (who, request) => {
      const bogen = await readBogen(deps, who, request.params.id ?? '');
      if (!bogen.ok) return refusal(bogen.refusal);
      const { umfrage, zeilen } = bogen.value;
      return antwortenFile(deps, request, { umfrage, zeilen, kommune: who.kommune.name }, format);
    }),
  }));
}

interface Antworten {
  readonly umfrage: Umfrage;
  readonly zeilen: readonly Bogenzeile[];
  readonly kommune: string;
}

async function antwortenFile(
  deps: SurveysDeps,
  { query }: Pick<PageRequest, 'query'>,
  { umfrage, zeilen, kommune }: Antworten,
  format: 'csv' | 'xlsx',
): Promise<PageAnswer> {
  const definition = antwortliste(umfrage.fragen);
  const answered = await answerList(
    deps,
    { definition, index: listIndex(definition, zeilen) },
    query,
    format,
    {
      fileName: `bedarf-${deps.clock.today()}`,
      title: `${umfrage.titel}: Antworten von ${kommune}`,
      source: 'Antworten und Vorbelegung aus dieser Installation',
      state: `Stand ${formatLocalDate(deps.clock.today())}`,
    },
  );
  if (answered.kind === 'list') throw new Error('a file was asked for');
  return answered;
}

type Column = ListColumn<Bogenzeile>;

/** Every field under the name that the import knows. */
export function antwortliste(fragen: readonly Frage[]): ListDefinition<Bogenzeile> {
  const field = (key: keyof typeof spalten): Column => ({
    key,
    label: spalten[key],
    value: (zeile) => zelltext(key, felderIn(zeile)) || null,
  });
  return {
    id: 'bedarf-antworten',
    defaultSort: { key: 'nummer', descending: false },
    search: ({ ort }) => `${ort.name} ${ort.id}`,
    columns: [
      { key: 'nummer', label: spalten.nummer, value: ({ ort }) => ort.id, sortable: true },
      { key: 'leika', label: spalten.leika, value: ({ ort }) => ort.leika },
      { key: 'name', label: spalten.name, value: ({ ort }) => ort.name },
      { key: 'themenfeld', label: spalten.themenfeld, value: ({ ort }) => ort.themenfeld },
      field('bedarf'),
      field('wunschquartal'),
      {
        key: 'fallzahl',
        label: spalten.fallzahl,
        kind: 'number',
        value: (zeile) => (zeile.antwort ?? zeile.vorbelegung.werte).fallzahl,
      },
      field('vorarbeit'),
      field('bemerkung'),
      ...fragen.map((frage): Column => {
        const key = `${freiPrefix}${frage.id}`;
        return { key, label: frageSpalte(frage), value: (zeile) => felderIn(zeile)[key] ?? null };
      }),
      {
        key: 'fassung',
        label: spalten.fassung,
        kind: 'number',
        value: ({ antwort }) => antwort?.fassung ?? 0,
      },
      {
        key: 'herkunft',
        label: 'Herkunft',
        value: ({ antwort }) =>
          antwort === null ? 'Vorbelegung' : antwort.vorbelegt ? 'übernommen' : 'beantwortet',
      },
      { key: 'spaet', label: 'Nach der Frist', value: ({ antwort }) => antwort?.spaet ?? false },
    ],
  };
}
