import { z } from 'zod';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import type { FieldsDeps } from '../deps.ts';
import type { Feldangabe } from '../domain/angabe.ts';
import { eingabeOf, problemsOfField } from '../domain/check-field.ts';
import { mergeFields } from '../domain/merge-fields.ts';
import { keyPrefix } from '../domain/own-key.ts';
import { changedMeanwhile, invalidDefinition } from '../errors.ts';
import { angabeSchema, type StoredDefinition } from '../store.ts';
import type { Editor } from './person.ts';
import { type Felderstand, readKind } from './read-fields.ts';
import { saveDefinition } from './save-definition.ts';

const format = 'leitwerk-felder-1';
const mostFields = 500;

/** A definition as a file. */
export const definitionFile = z.strictObject({
  format: z.literal(format),
  art: z.string(),
  felder: z.array(angabeSchema).max(mostFields).readonly(),
});

export type DefinitionFile = z.input<typeof definitionFile>;

/** What an organisation said about a kind, as a file that `importDefinition` takes back. */
export function exportDefinition({ kind, eigene }: Felderstand): DefinitionFile {
  return { format, art: kind.art, felder: eigene?.felder ?? [] };
}

/** What came of an import. */
export interface Uebernahme {
  readonly fassung: number;
  readonly uebernommen: number;
  /** Own fields that the file does not name; they stay, for records hold values of theirs. */
  readonly behalten: number;
}

/**
 * Takes over a definition from a file: its words replace those that were said, its own fields are added or changed. An
 * own field that it does not name stays, and none changes its type. All or nothing.
 */
export async function importDefinition(
  deps: FieldsDeps,
  editor: Editor,
  place: { readonly art: string; readonly grundlage: number },
  content: unknown,
): Promise<Result<Uebernahme>> {
  const parsed = definitionFile.safeParse(content, { error: z.locales.de().localeError });
  if (!parsed.success) return refuse(invalidDefinition(parsed.error.issues.map(problemOfIssue)));
  deps.reader.expire();
  const stand = await readKind(deps, editor, place.art);
  if (!stand.ok) return stand;
  const { eigene } = stand.value;
  if ((eigene?.fassung ?? 0) !== place.grundlage) return refuse(changedMeanwhile);
  const problems = problemsOfFile(parsed.data, editor, stand.value);
  if (problems.length > 0) return refuse(invalidDefinition(problems));
  const named = new Set(parsed.data.felder.map(({ key }) => key));
  const kept = (eigene?.felder ?? []).filter(({ key, eigen }) => eigen !== null && !named.has(key));
  const felder = [...parsed.data.felder, ...kept];
  const saved = await saveDefinition(deps, editor, {
    ...place,
    felder,
    action: 'imported',
    about: [...named],
  });
  return saved.ok ? ok({ ...saved.value, uebernommen: named.size, behalten: kept.length }) : saved;
}

/** Reads the text of a file; what is no JSON is refused as such. */
export function parseDefinitionText(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch {
    const message = 'Das ist kein JSON. Erwartet wird eine Datei, die hier heruntergeladen wurde.';
    return refuse(invalidDefinition([{ field: 'datei', message }]));
  }
}

function problemOfIssue({
  path,
  message,
}: {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}) {
  return { field: path.map(String).join('.') || 'datei', message };
}

function problemsOfFile(
  { art, felder }: z.output<typeof definitionFile>,
  editor: Editor,
  { kind, eigene }: Felderstand,
): readonly FieldProblem[] {
  if (art !== kind.art)
    return [{ field: 'art', message: `Die Datei ist für „${art.slice(0, 60)}“, nicht für „${kind.art}“.` }];
  const twice = felder.filter(({ key }, index) => felder.findIndex((one) => one.key === key) !== index);
  const known = new Set(kind.felder.map(({ key }) => key));
  return [
    ...twice.map(({ key }) => ({ field: key, message: 'Dieses Feld steht zweimal in der Datei.' })),
    ...felder.flatMap((angabe) => problemOfKey(angabe, known, editor, eigene)),
    ...problemsOfContent(felder, kind, editor),
  ];
}

function problemOfKey(
  { key, eigen }: Feldangabe,
  known: ReadonlySet<string>,
  { ebene }: Editor,
  eigene: StoredDefinition | null,
): readonly FieldProblem[] {
  const say = (message: string) => [{ field: key, message }];
  if (eigen === null) {
    if (ebene === 'kommune') return say('Eine Kommune ändert nur eigene Felder.');
    return known.has(key) ? [] : say('Dieses Feld gibt es nicht.');
  }
  if (!key.startsWith(keyPrefix[ebene]))
    return say(`Ein eigenes Feld beginnt hier mit „${keyPrefix[ebene]}“.`);
  const before = eigene?.felder.find((one) => one.key === key)?.eigen;
  return before && before.typ !== eigen.typ ? say('Die Art eines Feldes kann sich nicht ändern.') : [];
}

/** The same rules as for a field that somebody types. */
function problemsOfContent(
  felder: readonly Feldangabe[],
  kind: Felderstand['kind'],
  { ebene }: Editor,
): readonly FieldProblem[] {
  const merged = mergeFields(kind, [{ ebene, felder }]);
  const named = new Set(felder.map(({ key }) => key));
  return merged
    .filter(({ key }) => named.has(key))
    .flatMap((feld) => {
      const others = merged.filter(({ key }) => key !== feld.key);
      const problems = problemsOfField(eingabeOf(feld), feld.herkunft !== 'system', others);
      return problems.map(({ field, message }) => ({ field: `${feld.key}.${field}`, message }));
    });
}
