import { z } from 'zod';
import { type FieldProblem, type Refusal, type Result, refuse } from '#kernel';
import type { Access, Principal } from './principal.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Shape = z.ZodObject;

/** The same shape, read only: what a handler answers is never changed. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** What an operation's handler gets: parsed parameters and who asks. */
export interface OperationInput<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly principal: Principal | null;
  readonly clientAddress: string;
}

interface Definition<P extends Shape, Q extends Shape, B extends z.ZodType, R extends z.ZodType> {
  readonly capability: string;
  readonly method: Method;
  /** OpenAPI's syntax below `/api/v1`: `/kommunen/{body}/duties`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
  readonly status?: 200 | 201 | 202 | 204;
  /** The most bytes of a body that carries files; a megabyte where nothing is said. */
  readonly bodyLimit?: number;
  readonly handle: (
    input: OperationInput<z.output<P>, z.output<Q>, z.output<B>>,
  ) => Promise<Result<Frozen<z.input<R>>>>;
}

/** An unparsed request to an operation. */
export interface RawOperationInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly principal: Principal | null;
  readonly clientAddress: string;
}

/** One operation of the JSON API: its description for OpenAPI, and `invoke`, which parses before it handles. */
export interface Operation {
  readonly capability: string;
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly status: number;
  readonly bodyLimit: number;
  readonly schemas: {
    readonly params: Shape | null;
    readonly query: Shape | null;
    readonly body: z.ZodType | null;
    readonly response: z.ZodType;
  };
  readonly invoke: (raw: RawOperationInput) => Promise<Result<unknown>>;
}

const nothing = z.object({});
const german = z.locales.de().localeError;

/** Makes an operation from its definition; unknown or wrong parameters are refused with field and remedy. */
export function operation<
  R extends z.ZodType,
  P extends Shape = typeof nothing,
  Q extends Shape = typeof nothing,
  B extends z.ZodType = z.ZodUnknown,
>(definition: Definition<P, Q, B, R>): Operation {
  const { params, query, body } = definition;
  const inputSchema = madeOnce(() =>
    z.object({
      params: (params ?? nothing) as P,
      query: ((query ?? nothing) as Q).strict(),
      body: (body ?? z.unknown()) as B,
    }),
  );
  return {
    capability: definition.capability,
    method: definition.method,
    path: definition.path,
    summary: definition.summary,
    access: definition.access,
    status: definition.status ?? 200,
    bodyLimit: definition.bodyLimit ?? 1_000_000,
    schemas: {
      params: params ?? null,
      query: query ?? null,
      body: body ?? null,
      response: definition.response,
    },
    invoke: async (raw) => {
      const parsed = inputSchema().safeParse(raw, { error: german });
      if (!parsed.success) return refuse(invalidInput(parsed.error));
      const { principal, clientAddress } = raw;
      return definition.handle({
        ...(parsed.data as { params: z.output<P>; query: z.output<Q>; body: z.output<B> }),
        principal,
        clientAddress,
      });
    },
  };
}

/** Makes a value when it is first asked for: a schema compiles itself, and most operations are never called. */
function madeOnce<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The refusal of input that does not fit its schema; each field is named as `query.date` or `body.rows.3.name`. */
export function invalidInput(error: z.ZodError): Refusal {
  const fields: readonly FieldProblem[] = error.issues.map((issue) => ({
    field: issue.path.join('.') + (issue.code === 'unrecognized_keys' ? `.${issue.keys.join(', ')}` : ''),
    message: issue.message,
  }));
  const places = fields.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return {
    kind: 'invalid',
    code: 'INPUT_INVALID',
    message: `Diese Angaben passen nicht: ${places}.`,
    fields,
  };
}
