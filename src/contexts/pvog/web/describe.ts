import { z } from 'zod';
import { clientIdHeader, type SuchdienstEndpunkt, suchdienstEndpunkte } from '#standards/pvog';
import { answerSchemas } from './answers.ts';
import { queries } from './queries.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The OpenAPI description of this door. `x-herkunft` says of each parameter whether public clients of the PVOG were seen to
 * send it (`bekannt`) or it is ours (`eigen`); `x-bekannte-felder` lists the fields that they read, all others are ours.
 */
export function describeSuchdienst(server: string, version: string): Json {
  const endpunkte: readonly NamedEndpunkt[] = suchdienstEndpunkte;
  return {
    openapi: '3.1.0',
    info: {
      title: 'Suchdienst in der Form des PVOG',
      version,
      description:
        'Pfade, Fassungen und ein Teil der Felder folgen dem, was öffentliche Programme beim PVOG abrufen. Alles Übrige ist von Leitwerk festgelegt und so bezeichnet.',
    },
    servers: [{ url: server }],
    paths: Object.fromEntries(
      endpunkte.map((endpunkt) => [
        `/${endpunkt.version}${endpunkt.path}`,
        { get: describeEndpunkt(endpunkt) },
      ]),
    ),
  };
}

type NamedEndpunkt = SuchdienstEndpunkt & { readonly name: keyof typeof queries };

function describeEndpunkt({ name, path, query, felder }: NamedEndpunkt): Json {
  const answer = answerSchemas[name];
  const content =
    answer === null
      ? { 'text/csv': { schema: { type: 'string' } } }
      : { 'application/json': { schema: schemaOf(answer, 'output') } };
  return {
    operationId: name,
    parameters: [...parametersOf(queries[name], path, query), ...headers],
    responses: {
      200: { description: 'Antwort', 'x-bekannte-felder': felder, content },
      400: problemOf('Eine Angabe passt nicht.'),
      404: problemOf('Diese Adresse oder Kennung gibt es nicht.'),
      429: problemOf('Zu viele Anfragen.'),
    },
  };
}

function parametersOf(schema: z.ZodObject, path: string, known: readonly string[]): readonly Json[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const inPath = path.includes(`{${name}}`);
    const type: z.ZodType = field;
    return {
      name,
      in: inPath ? 'path' : 'query',
      required: inPath || !type.safeParse(undefined).success,
      schema: schemaOf(type, 'input'),
      'x-herkunft': inPath || known.includes(name) ? 'bekannt' : 'eigen',
    };
  });
}

const headers: readonly Json[] = [
  {
    name: clientIdHeader,
    in: 'header',
    required: false,
    schema: { type: 'string', maxLength: 200 },
    'x-herkunft': 'bekannt',
  },
  {
    name: 'accept-language',
    in: 'header',
    required: false,
    schema: { type: 'string' },
    'x-herkunft': 'bekannt',
  },
];

function problemOf(description: string): Json {
  return { description, content: { 'application/problem+json': { schema: { type: 'object' } } } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
