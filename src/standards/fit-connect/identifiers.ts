import type { LeikaKey } from '#standards/leika';

/** The metadata version that we write; documents of any 2.x.y are read (FIT-Connect metadata schema, `$schema`). */
export const metadataSchemaUri = 'https://schema.fitko.de/fit-connect/metadata/2.1.0/metadata.schema.json';

/** `urn:de:fim:leika:leistung:<14 digits>`, the `publicService.identifier` of a submission (FIT-Connect Submission API v2). */
export function publicServiceIdentifier(key: LeikaKey): string {
  return `urn:de:fim:leika:leistung:${key}`;
}

/** `DE` and a prefix of ARS or AGS, the `region` of a submission (FIT-Connect Submission API v2), such as `DE05334`. */
export function regionIdentifier(prefix: string): string {
  return `DE${prefix}`;
}
