export type PolicyOptions = { nonce: string; https: boolean; development?: boolean; googleSignIn?: boolean };

/**
 * What a page may load and where its forms may lead: nothing but this site. Scripts run by the request's nonce alone, so that text
 * that finds its way into a page cannot run (CSP level 3, as OWASP recommends it). A `style` attribute may be set, for charts
 * place their marks with it; style sheets come from this site.
 */
export function contentSecurityPolicy({ nonce, https, development = false, googleSignIn = false }: PolicyOptions): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    "default-src": ["'self'"],
    // React names the places of errors by eval in development, and there only.
    "script-src": ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    // The development server puts its styles into the page.
    "style-src": development ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "worker-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'", ...(googleSignIn ? ["https://accounts.google.com"] : [])],
    "frame-ancestors": ["'none'"],
    ...(https && { "upgrade-insecure-requests": [] }),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}
