import type { TenantId } from '#platform';
import type { House, HouseName } from '../deps.ts';
import type { Adressat } from '../domain/rueckfrage.ts';
import type { RecordRef } from '../record-kind.ts';

/** One of those to whom somebody may put a question. */
export interface AdressatWahl {
  /** Stands in forms, the API and commands: the kind, with an id where a house has several. */
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly adressat: Adressat;
  readonly recipient: HouseName;
  readonly verbund: TenantId | null;
}

/** To whom a house may put a question about a record: the nearest first. */
export function adressatenFor(house: House, record: RecordRef): readonly AdressatWahl[] {
  const kommune =
    record.tenant !== null && record.tenant.id !== house.id && house.isProvider ? [record.tenant] : [];
  const verbuende = house.isProvider ? [house] : house.betreuer.filter(({ teilt }) => teilt);
  return [
    ...kommune.map((one) =>
      wahl('kommune', one, `an ${one.name}`, 'Nur diese Kommune und Ihre Organisation lesen mit.'),
    ),
    ...house.betreuer.map((one, at) =>
      wahl(
        'dienstleister',
        one,
        `an ${one.name}`,
        'Nur Ihr IT-Dienstleister und Ihre Organisation lesen mit.',
        at,
      ),
    ),
    ...verbuende.map((one, at) =>
      wahl(
        'verbund',
        one,
        'an alle Kommunen im Verbund',
        `${one.name} und alle betreuten Kommunen, die dem Teilen zugestimmt haben, lesen mit.`,
        at,
      ),
    ),
    wahl('eigene', house, 'in der eigenen Organisation', 'Niemand außerhalb liest mit.'),
  ];
}

function wahl(adressat: Adressat, recipient: HouseName, label: string, hint: string, at = 0): AdressatWahl {
  const value = at === 0 ? adressat : `${adressat}:${recipient.id}`;
  const verbund = adressat === 'verbund' ? recipient.id : null;
  return { value, label, hint, adressat, recipient: { id: recipient.id, name: recipient.name }, verbund };
}
