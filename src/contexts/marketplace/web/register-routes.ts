import { type LocalDate, type Refusal, type Result, refuse } from '#kernel';
import {
  largestDocument,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { invalid } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { type Bestellende, bestellendeOf } from '../use-cases/wer.ts';
import { done, type FlashName, fileOf } from './answers.ts';
import { dayReader } from './form-days.ts';

const prepare = { permission: 'marketplace.prepare' } as const;

/** A register that a Kommune keeps with papers: entries are added, and ended on a day; none is changed. */
export interface Register<Wunsch> {
  readonly address: string;
  readonly capabilities: { readonly show: string; readonly add: string; readonly end: string };
  /** The last part of the address at which an entry is ended. */
  readonly ending: string;
  readonly flashes: { readonly added: FlashName; readonly ended: FlashName };
  readonly content: (request: PageRequest, reason: Refusal | null) => Promise<Result<PageContent>>;
  readonly read: (request: PageRequest, today: LocalDate) => Result<Wunsch>;
  readonly add: (
    wer: Bestellende,
    wunsch: Wunsch,
    file: Awaited<ReturnType<typeof fileOf>>,
  ) => Promise<Result<unknown>>;
  readonly end: (wer: Bestellende, id: string, zum: LocalDate) => Promise<Result<unknown>>;
}

/** The three routes of a register: see it, add an entry, end one. What was refused stands in the form again. */
export function registerRoutes<Wunsch>(
  deps: MarketplaceDeps,
  register: Register<Wunsch>,
): readonly PageRoute[] {
  const { address, capabilities, ending } = register;
  return [
    {
      capability: capabilities.show,
      method: 'GET',
      path: address,
      access: 'signed-in',
      handle: (request) => show(register, request, null),
    },
    {
      capability: capabilities.add,
      method: 'POST',
      path: address,
      access: prepare,
      uploadLimit: largestDocument,
      admitUpload: ({ principal }) => bestellendeOf(deps, principal, 'vorbereiten'),
      handle: (request) => add(deps, register, request),
    },
    {
      capability: capabilities.end,
      method: 'POST',
      path: `${address}/:id/${ending}`,
      access: prepare,
      handle: (request) => end(deps, register, request),
    },
  ];
}

async function show<Wunsch>(
  { content }: Pick<Register<Wunsch>, 'content'>,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const made = await content(request, reason);
  if (!made.ok) return refusal(made.refusal);
  return reason === null ? page(made.value) : refusedPage(made.value, reason);
}

async function add<Wunsch>(
  deps: MarketplaceDeps,
  register: Register<Wunsch>,
  request: PageRequest,
): Promise<PageAnswer> {
  const wer = await bestellendeOf(deps, request.principal, 'vorbereiten');
  if (!wer.ok) return refusal(wer.refusal);
  const wunsch = register.read(request, deps.clock.today());
  const added = wunsch.ok ? await register.add(wer.value, wunsch.value, await fileOf(request)) : wunsch;
  return added.ok ? done(register.address, register.flashes.added) : show(register, request, added.refusal);
}

async function end<Wunsch>(
  deps: MarketplaceDeps,
  register: Register<Wunsch>,
  request: PageRequest,
): Promise<PageAnswer> {
  const wer = await bestellendeOf(deps, request.principal, 'vorbereiten');
  if (!wer.ok) return refusal(wer.refusal);
  const days = dayReader(request.form);
  const zum = days.required('zum', deps.clock.today());
  const ended =
    days.problems.length > 0
      ? refuse(invalid(days.problems))
      : await register.end(wer.value, request.params.id ?? '', zum);
  if (ended.ok) return done(register.address, register.flashes.ended);
  return ended.refusal.kind === 'not-found' ? refusal(ended.refusal) : show(register, request, ended.refusal);
}
