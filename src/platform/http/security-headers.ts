import type { MiddlewareHandler } from 'hono';

const directives = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];

const policy = [...directives, "frame-ancestors 'none'"].join('; ');

/** The policy of a page that shows a page of its own host in a frame, or that is shown so. Never of another host. */
export const ownFrames = {
  frames: [...directives, "frame-src 'self'", "frame-ancestors 'none'"].join('; '),
  framed: [...directives, "frame-ancestors 'self'"].join('; '),
} as const;

const known: ReadonlySet<string> = new Set(Object.values(ownFrames));

/** The headers that every answer carries: no foreign content, no frames, no guessing, no caching of pages. */
export function securityHeaders(options: {
  readonly https: boolean;
  readonly noindex: boolean;
}): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    const chosen = headers.get('Content-Security-Policy') ?? '';
    headers.set('Content-Security-Policy', known.has(chosen) ? chosen : policy);
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'same-origin');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'geolocation=(self), camera=(), microphone=()');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
    if (options.https) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    if (options.noindex) headers.set('X-Robots-Tag', 'noindex, nofollow');
  };
}
