import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import { answerList, type ListColumn, type ListDefinition, listEndings } from '#ui';
import { felderOf, freiPrefix } from '../domain/antwort.ts';
import type { Frage, Umfrage } from '../domain/umfrage.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { type Einzelantwort, einzelantworten } from '../use-cases/evaluate.ts';
import { type Bogenzeile, felderIn, readBogen } from '../use-cases/read-bogen.ts';
import { frageSpalte, spalten, zelltext } from '../use-cases/tabelle.ts';
import { asAntwortende, asFragende } from './wer.ts';

/** The answers of a Kommune as CSV and XLSX, filled in with what is known; the same file comes back by the import. */
export function antwortenFiles(deps: SurveysDeps): readonly PageRoute[] {
  return listEndings.slice(1).map((ending) => ({
    capability: 'surveys.answers',
    method: 'GET',
    path: `/bedarf/:id/antworten${ending}`,
    access: 'signed-in',
    handle: asAntwortende(deps, 'lesen', async (who, request) => {
      const bogen = await readBogen(deps, who, request.params.id ?? '');
      if (!bogen.ok) return refusal(bogen.refusal);
      const { umfrage, zeilen } = bogen.value;
      return antwortenFile(deps, request, { umfrage, zeilen, kommune: who.kommune.name });
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
  request: PageRequest,
  { umfrage, zeilen, kommune }: Antworten,
): Promise<PageAnswer> {
  const definition = antwortliste(umfrage.fragen);
  const answered = await answerList(deps, { definition, rows: zeilen }, request, {
    fileName: `bedarf-${deps.clock.today()}`,
    title: `${umfrage.titel}: Antworten von ${kommune}`,
    source: 'Antworten und Vorbelegung aus dieser Installation',
    state: `Stand ${formatLocalDate(deps.clock.today())}`,
  });
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

/** Every released answer one by one, as CSV and XLSX: from it everything else can be counted again. */
export function einzelFiles(deps: SurveysDeps): readonly PageRoute[] {
  return listEndings.slice(1).map((ending) => ({
    capability: 'surveys.evaluate',
    method: 'GET',
    path: `/bedarf/:id/einzelantworten${ending}`,
    access: 'signed-in',
    handle: asFragende(deps, 'lesen', async (who, request) => {
      const found = await einzelantworten(deps, who, request.params.id ?? '');
      if (!found.ok) return refusal(found.refusal);
      const { umfrage, antworten } = found.value;
      const definition = einzelliste(umfrage.fragen);
      const answered = await answerList(deps, { definition, rows: antworten }, request, {
        fileName: `bedarf-einzelantworten-${deps.clock.today()}`,
        title: `${umfrage.titel}: einzelne Antworten`,
        source: 'Freigegebene Antworten der Kommunen, die mit dem IT-Dienstleister teilen',
        state: `Stand ${formatLocalDate(deps.clock.today())}`,
      });
      if (answered.kind === 'list') throw new Error('a file was asked for');
      return answered;
    }),
  }));
}

function einzelliste(fragen: readonly Frage[]): ListDefinition<Einzelantwort> {
  const field = (key: 'bedarf' | 'wunschquartal' | 'vorarbeit' | 'bemerkung'): ListColumn<Einzelantwort> => ({
    key,
    label: spalten[key],
    value: (antwort) => zelltext(key, felderOf(antwort)) || null,
  });
  return {
    id: 'bedarf-einzelantworten',
    defaultSort: { key: 'kommune', descending: false },
    search: ({ kommune, ort }) => `${kommune} ${ort.name}`,
    columns: [
      { key: 'kommune', label: 'Kommune', value: ({ kommune }) => kommune, sortable: true },
      { key: 'ags', label: 'AGS', value: ({ ags }) => ags },
      { key: 'nummer', label: spalten.nummer, value: ({ ort }) => ort.id },
      { key: 'name', label: spalten.name, value: ({ ort }) => ort.name },
      field('bedarf'),
      field('wunschquartal'),
      { key: 'fallzahl', label: spalten.fallzahl, kind: 'number', value: ({ fallzahl }) => fallzahl },
      field('vorarbeit'),
      field('bemerkung'),
      ...fragen.map((frage): ListColumn<Einzelantwort> => {
        const key = `${freiPrefix}${frage.id}`;
        return { key, label: frageSpalte(frage), value: ({ frei }) => frei[frage.id] ?? null };
      }),
      { key: 'vorbelegt', label: 'Wie vorbelegt', value: ({ vorbelegt }) => vorbelegt },
      { key: 'spaet', label: 'Nach der Frist', value: ({ spaet }) => spaet },
    ],
  };
}
