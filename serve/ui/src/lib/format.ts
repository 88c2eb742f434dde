// Dates, numbers and names as people read them.
import type { Entity, Event, Quad, Range, Vocabulary } from "./types";

const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });
const count = new Intl.NumberFormat("en-US");

export const number = (n: number): string => count.format(n);

export const plural = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;

/** The weekday of a full ISO date, what a coarser one stands for, "" for none. */
export function dateNote(date: string | null | undefined): string {
  if (!date) return "The text gives no date";
  if (/^\d{4}-\d\d-\d\d/.test(date)) {
    const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(day.valueOf()) ? date : weekday.format(day);
  }
  if (/^\d{4}-W\d\d$/.test(date)) return `Week ${date.slice(6)} of ${date.slice(0, 4)}: no day given`;
  if (/^\d{4}-\d\d$/.test(date)) return "No day given";
  return "";
}

/** Milliseconds at the start of a date however coarse, NaN where it is none. */
export function timeOf(date: string | null | undefined): number {
  if (!date) return NaN;
  const week = /^(\d{4})-W(\d\d)$/.exec(date);
  if (week) {
    const jan4 = Date.UTC(Number(week[1]), 0, 4);
    const monday = jan4 - ((new Date(jan4).getUTCDay() + 6) % 7) * 864e5;
    return monday + (Number(week[2]) - 1) * 7 * 864e5;
  }
  const m = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date);
  return m ? Date.UTC(Number(m[1]), Number(m[2] ?? 1) - 1, Number(m[3] ?? 1)) : NaN;
}

export const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const quadNames: Record<Quad, string> = {
  0: "neutral",
  1: "verbal cooperation",
  2: "material cooperation",
  3: "verbal conflict",
  4: "material conflict",
};

export const statusNames: Record<string, string> = {
  done: "done",
  future: "planned",
  hypothetical: "hypothetical",
  negation: "denied",
  negated: "denied",
  historical: "historical",
};

/** The status of an event in words: done unless the text says otherwise. */
export function statusOf(event: Event): string {
  return event.auxiliary.length === 0 ? "done" : event.auxiliary.map((a) => statusNames[a] ?? a).join(", ");
}

/** Who an entity is, by the name that filters and pages use. */
export const nameOf = (e: Entity): string => e.identifier_text || e.entity_text;

const particles = /^(of|the|and|for|al|de|da|du|la|el|bin|ibn|von|van|der)$/;

/**
 * The term that filters and addresses know an entity by: its name where it has one, else its
 * code, so that "14 Somali soldiers" leads to the Somali military.
 */
export function termOf(e: Entity): string {
  const name = nameOf(e);
  const words = name.split(/[\s-]+/);
  const named = words.every((w) => particles.test(w) || /^\p{Lu}/u.test(w));
  if (!e.code || e.identifier_id || (named && words.length > 1)) return name;
  return e.sector ? `${e.code}.${e.sector}` : e.code;
}

/** Code and sector: "KEN GOV". */
export function codeOf(e: { code?: string | null; sector?: string | null; sectors?: string[] }): string {
  return [e.code, e.sector].filter(Boolean).join(" ");
}

export const typeOf = (e: Event): string => [e.event[0] ?? "", ...e.mode].join(" ").trim();

export const who = (list: Entity[]): string => list.map(nameOf).join(", ");

/** One line on an event, for titles and screen readers. */
export function oneLine(e: Event): string {
  const to = e.recipient.length ? ` to ${who(e.recipient)}` : "";
  return `${typeOf(e)}: ${who(e.actor) || "somebody"}${to}, ${e.date ?? "no date"}, ${quadNames[e.quad_code]}, ${statusOf(e)}`;
}

/** "14", "12–15" for a range. */
export function sizeText(v: number | Range): string {
  if (typeof v === "number") return number(v);
  return v.min === v.max ? number(v.min) : `${number(v.min)}–${number(v.max)}`;
}

export function countryName(vocabulary: Vocabulary | undefined, code: string): string {
  const [country = "", sector] = code.split(/[. ]/);
  const name = vocabulary?.countries.find((c) => c.code === country)?.name;
  const branch = sector && (vocabulary?.sectors.find((s) => s.code === sector)?.name ?? sector);
  return name ? (branch ? `${name}, ${branch}` : name) : code;
}

/** One digit after the point, with a true minus sign. */
export const decimal = (n: number): string => n.toFixed(1).replace(/^-(?=0\.0$)/, "").replace("-", "−");

export const signed = (n: number): string => String(n).replace("-", "−");

export const confidence = (c: number): string => c.toFixed(2);
