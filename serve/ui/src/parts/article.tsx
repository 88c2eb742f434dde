// An article with its layers marked. The article is one tab stop; the arrow keys
// go from mark to mark. What is at hand shows its card.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { itemsOf, itemsOfRanges, paragraphs, segments, type Kind, type Segment } from "../lib/spans";
import type { Event, Reading } from "../lib/types";
import { Card } from "./card";

interface Props {
  reading: Reading;
  layers: ReadonlySet<Kind>;
  chosen?: Event;
  choose: (event: Event) => void;
}

interface Hot {
  segment: Segment;
  left: number;
  top: number;
}

export function Article({ reading, layers, chosen, choose }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [hot, setHot] = useState<Hot>();
  const [at, setAt] = useState(0);
  const blocks = useMemo(() => {
    const text = Array.from(reading.document.text ?? "");
    const items = itemsOf(reading, text).filter((i) => layers.has(i.kind));
    let next = 0;
    const ranges = paragraphs(text);
    const within = itemsOfRanges(items, ranges);
    return ranges.map(([from, to], i) =>
      segments(text, within[i]!, from, to).map((segment) => ({ segment, stop: segment.text.trim() && segment.items.some(isStop) ? next++ : -1 })),
    );
  }, [reading, layers]);
  useEffect(() => {
    setHot(undefined);
    setAt(0);
  }, [reading]);

  const show = (segment: Segment, target: HTMLElement) => {
    const box = root.current!.getBoundingClientRect();
    const mark = target.getClientRects()[0] ?? target.getBoundingClientRect();
    setHot({ segment, left: Math.min(mark.left - box.left, Math.max(0, box.width - 340)), top: mark.bottom - box.top + 4 });
  };
  const onKey = (e: KeyboardEvent) => {
    if (e.key === "Escape") setHot(undefined);
    const stops = [...root.current!.querySelectorAll<HTMLElement>("[data-stop]")];
    const now = stops.indexOf(e.target as HTMLElement);
    if (now < 0) return;
    const moves: Record<string, number> = { ArrowRight: now + 1, ArrowDown: now + 1, ArrowLeft: now - 1, ArrowUp: now - 1, Home: 0, End: stops.length - 1 };
    const to = moves[e.key];
    if (to !== undefined) {
      e.preventDefault();
      stops[Math.min(Math.max(to, 0), stops.length - 1)]?.focus();
    } else if (e.key === "Enter" || e.key === " ") {
      e.preventDefault();
      (e.target as HTMLElement).click();
    }
  };
  return (
    <div class="article" ref={root} onKeyDown={onKey} onMouseLeave={() => setHot(undefined)}>
      {blocks.map((parts, p) => (
        <p key={p} dir="auto">
          {parts.map(({ segment, stop }) => {
            const className = classes(segment, reading, chosen);
            if (stop < 0) return className ? <span key={segment.start} class={className}>{segment.text}</span> : segment.text;
            const event = segment.items.find((i) => i.kind === "event");
            return (
              <span
                key={segment.start}
                role="button"
                class={className}
                data-stop={stop}
                tabIndex={stop === at ? 0 : -1}
                aria-describedby={hot?.segment === segment ? "card" : undefined}
                onMouseEnter={(e) => show(segment, e.currentTarget)}
                onFocus={(e) => {
                  setAt(stop);
                  show(segment, e.currentTarget);
                }}
                onBlur={() => setHot(undefined)}
                onClick={() => event && choose(reading.events[event.index]!)}
              >
                {segment.text}
              </span>
            );
          })}
        </p>
      ))}
      {hot && hot.segment.items.length > 0 && <Card reading={reading} segment={hot.segment} left={hot.left} top={hot.top} />}
    </div>
  );
}

const isStop = (i: { kind: Kind }): boolean => i.kind !== "quote";

function classes(segment: Segment, reading: Reading, chosen: Event | undefined): string {
  const names = segment.items.map((i) => (i.kind === "event" ? `m-event q${reading.events[i.index]!.quad_code}` : `m-${i.kind}`));
  if (chosen) names.push(...roles(segment, reading, chosen));
  return [...new Set(names)].join(" ");
}

/** What part the segment plays in the chosen event. */
function roles(segment: Segment, reading: Reading, chosen: Event): string[] {
  const within = (list: { start: number; end: number }[]) => list.some((e) => e.start <= segment.start && segment.end <= e.end);
  const { start, end } = chosen.text_info;
  const inSentence = start <= segment.start && segment.end <= end;
  const names = inSentence ? ["in-sentence"] : [];
  if (within(chosen.actor)) names.push("is-who");
  if (within(chosen.recipient)) names.push("is-whom");
  if (chosen.said_by && within([chosen.said_by])) names.push("is-said-by");
  if (segment.items.some((i) => i.kind === "event" && reading.events[i.index] === chosen)) names.push("is-words");
  if (inSentence && segment.items.some((i) => i.kind === "date" && reading.times[i.index]!.value === chosen.date)) names.push("is-when");
  if (inSentence && segment.items.some((i) => i.kind === "place" && reading.places[i.index]!.text === chosen.event_loc?.extracted_place)) names.push("is-where");
  return names;
}
