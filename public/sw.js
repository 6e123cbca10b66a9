// Shows what the pages have kept on this device where there is no connection. It keeps nothing itself, and nothing that the
// network gives passes through a store: a page is never older than the server's.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => keptPage(pathname)));
  // Named by what they hold: the same name is the same file for ever.
  else if (pathname.startsWith("/_next/static/")) event.respondWith(fetch(request).catch(() => keptFile(request)));
});

/** @param {string} pathname */
async function keptPage(pathname) {
  return (await caches.match(pathname)) ?? (await caches.match("/offline")) ?? Response.error();
}

/** @param {Request} request */
async function keptFile(request) {
  return (await caches.match(request)) ?? Response.error();
}
