// The table of events. Up and down (or j and k) move from row to row, Enter opens the
// event, and Tab goes to the links of the row at hand.
import { useRef } from "preact/hooks";
import { oneLine } from "../lib/format";
import { eventHref, go } from "../lib/router";
import type { Event } from "../lib/types";
import { Glyph } from "./glyph";
import { Actors, Confidence, Status, Type, When } from "./words";

interface Props {
  events: Event[];
  caption: string;
  at?: string;
  onMove?: (id: string) => void;
}

export function EventTable({ events, caption, at, onMove }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const current = Math.max(0, events.findIndex((e) => e.id === at));

  const move = (to: number) => {
    const at = Math.min(Math.max(to, 0), events.length - 1);
    (body.current?.children[at] as HTMLElement | undefined)?.focus();
    onMove?.(events[at]!.id);
  };
  const onKey = (e: KeyboardEvent) => {
    const row = (e.target as Element).closest("tr");
    const now = row ? [...body.current!.children].indexOf(row) : -1;
    if (e.altKey || e.ctrlKey || e.metaKey || now < 0) return;
    const steps: Record<string, number> = {
      ArrowDown: now + 1, j: now + 1, ArrowUp: now - 1, k: now - 1,
      Home: 0, End: events.length - 1, PageDown: now + 10, PageUp: now - 10,
    };
    const to = steps[e.key];
    if (to !== undefined) {
      e.preventDefault();
      move(to);
    } else if (e.key === "Enter" && e.target === row) {
      go(eventHref(events[now]!.id));
    }
  };
  return (
    <table class="events" onKeyDown={onKey}>
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">What</th>
          <th scope="col" class="c-who">Who, to whom</th>
          <th scope="col" class="c-place">Where</th>
          <th scope="col">Status</th>
          <th scope="col" class="c-num" title="Articles that state it, from how many independent sources">Articles</th>
          <th scope="col" class="c-num c-conf">Confidence</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {events.map((event, i) => (
          <Row key={event.id} event={event} current={i === current} chosen={event.id === at} pick={() => onMove?.(event.id)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ event, current, chosen, pick }: { event: Event; current: boolean; chosen: boolean; pick: () => void }) {
  const tab = current ? 0 : -1;
  return (
    <tr class={`q${event.quad_code}`} tabIndex={tab} aria-current={chosen ? "true" : undefined} aria-label={oneLine(event)} onClick={pick}>
      <td class="c-date"><When date={event.date} end={event.enddate} /></td>
      <td class="c-what"><Glyph quad={event.quad_code} /> <Type event={event} link tab={tab} /></td>
      <td class="c-who">
        <Actors list={event.actor} tab={tab} />
        {event.recipient.length > 0 && (
          <> <span class="arrow" aria-label="to">→</span> <Actors list={event.recipient} tab={tab} /></>
        )}
      </td>
      <td class="c-place">{event.event_loc?.resolved_place || event.event_loc?.extracted_place || <span class="faint">–</span>}</td>
      <td class="c-status"><Status event={event} /></td>
      <td class="c-num num">
        {event.articles ?? event.mentions ?? 1}
        {(event.sources ?? 1) > 1 && <span class="faint" title={`${event.sources} independent sources`}> / {event.sources}</span>}
      </td>
      <td class="c-num c-conf"><Confidence value={event.confidence} /></td>
    </tr>
  );
}
