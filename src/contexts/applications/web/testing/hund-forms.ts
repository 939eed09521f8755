/** What people answer in „Hund anmelden“; invented, for tests and measurements. */
export const personForm = {
  vorname: 'Erika',
  nachname: 'Muster',
  geburtsdatum: '1980-02-29',
  'anschrift.street': 'Mittelstr.',
  'anschrift.number': '12a',
  'anschrift.plz': '32657',
  'anschrift.city': 'Lemgo',
} as const;

const dog = {
  'hunde.n': '1',
  'hunde.0.key': '1',
  'hunde.0.geschlecht': 'maennlich',
  'hunde.0.geboren': '2024-01-05',
  'hunde.0.farbe': 'braun',
  'hunde.0.seit': '2026-11-01',
} as const;

export const smallDogForm = {
  ...dog,
  'hunde.0.name': 'Bello',
  'hunde.0.rasse': 'Dackel',
  'hunde.0.hoehe': '25',
  'hunde.0.gewicht': '9,5',
} as const;

/** A dog of 62 cm: for it the proof of knowledge and the insurance are asked for. */
export const largeDogForm = {
  ...dog,
  'hunde.0.name': 'Rex',
  'hunde.0.rasse': 'Schäferhund',
  'hunde.0.hoehe': '62',
  'hunde.0.gewicht': '35',
  'hunde.0.chip': '276098106123456',
} as const;
