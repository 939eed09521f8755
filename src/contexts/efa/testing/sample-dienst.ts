import type {
  OnlinedienstData,
  OnlinedienstDefinition,
  ParameterDefinition,
} from '../domain/onlinedienst.ts';

const parameter = {
  hint: null,
  norm: null,
  required: true,
  filledBy: 'Kommune',
  min: null,
  max: null,
  columns: [],
  minRows: 0,
  maxRows: 0,
} as const;

/** A parameter with the fields that matter to a test. */
export function parameterOf(
  change: Partial<ParameterDefinition> & Pick<ParameterDefinition, 'id' | 'label' | 'kind'>,
): ParameterDefinition {
  return { ...parameter, ...change };
}

/** „Hund anmelden“ as far as this context reads it. */
export const hundAnmelden: OnlinedienstData = {
  id: 'hund-anmelden',
  version: '1',
  title: 'Hund anmelden',
  summary: 'Hundesteuer und, ab 40 cm oder 20 kg, die Anzeige eines großen Hundes.',
  covers: [
    { leika: '99102013002000', norm: 'KAG NRW und Satzung der Kommune', note: null },
    { leika: '99110009104000', norm: '§§ 11, 13 LHundG NRW', note: 'Nur ab 40 cm oder 20 kg.' },
  ],
  parameters: [
    parameterOf({
      id: 'steuer',
      label: 'Steuer nach Zahl und Art der Hunde',
      kind: 'table',
      minRows: 1,
      maxRows: 20,
      columns: [
        parameterOf({ id: 'art', label: 'Art', kind: 'text' }),
        parameterOf({ id: 'ab', label: 'Ab dem wievielten Hund', kind: 'integer', min: 1 }),
        parameterOf({ id: 'betrag', label: 'Betrag im Jahr', kind: 'money' }),
      ],
    }),
    parameterOf({ id: 'gebuehr', label: 'Gebühr der Anzeige', kind: 'money' }),
    parameterOf({ id: 'satzung', label: 'Satzung im Netz', kind: 'url', required: false }),
  ],
};

/** The service as it would lie in a folder; `change` makes another version of it. */
export function definitionOf(change: Partial<OnlinedienstData> = {}): OnlinedienstDefinition {
  const data = { ...hundAnmelden, ...change };
  return { data, dienst: { id: data.id, version: data.version }, formular: { id: data.id } };
}

/** Complete values for „Hund anmelden“, as somebody types them. */
export const fullValues = {
  steuer: [
    { art: 'Hund', ab: '1', betrag: '90,00' },
    { art: 'Hund', ab: '2', betrag: '108,00' },
    { art: 'gefährlicher Hund', ab: '1', betrag: '612,00' },
  ],
  gebuehr: '25,00',
  stelleName: 'Steueramt',
  stelleAnschrift: 'Marktplatz 1, 32657 Lemgo',
  stelleTelefon: '05261 213-0',
  stelleEmail: 'steueramt@lemgo.example',
  stelleOeffnungszeiten: 'Montag bis Freitag 8 bis 12 Uhr',
  datenschutzVerantwortlich: 'Alte Hansestadt Lemgo, Der Bürgermeister',
  datenschutzKontakt: 'datenschutz@lemgo.example',
} as const;
