// Every view has an address of its own: a path and parameters.
import { useEffect, useState } from "preact/hooks";

export interface Place {
  path: string;
  params: URLSearchParams;
}

const moved = "demarche:moved";

export const here = (): Place => ({
  path: window.location.pathname,
  params: new URLSearchParams(window.location.search),
});

export function go(href: string, replace = false): void {
  if (href === window.location.pathname + window.location.search) return;
  if (replace) window.history.replaceState(null, "", href);
  else window.history.pushState(null, "", href);
  window.dispatchEvent(new CustomEvent(moved, { detail: { replace } }));
}

/** Changes parameters of the present view; "" takes one away. */
export function change(params: Record<string, string | undefined>, replace = true): void {
  const { path, params: now } = here();
  for (const [name, value] of Object.entries(params)) {
    if (value) now.set(name, value);
    else now.delete(name);
  }
  go(href(path, now), replace);
}

export function href(path: string, params: URLSearchParams | Record<string, string | undefined> = {}): string {
  const search =
    params instanceof URLSearchParams
      ? params
      : new URLSearchParams(Object.entries(params).filter((e): e is [string, string] => Boolean(e[1])));
  const tail = search.toString();
  return tail ? `${path}?${tail}` : path;
}

export const actorHref = (name: string): string => `/actors/${encodeURIComponent(name)}`;
export const eventHref = (id: string): string => `/events/${encodeURIComponent(id)}`;
export const readHref = (doc: string, event?: string): string =>
  href(`/read/${encodeURIComponent(doc)}`, { event });

export function usePlace(): Place {
  const [place, set] = useState(here);
  useEffect(() => {
    const update = () => set(here());
    window.addEventListener("popstate", update);
    window.addEventListener(moved, update);
    return () => {
      window.removeEventListener("popstate", update);
      window.removeEventListener(moved, update);
    };
  }, []);
  return place;
}

/** Follows links within the interface without loading the page anew. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest("a");
  if (!link || link.target || link.hasAttribute("download") || link.origin !== window.location.origin) return;
  if (link.pathname.startsWith("/api/") || link.getAttribute("href")?.startsWith("#")) return;
  event.preventDefault();
  go(link.pathname + link.search);
}
