/** The metadata version that we write; documents of any 2.x.y are read (FIT-Connect metadata schema, `$schema`). */
export const metadataSchemaUri = 'https://schema.fitko.de/fit-connect/metadata/2.1.0/metadata.schema.json';
