import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { type Refusal, statusOfRefusal } from '#kernel';
import type { Html, PageAnswer, PageContent, PageRequest, SetCookie } from '../doors/page-route.ts';
import { ownFrames } from './security-headers.ts';

/** What a site lends its answers. */
export interface RespondOptions<Session> {
  /** Puts the frame around a page. */
  readonly frame: (content: PageContent, request: PageRequest, session: Session | null) => Html;
  /** The page that says why something was refused. */
  readonly refusalPage: (refusal: Refusal, request: PageRequest) => PageContent;
}

/** Makes a response of what a page's handler answered. */
export async function respond<Session>(
  context: Context,
  answer: PageAnswer,
  request: PageRequest,
  session: Session | null,
  { frame, refusalPage }: RespondOptions<Session>,
): Promise<Response> {
  for (const cookie of 'cookies' in answer ? (answer.cookies ?? []) : []) setHostCookie(context, cookie);
  switch (answer.kind) {
    case 'redirect':
      return context.redirect(answer.to, 303);
    case 'json':
      return context.json(answer.body as object);
    case 'text':
      if (answer.framed) context.header('Content-Security-Policy', ownFrames.framed);
      return context.body(answer.body, 200, { 'Content-Type': `${answer.contentType}; charset=utf-8` });
    case 'asset':
      return context.body(answer.body, 200, {
        'Content-Type': answer.contentType,
        'Cache-Control': `${answer.shared ? 'public' : 'private'}, max-age=31536000, immutable`,
      });
    case 'download':
      return download(context, answer);
    case 'page':
      if (answer.content.frames) context.header('Content-Security-Policy', ownFrames.frames);
      return page(context, await frame(answer.content, request, session), answer.status ?? 200);
    case 'refusal': {
      const { kind, retryAfterSeconds } = answer.refusal;
      if (retryAfterSeconds) context.header('Retry-After', String(retryAfterSeconds));
      const content = refusalPage(answer.refusal, request);
      return page(context, await frame(content, request, session), statusOfRefusal(kind));
    }
  }
}

/** Sets a cookie that only this host gets and no script reads. */
export function setHostCookie(context: Context, cookie: SetCookie): void {
  setCookie(context, cookie.name, cookie.value, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    ...(cookie.maxAgeSeconds === undefined ? {} : { maxAge: cookie.maxAgeSeconds }),
  });
}

function page(context: Context, html: Awaited<Html>, status: number): Response {
  return context.body(String(html), status as 200, { 'Content-Type': 'text/html; charset=UTF-8' });
}

async function download(
  context: Context,
  { fileName, contentType, body, etag }: Extract<PageAnswer, { kind: 'download' }>,
): Promise<Response> {
  const named = etag === undefined ? {} : { ETag: `"${etag}"`, 'Cache-Control': 'public, no-cache' };
  if (etag !== undefined && holds(context.req.header('if-none-match'), etag)) {
    if (body instanceof ReadableStream) await body.cancel();
    return context.body(null, 304, named);
  }
  const ascii = fileName.replace(/[^\w.-]+/g, '_');
  const headers = {
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    ...named,
  };
  if (context.req.method !== 'HEAD') return context.body(body, 200, headers);
  // Nobody will read it: whatever feeds it must hear that.
  if (body instanceof ReadableStream) await body.cancel();
  return context.body(null, 200, headers);
}

/** Whether a visitor holds the content already; what compresses on the way makes the name a weak one. */
function holds(ifNoneMatch: string | undefined, etag: string): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return known.includes(`"${etag}"`) || known.includes('*');
}
