import type { Context } from 'hono';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { PageRequest, PageRoute } from '../doors/page-route.ts';
import { type Csrf, csrfField } from './csrf.ts';
import type { UploadPlace } from './keep-file.ts';
import { readLimited } from './read-limited.ts';
import { type ReceivedForm, receiveMultipart } from './uploads.ts';

/** What receiving a form needs. */
export interface ReceiveFormOptions {
  readonly csrf: Csrf;
  readonly uploadPlace: UploadPlace;
}

/** A request without a form. */
const noForm: ReceivedForm = { form: new URLSearchParams(), uploads: new Map(), discard: async () => {} };

const formLimit = 200_000;

/** Reads the form of a POST and checks its token; whoever receives it discards it in the end. */
export async function receiveForm(
  context: Context,
  route: PageRoute,
  { csrf, uploadPlace }: ReceiveFormOptions,
  bare: PageRequest,
): Promise<Result<ReceivedForm>> {
  if (context.req.method !== 'POST') return ok(noForm);
  const received = await readForm(context, route, uploadPlace, bare);
  if (!received.ok) return received;
  if (csrf.matches(bare.cookies.get(csrf.cookieName) ?? '', received.value.form.get(csrfField) ?? ''))
    return received;
  await received.value.discard();
  return refuse(foreignForm);
}

async function readForm(
  context: Context,
  route: PageRoute,
  uploadPlace: UploadPlace,
  bare: PageRequest,
): Promise<Result<ReceivedForm>> {
  const type = context.req.header('content-type') ?? '';
  if (type.startsWith('multipart/form-data') && route.uploadLimit !== undefined) {
    const admitted = await route.admitUpload?.(bare);
    if (admitted && !admitted.ok) return admitted;
    return receiveMultipart(context.req.raw, uploadPlace, route.uploadLimit);
  }
  if (!type.startsWith('application/x-www-form-urlencoded')) return refuse(wrongForm);
  if (Number(context.req.header('content-length') ?? 0) > formLimit) return refuse(formTooLarge);
  const text = await readLimited(context.req.raw, formLimit);
  return text === null ? refuse(formTooLarge) : ok({ ...noForm, form: new URLSearchParams(text) });
}

export const foreignForm: Refusal = {
  kind: 'forbidden',
  code: 'FORM_NOT_OURS',
  message:
    'Dieses Formular stammt nicht von dieser Seite oder ist zu alt. Nichts wurde geändert. Bitte die Seite neu laden und noch einmal absenden.',
};

const wrongForm: Refusal = {
  kind: 'invalid',
  code: 'FORM_TYPE_UNKNOWN',
  message: 'Diese Anfrage ist kein Formular, das diese Seite annimmt. Nichts wurde geändert.',
};

const formTooLarge: Refusal = {
  kind: 'too-large',
  code: 'FORM_TOO_LARGE',
  message:
    'Das Formular enthält mehr Text, als diese Seite annimmt (200 kB). Nichts wurde geändert. Bitte kürzen.',
};
