// A sentence with the words of an event, its actors and recipients marked.
import { segments, wordsOf, type Item } from "../lib/spans";
import type { Entity, Event } from "../lib/types";

export function Sentence({ event }: { event: Event }) {
  const text = Array.from(event.text);
  const base = event.text_info.start;
  const local = { ...event, text_info: { ...event.text_info, start: 0, end: text.length, event_start: event.text_info.event_start - base } };
  const items: (Item & { mark: string })[] = [];
  const add = (mark: string) => (e: Entity) => items.push({ kind: "actor", index: 0, start: e.start - base, end: e.end - base, mark });
  event.actor.forEach(add("m-who"));
  event.recipient.forEach(add("m-whom"));
  for (const [start, end] of wordsOf(local, text)) {
    items.push({ kind: "event", index: 0, start, end, mark: `m-event q${event.quad_code}` });
  }
  // An actor known from another sentence lies outside this one.
  const inside = items.filter((i) => i.start >= 0 && i.end <= text.length);
  return (
    <>
      {segments(text, inside, 0, text.length).map((s) => {
        const marks = inside.filter((i) => s.items.includes(i)).map((i) => i.mark);
        return marks.length ? <mark key={s.start} class={marks.join(" ")}>{s.text}</mark> : s.text;
      })}
    </>
  );
}
