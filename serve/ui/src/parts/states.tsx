// What a view shows while it waits, where there is nothing, and where something failed.
import type { ComponentChildren } from "preact";
import { ApiError } from "../lib/api";
import type { Fetched } from "../lib/hooks";

export function Loading({ what = "the record" }: { what?: string }) {
  return (
    <div class="state loading" role="status">
      <span class="pulse" aria-hidden="true" /> Reading {what}…
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="state empty" role="status">
      <p class="state-title">{title}</p>
      {children && <div class="state-advice">{children}</div>}
    </div>
  );
}

export function Failed({ error, again }: { error: unknown; again?: () => void }) {
  const title = error instanceof ApiError ? error.title : "Something went wrong";
  const advice = error instanceof ApiError ? error.advice : String(error);
  return (
    <div class="state failed" role="alert">
      <p class="state-title">{title}</p>
      <p class="state-advice">{advice}</p>
      {again && <button type="button" onClick={again}>Try again</button>}
    </div>
  );
}

/** Shows what was fetched, or why there is nothing to show yet. */
export function Shown<T>({ of, what, children }: { of: Fetched<T>; what?: string; children: (data: T) => ComponentChildren }) {
  if (of.error !== undefined && !of.loading) return <Failed error={of.error} again={of.again} />;
  if (of.data === undefined) return <Loading what={what} />;
  return <div class={of.loading ? "stale" : "fresh"} aria-busy={of.loading}>{children(of.data)}</div>;
}
