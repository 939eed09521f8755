import assert from 'node:assert/strict';
import { localRequest } from '../../src/platform/http/local-client.ts';
import type { RunningApp } from './running-app.ts';

interface Row {
  readonly id: string;
  readonly leika: string | null;
  readonly ozgId: number | null;
  readonly name: string;
  readonly verdict: string;
}

interface Kommune {
  readonly ags: string;
  readonly name: string;
  readonly groessenklasse: string | null;
}

interface Duty extends Row {
  readonly kommune: Kommune;
  readonly stelle: { readonly name: string; readonly ags: string | null } | null;
  readonly reasons: readonly { readonly step: string; readonly evidence: string }[];
  readonly gemeinden: {
    readonly handeltFuer: readonly string[];
    readonly offen: readonly string[];
    readonly andere: readonly string[];
  } | null;
}

/** What came from the JSON API: status and parsed body. */
export interface ApiAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Asks the JSON API, with a token where one is given. */
export async function askApi(
  app: Pick<RunningApp, 'root'>,
  path: string,
  init: {
    readonly method?: string;
    readonly token?: string;
    readonly json?: unknown;
    readonly cookie?: string;
  } = {},
): Promise<ApiAnswer> {
  const answer = await localRequest(`${app.root}/api/v1${path}`, {
    method: init.method ?? 'GET',
    headers: {
      ...(init.token ? { authorization: `Bearer ${init.token}` } : {}),
      ...(init.cookie ? { cookie: init.cookie } : {}),
      ...(init.json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(init.json === undefined ? {} : { body: JSON.stringify(init.json) }),
  });
  const contentType = String(answer.headers['content-type'] ?? '');
  const body: unknown = contentType.includes('json') ? JSON.parse(answer.text) : answer.text;
  return { status: answer.status, contentType, headers: answer.headers, body };
}

/** All duties of a body on a day. */
export async function dutiesOf(app: Pick<RunningApp, 'root'>, body: string, date?: string) {
  return (await found(app, `/kommunen/${body}/duties${date ? `?date=${date}` : ''}`)) as {
    readonly kommune: Kommune;
    readonly date: string;
    readonly leistungen: readonly Row[];
  };
}

/** One duty of a body with its reasons. */
export async function dutyOf(app: Pick<RunningApp, 'root'>, body: string, leistung: string): Promise<Duty> {
  return (await found(app, `/kommunen/${body}/duties/${leistung}`)) as Duty;
}

async function found(app: Pick<RunningApp, 'root'>, path: string): Promise<unknown> {
  const answer = await askApi(app, path);
  assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body).slice(0, 300)}`);
  return answer.body;
}
