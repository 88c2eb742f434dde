// Small pieces of text that every view uses.
import { codeOf, confidence, countryName, dateNote, nameOf, quadNames, statusNames, termOf, typeOf } from "../lib/format";
import { useWorld } from "../lib/hooks";
import { actorHref, eventHref } from "../lib/router";
import type { Entity, Event } from "../lib/types";
import { Glyph } from "./glyph";

export function When({ date, end }: { date: string | null | undefined; end?: string | null }) {
  if (!date) return <span class="faint" title="The text gives no date">no date</span>;
  return (
    <span class="when">
      <time dateTime={date} title={dateNote(date)}>{date}</time>
      {end && end !== date && (
        <>
          –<time dateTime={end} title={dateNote(end)}>{end}</time>
        </>
      )}
    </span>
  );
}

/** A code of country and sector, spelt out on hover. */
export function Code({ of }: { of: { code?: string | null; sector?: string | null } }) {
  const { vocabulary } = useWorld();
  const code = codeOf(of);
  return code ? <abbr class="code" title={countryName(vocabulary, code.replace(" ", "."))}>{code}</abbr> : null;
}

export function Actors({ list, none = "somebody", tab }: { list: Entity[]; none?: string; tab?: number }) {
  if (list.length === 0) return <span class="faint">{none}</span>;
  // "Her Ethiopian and Somali counterparts" are two entities with the same words.
  const groups = new Map<string, Entity[]>();
  for (const entity of list) groups.set(nameOf(entity), [...(groups.get(nameOf(entity)) ?? []), entity]);
  return (
    <>
      {[...groups].map(([name, same], i) => (
        <span key={name} class="who">
          {i > 0 && <span class="sep">, </span>}
          <a href={actorHref(termOf(same[0]!))} tabIndex={tab} title={same[0]!.office}>{name}</a>
          {same.map((entity, n) => <span key={n}> <Code of={entity} /></span>)}
        </span>
      ))}
    </>
  );
}

export function Type({ event, link, tab }: { event: Event; link?: boolean; tab?: number }) {
  const { vocabulary } = useWorld();
  const [category = "", ...mode] = typeOf(event).split(" ");
  const about = vocabulary?.types.find((t) => t.name === category)?.about;
  const label = (
    <>
      <b class="type" title={about}>{category}</b>
      {mode.length > 0 && <span class="mode"> {mode.join(" ")}</span>}
    </>
  );
  return link ? <a class="plain" href={eventHref(event.id)} tabIndex={tab}>{label}</a> : label;
}

/** Planned, denied, hypothetical, historical: everything but done is said. */
export function Status({ event }: { event: Event }) {
  if (event.auxiliary.length === 0) return <span class="status done">done</span>;
  return (
    <>
      {event.auxiliary.map((a) => (
        <span key={a} class={`status ${statusNames[a] ?? a}`}>{statusNames[a] ?? a}</span>
      ))}
    </>
  );
}

export function Confidence({ value }: { value: number }) {
  return (
    <span class="confidence" title={`Of events with this confidence about ${Math.round(value * 100)} in 100 are right`}>
      <meter min={0} max={1} value={value} aria-label="confidence" />
      <span class="num">{confidence(value)}</span>
    </span>
  );
}

/** An event in one line: shape, category, who to whom, when. */
export function EventLine({ event, tab }: { event: Event; tab?: number }) {
  return (
    <>
      <Glyph quad={event.quad_code} /> <Type event={event} link tab={tab} />{" "}
      <Actors list={event.actor} tab={tab} />
      {event.recipient.length > 0 && (
        <>
          {" "}<span class="arrow" aria-label="to">→</span> <Actors list={event.recipient} tab={tab} />
        </>
      )}
    </>
  );
}

export function QuadBar({ quad, n }: { quad: readonly number[]; n: number }) {
  const label = ([1, 2, 3, 4] as const).filter((q) => quad[q]).map((q) => `${quad[q]} ${quadNames[q]}`).join(", ");
  return (
    <svg class="quadbar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={label}>
      <title>{label}</title>
      {([1, 2, 3, 4] as const).map((q) => {
        const before = quad.slice(0, q).reduce((a, b) => a + b, 0);
        const width = ((quad[q] ?? 0) / (n || 1)) * 100;
        return width > 0 && <rect key={q} class={`q${q} fill`} x={(before / (n || 1)) * 100} y={0} width={Math.max(0, width - 0.8)} height={8} />;
      })}
    </svg>
  );
}
