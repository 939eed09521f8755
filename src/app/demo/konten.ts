import type { Konten } from '#applications';
import type { KnownValues } from '#forms';

type KnownValue = KnownValues extends ReadonlyMap<string, infer Value> ? Value : never;

type Sicherheit = 'low' | 'substantial' | 'high';

interface Vorfuehrkonto {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** How sure it is who that is; an address for mails is never more than stated. */
  readonly level: Sicherheit;
  readonly angaben: Readonly<Record<string, KnownValue['value']>>;
}

/** Invented people; the names of what they tell are those of the BundID's attributes in short. */
const vorfuehrkonten: readonly Vorfuehrkonto[] = [
  {
    id: 'ausweis',
    label: 'Konto von Thea Birkenfeld (erfunden)',
    hint: 'Angemeldet wie mit dem Online-Ausweis: Vertrauensniveau hoch.',
    level: 'high',
    angaben: {
      vorname: 'Thea',
      nachname: 'Birkenfeld',
      geburtsdatum: '1987-03-14',
      geburtsort: 'Musterstadt',
      anschrift: { street: 'Musterweg', number: '12a', plz: '32657', city: 'Lemgo' },
      email: 'thea.birkenfeld@example.org',
    },
  },
  {
    id: 'passwort',
    label: 'Konto von Jannik Auental (erfunden)',
    hint: 'Angemeldet wie mit Benutzername und Passwort: Vertrauensniveau niedrig, ohne Anschrift.',
    level: 'low',
    angaben: {
      vorname: 'Jannik',
      nachname: 'Auental',
      geburtsdatum: '1999-11-02',
      email: 'jannik.auental@example.org',
    },
  },
];

const nieSicher = new Set(['email']);

/** The accounts of the demo: they stand for an account of the Bund, to which a demonstration has no way. */
export const demoKonten: Konten = {
  hinweis:
    'Vorführung: Diese Konten sind erfunden und stehen für die BundID, die hier nicht angeschlossen ist. Was ein Konto weiß, steht gleich im Formular, mit seiner Herkunft, und Sie können es ändern.',
  auswahl: vorfuehrkonten.map(({ id, label, hint }) => ({ id, label, hint })),
  bekannt: (id, today) => {
    const konto = vorfuehrkonten.find((each) => each.id === id);
    if (!konto) return null;
    const origin = (name: string) =>
      ({ kind: 'account', level: nieSicher.has(name) ? 'low' : konto.level, on: today }) as const;
    return new Map(
      Object.entries(konto.angaben).map(([name, value]) => [
        `konto.${name}`,
        { value, origin: origin(name) },
      ]),
    );
  },
};
