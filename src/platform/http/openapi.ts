import { z } from 'zod';
import type { Operation } from '../doors/operation.ts';

type Json = Record<string, unknown>;

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened, what is kept, what to do (German).' },
    code: { type: 'string', description: 'Stable code of the refusal.' },
    fields: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
    },
    suggestions: {
      type: 'array',
      items: { type: 'object', properties: { key: { type: 'string' }, label: { type: 'string' } } },
    },
  },
};

/** The OpenAPI 3.1 document of all operations, made from the same schemas that check the requests. */
export function openApiOf(operations: readonly Operation[], server: string, version: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Leitwerk',
      version,
      description:
        'Was eine Kommune online schuldet, warum, und was daraus wird. Öffentliche Daten brauchen kein Token.',
    },
    servers: [{ url: `${server}/api/v1` }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
    },
  };
}

function describe(operation: Operation): Json {
  const { params, query, body, response } = operation.schemas;
  return {
    operationId: `${operation.capability}.${operation.method}`,
    summary: operation.summary,
    security: operation.access === 'public' ? [] : [{ token: [] }],
    ...(typeof operation.access === 'object' ? { 'x-permission': operation.access.permission } : {}),
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(body, 'input') } },
          },
        }
      : {}),
    responses: {
      [operation.status]: { description: 'Antwort', ...contentOf(operation.status, response) },
      default: {
        description: 'Ablehnung (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function contentOf(status: number, response: z.ZodType): Json {
  return status === 204 ? {} : { content: { 'application/json': { schema: schemaOf(response, 'output') } } };
}

function parametersOf(schema: z.ZodObject | null, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  return Object.entries(schema.shape).map(([name, field]) => {
    const type = field as z.ZodType;
    return {
      name,
      in: place,
      required: place === 'path' || !type.safeParse(undefined).success,
      schema: schemaOf(type, 'input'),
    };
  });
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
