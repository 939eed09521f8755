import { type Feld, readNamedValues } from '#fields';
import { type FieldProblem, type LocalDate, ok, type Result, refuse } from '#kernel';
import { basispunkteOfText, centOfText } from '../domain/geld.ts';
import { type AllePhasen, type Phase, phasen } from '../domain/phase.ts';
import { efaTypen, groessenklassen, type Projektinhalt, type Projektintern } from '../domain/projekt.ts';
import { invalidProjekt } from '../errors.ts';
import { efaTypLabel, groessenklasseLabel } from '../messages.ts';
import { type Feldleser, feldleser } from './feld-leser.ts';
import { eigenesPrefix, type Felder } from './feldnamen.ts';
import { byLabel, dokumentOf, leseAbschluss } from './lese-teile.ts';

/** What texts are looked up in. */
export interface Nachschlag {
  readonly themenfeldId: (text: string) => number | null;
  /** The id of a Leistung from its id, LeiKa key or name, whatever follows the id. */
  readonly leistungId: (text: string) => string | null;
  /** The fields as they are worded for whoever writes, and the day on which it does. */
  readonly felder: readonly Feld[];
  readonly heute: LocalDate;
}

export interface ProjektTeile {
  readonly inhalt: Projektinhalt;
  readonly intern: Projektintern;
}

/** Reads the fields that are given and keeps the others as they are in `before`; refuses with every problem. */
export function leseFelder(
  felder: Felder,
  before: ProjektTeile,
  nachschlag: Nachschlag,
): Result<ProjektTeile> {
  const problems: FieldProblem[] = [];
  const leser = feldleser(felder, problems);
  const teile = {
    inhalt: {
      ...leseInhalt(leser, before.inhalt, nachschlag, problems),
      felder: leseEigene(felder, before.inhalt.felder, nachschlag, problems),
    },
    intern: leseIntern(leser, before.intern),
  };
  return problems.length > 0 ? refuse(invalidProjekt(problems)) : ok(teile);
}

function leseInhalt(
  leser: Feldleser,
  before: Projektinhalt,
  nachschlag: Nachschlag,
  problems: FieldProblem[],
): Omit<Projektinhalt, 'felder'> {
  const { text, day, choice, lines } = leser;
  const organisation = (name: string, held: readonly string[]) =>
    unique(lines(name, held, (line) => (line.length <= 200 ? line : null), tooLong));
  return {
    titel: text('titel', before.titel),
    kurz: text('kurz', before.kurz, 2000),
    themenfeldId: choice('themenfeld', before.themenfeldId, nachschlag.themenfeldId),
    efaTyp: choice('efaTyp', before.efaTyp, byLabel(efaTypen, efaTypLabel)),
    federfuehrung: text('federfuehrung', before.federfuehrung),
    postfach: text('postfach', before.postfach ?? '') || null,
    kernteamFach: organisation('kernteamFach', before.kernteamFach),
    kernteamIt: organisation('kernteamIt', before.kernteamIt),
    leistungen: unique(
      lines(
        'leistungen',
        before.leistungen,
        nachschlag.leistungId,
        (line) => `Die Leistung „${line}“ kennt der Katalog nicht. Bitte Nummer, LeiKa-Schlüssel oder Namen.`,
      ),
    ),
    loesungen: unique(
      lines(
        'loesungen',
        before.loesungen,
        (line) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?=\s|$)/.exec(line)?.[0] ?? null,
        (line) => `„${line}“ ist keine Kennung einer Lösung.`,
      ),
    ),
    groessenklassen: unique(
      lines(
        'groessenklassen',
        before.groessenklassen,
        byLabel(groessenklassen, groessenklasseLabel),
        (line) => `Die Größenklasse „${line}“ gibt es nicht.`,
      ),
    ),
    portale: organisation('portale', before.portale),
    phasen: lesePhasen(leser, before.phasen),
    abschluss: leseAbschluss(leser, before.abschluss, problems),
    foerderprogramm: text('foerderprogramm', before.foerderprogramm),
    foerderVon: day('foerderVon', before.foerderVon),
    foerderBis: day('foerderBis', before.foerderBis),
    antragsfrist: day('antragsfrist', before.antragsfrist),
    dokumente: lines(
      'dokumente',
      before.dokumente,
      dokumentOf,
      (line) => `„${line}“ ist kein Dokument. Bitte so: Titel | https://adresse`,
    ),
    notiz: text('notiz', before.notiz, 4000),
    herkunft: before.herkunft,
    erfunden: before.erfunden,
  };
}

/** Own fields: what is not named stays, a blank one goes. */
function leseEigene(
  given: Felder,
  before: Projektinhalt['felder'],
  { felder, heute }: Nachschlag,
  problems: FieldProblem[],
): Projektinhalt['felder'] {
  const own = Object.entries(given).flatMap(([name, text]) =>
    name.startsWith(eigenesPrefix) ? [[name.slice(eigenesPrefix.length), text.trim()] as const] : [],
  );
  const read = readNamedValues(felder, Object.fromEntries(own), before, heute);
  problems.push(...read.problems);
  // A blank one stays named, so that whoever keeps the project knows that it goes.
  return { ...read.werte, ...Object.fromEntries(own.filter(([, text]) => text === '')) };
}

function tooLong(line: string): string {
  return `„${line}“ ist länger als 200 Zeichen.`;
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

function lesePhasen(leser: Feldleser, before: AllePhasen): AllePhasen {
  const read = (phase: Phase) => ({
    planBeginn: leser.day(`${phase}.planBeginn`, before[phase].planBeginn),
    planEnde: leser.day(`${phase}.planEnde`, before[phase].planEnde),
    istBeginn: leser.day(`${phase}.istBeginn`, before[phase].istBeginn),
    istEnde: leser.day(`${phase}.istEnde`, before[phase].istEnde),
    bemerkung: leser.text(`${phase}.bemerkung`, before[phase].bemerkung, 500),
  });
  return Object.fromEntries(phasen.map((phase) => [phase, read(phase)])) as Record<
    Phase,
    ReturnType<typeof read>
  >;
}

function leseIntern({ text, day, choice }: Feldleser, before: Projektintern): Projektintern {
  return {
    kontakt: text('kontakt', before.kontakt),
    quoteBasispunkte: choice('quote', before.quoteBasispunkte, basispunkteOfText),
    betragCent: choice('betrag', before.betragCent, centOfText),
    nachweisFrist: day('nachweisFrist', before.nachweisFrist),
    nachweisAm: day('nachweisAm', before.nachweisAm),
    notiz: text('internNotiz', before.notiz, 4000),
  };
}
