import { createContext } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { get } from "./api";
import type { Stats, Vocabulary } from "./types";

export interface Fetched<T> {
  data?: T;
  error?: unknown;
  loading: boolean;
  again: () => void;
}

/** Asks for the address and keeps the answer before while the next is under way. */
export function useFetch<T>(url: string | undefined): Fetched<T> {
  const [state, set] = useState<{ url?: string; data?: T; error?: unknown }>({});
  const [round, next] = useState(0);
  useEffect(() => {
    if (!url) {
      set({});
      return;
    }
    const stop = new AbortController();
    get<T>(url, stop.signal).then(
      (data) => set({ url, data }),
      (error: unknown) => stop.signal.aborted || set({ url, error }),
    );
    return () => stop.abort();
  }, [url, round]);
  return { ...state, loading: Boolean(url) && state.url !== url, again: () => next(round + 1) };
}

/** What every view may need: names of codes, and what the record holds. */
export interface World {
  vocabulary?: Vocabulary;
  stats?: Stats;
  announce: (message: string) => void;
}

export const WorldContext = createContext<World>({ announce: () => undefined });
export const useWorld = (): World => useContext(WorldContext);

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · demarche` : "demarche";
  }, [title]);
}

/** The width of an element in CSS pixels, kept up to date. */
export function useWidth<T extends HTMLElement>(): [{ current: T | null }, number] {
  const ref = useRef<T>(null);
  const [width, set] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => set(Math.floor(element.clientWidth)));
    observer.observe(element);
    set(Math.floor(element.clientWidth));
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

/** A value that follows after a pause, for what is typed. */
export function useDelayed<T>(value: T, ms: number): T {
  const [late, set] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => set(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return late;
}

/** Counts up when light or dark changes, so that canvases draw anew. */
export function useThemeRound(): number {
  const [round, set] = useState(0);
  useEffect(() => {
    const up = () => set((n) => n + 1);
    const query = window.matchMedia("(prefers-color-scheme: dark)");
    query.addEventListener("change", up);
    window.addEventListener("demarche:theme", up);
    return () => {
      query.removeEventListener("change", up);
      window.removeEventListener("demarche:theme", up);
    };
  }, []);
  return round;
}
