export type {
  Bestand,
  Body,
  BodyArt,
  Einwohner,
  Groessenklasse,
  GroessenklasseFact,
  GroessenklasseOn,
  Koerperschaft,
  Land,
  Territory,
} from './domain/territory.ts';
