import type { MiddlewareHandler } from 'hono';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The headers that every answer carries: no foreign content, no frames, no guessing, no caching of pages. */
export function securityHeaders(options: {
  readonly https: boolean;
  readonly noindex: boolean;
}): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('Content-Security-Policy', policy);
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'same-origin');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'geolocation=(self), camera=(), microphone=()');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
    if (options.https) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    if (options.noindex) headers.set('X-Robots-Tag', 'noindex, nofollow');
  };
}
