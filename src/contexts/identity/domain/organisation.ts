import type { Brand, LocalDate } from '#kernel';

/** The id of an organisation; the same value that the platform calls a tenant. */
export type OrganisationId = Brand<string, 'TenantId'>;

/** The three kinds of organisations that use an installation. */
export const organisationKinds = ['kommune', 'it-dienstleister', 'betreiber'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export interface Organisation {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** AGS (8 digits) or Kreis key (5 digits) of a Kommune; null for the others. */
  readonly bodyKey: string | null;
  /** Invented for the demonstration. */
  readonly erfunden: boolean;
}

/** A Kommune in the circle of its IT-Dienstleister, as the provider sees it: no person among it. */
export interface BetreuteKommune extends Organisation {
  readonly seit: LocalDate;
  /** Since when the Kommune shares its circle data; null where it does not. */
  readonly teiltSeit: LocalDate | null;
  /** When the Kommune took its organisation over; null while its first administrator has not accepted. */
  readonly uebergebenAm: Date | null;
}
