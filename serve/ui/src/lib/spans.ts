// Divides a text at every border of a layer, so that overlapping layers can be drawn flat.
// Offsets count code points, as everywhere in the API.
import type { Event, Reading } from "./types";

export type Kind = "event" | "actor" | "date" | "place" | "quote";

/** One thing marked in the text: the index-th of its layer. */
export interface Item {
  kind: Kind;
  index: number;
  start: number;
  end: number;
}

export interface Segment {
  start: number;
  end: number;
  text: string;
  items: Item[]; // what covers it, the innermost first
}

/** The ranges of an event's words in the text: each looked for in its sentence, in order. */
export function wordsOf(event: Event, text: string[]): [start: number, end: number][] {
  const { start, end, event_start } = event.text_info;
  const found: [number, number][] = [];
  let from = Math.max(start, event_start);
  for (const words of event.event_text) {
    const at = find(text, Array.from(words), from, end);
    if (at < 0) continue;
    from = at + Array.from(words).length;
    found.push([at, from]);
  }
  return found;
}

function find(text: string[], words: string[], from: number, end: number): number {
  for (let at = from; at + words.length <= end; at++) {
    if (words.every((c, i) => text[at + i] === c)) return at;
  }
  return -1;
}

export function itemsOf(reading: Reading, text: string[]): Item[] {
  const items: Item[] = [];
  const add = (kind: Kind) => (s: { start: number; end: number }, index: number) =>
    items.push({ kind, index, start: s.start, end: s.end });
  reading.quotes.forEach(add("quote"));
  reading.places.forEach(add("place"));
  reading.times.forEach(add("date"));
  reading.entities.forEach((e, i) => (e.actors?.length || e.code) && add("actor")(e, i));
  reading.events.forEach((event, index) => {
    for (const [start, end] of wordsOf(event, text)) items.push({ kind: "event", index, start, end });
  });
  return items.filter((i) => i.start < i.end && i.end <= text.length);
}

/** The items of each range; one that reaches over a border is in both. Ranges are in order. */
export function itemsOfRanges(items: Item[], ranges: [start: number, end: number][]): Item[][] {
  const all: Item[][] = ranges.map(() => []);
  for (const item of items) {
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]![1] <= item.start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < ranges.length && ranges[i]![0] < item.end; i++) all[i]!.push(item);
  }
  return all;
}

/** Cuts text[from:to] at every border of the items. */
export function segments(text: string[], items: Item[], from: number, to: number): Segment[] {
  const inside = items.filter((i) => i.start < to && i.end > from);
  const cuts = new Set([from, to]);
  for (const i of inside) {
    if (i.start > from) cuts.add(i.start);
    if (i.end < to) cuts.add(i.end);
  }
  const borders = [...cuts].sort((a, b) => a - b);
  return borders.slice(0, -1).map((start, n) => {
    const end = borders[n + 1]!;
    const over = inside.filter((i) => i.start <= start && end <= i.end);
    over.sort((a, b) => a.end - a.start - (b.end - b.start));
    return { start, end, text: text.slice(start, end).join(""), items: over };
  });
}

/** The paragraphs of a text: ranges between blank lines. */
export function paragraphs(text: string[]): [start: number, end: number][] {
  const found: [number, number][] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !(text[i] === "\n" && blankUntilBreak(text, i + 1))) continue;
    while (start < i && !text[start]!.trim()) start++;
    if (start < i) found.push([start, i]);
    start = i + 1;
  }
  return found;
}

function blankUntilBreak(text: string[], from: number): boolean {
  for (let i = from; i < text.length; i++) {
    if (text[i] === "\n") return true;
    if (text[i]!.trim()) return false;
  }
  return true;
}
