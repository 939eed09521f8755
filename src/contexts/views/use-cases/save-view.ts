import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit } from '#platform';
import type { ViewsDeps } from '../deps.ts';
import { type Ansicht, type Teilung, teilungen } from '../domain/ansicht.ts';
import { type Adresse, parseAddress } from '../domain/parse-address.ts';
import { invalidView, nameTaken, organisationMissing, personNeeded, tooMany } from '../errors.ts';
import { countOwn, findAnsicht, insertAnsicht, insertStart } from '../store.ts';
import { darfImKreisTeilen, type Person } from './person.ts';

const longestName = 80;
const longestListName = 160;
const mostViews = 200;

/** A view as somebody asks to have it saved. */
export interface AnsichtEingabe {
  readonly name: string;
  readonly adresse: string;
  /** What the list is called. */
  readonly liste: string;
  readonly geteilt: string;
  /** The list opens with it from now on. */
  readonly start: boolean;
}

/** Saves the address of a list under a name. */
export async function saveView(
  deps: ViewsDeps,
  person: Person,
  eingabe: AnsichtEingabe,
): Promise<Result<Ansicht>> {
  const parsed = parseInput(deps, person, eingabe);
  if (!parsed.ok) return parsed;
  const { adresse, ...said } = parsed.value;
  const { tenant, actor, mitglied } = person;
  if (mitglied === null && (said.geteilt === 'nein' || eingabe.start)) return refuse(personNeeded);
  const haus = await deps.houseOf(person.principal);
  if (haus === null) return refuse(organisationMissing);
  const id = newId();
  return deps.db.withTenant(tenant, actor, async (tx) => {
    if ((await countOwn(tx, mitglied)) >= mostViews) return refuse(tooMany);
    const ansicht = { id, besitzer: mitglied, ...adresse, ...said, haus, geaendertAm: deps.clock.now() };
    if (!(await insertAnsicht(tx, tenant, ansicht))) return refuse(nameTaken);
    const saved = await findAnsicht(tx, mitglied, id);
    if (saved === null) throw new Error('A view that was just saved is not there.');
    if (eingabe.start && mitglied !== null) await insertStart(tx, tenant, mitglied, saved);
    await recordAudit(tx, {
      action: 'views.ansicht.saved',
      object: { type: 'ansicht', id },
      summary: { pfad: saved.pfad, geteilt: saved.geteilt },
    });
    return ok({ ...saved, start: eingabe.start });
  });
}

interface ParsedInput {
  readonly name: string;
  readonly liste: string;
  readonly geteilt: Teilung;
  readonly adresse: Adresse;
}

function parseInput(deps: ViewsDeps, person: Person, eingabe: AnsichtEingabe): Result<ParsedInput> {
  const adresse = parseAddress(eingabe.adresse.trim(), deps.isPage, deps.clock.today());
  const words = parseWords(person, eingabe);
  const problems = [
    ...(words.ok ? [] : (words.refusal.fields ?? [])),
    ...(adresse
      ? []
      : [
          {
            field: 'adresse',
            message:
              'Diese Adresse ist keine Liste von Leitwerk. Bitte öffnen Sie die Liste und speichern Sie dort.',
          },
        ]),
  ];
  if (!words.ok || adresse === null) return refuse(invalidView(problems));
  const liste = eingabe.liste.trim().slice(0, longestListName) || adresse.pfad.slice(0, longestListName);
  return ok({ ...words.value, liste, adresse });
}

/** Name and sharing of a view, as typed. */
export function parseWords(
  person: Person,
  said: { readonly name: string; readonly geteilt: string },
): Result<{ readonly name: string; readonly geteilt: Teilung }> {
  const problems: FieldProblem[] = [];
  const name = said.name
    .normalize('NFC')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim();
  if (name === '') problems.push({ field: 'name', message: 'Bitte geben Sie der Ansicht einen Namen.' });
  if (name.length > longestName)
    problems.push({ field: 'name', message: `Ein Name hat höchstens ${longestName} Zeichen.` });
  const geteilt = teilungen.find((one) => one === said.geteilt);
  if (!geteilt)
    problems.push({ field: 'geteilt', message: 'Bitte wählen Sie, mit wem Sie die Ansicht teilen.' });
  if (geteilt === 'kreis' && !darfImKreisTeilen(person))
    problems.push({
      field: 'geteilt',
      message: 'Mit allen betreuten Kommunen teilt nur ein IT-Dienstleister.',
    });
  return problems.length > 0 || !geteilt ? refuse(invalidView(problems)) : ok({ name, geteilt });
}
