// What is known of a marked piece of text: code, rule, evidence, confidence.
import { dateNote, typeOf } from "../lib/format";
import type { Item, Segment } from "../lib/spans";
import type { Reading } from "../lib/types";
import { Glyph } from "./glyph";
import { Actors, Code, Confidence, Status, When } from "./words";

export function Card({ reading, segment, left, top }: { reading: Reading; segment: Segment; left: number; top: number }) {
  const order = ["event", "actor", "date", "place", "quote"];
  const items = [...segment.items].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return (
    <div class="card" id="card" role="tooltip" style={{ left: `${left}px`, top: `${top}px` }}>
      {items.map((item, i) => <Part key={i} reading={reading} item={item} />)}
    </div>
  );
}

function Part({ reading, item }: { reading: Reading; item: Item }) {
  switch (item.kind) {
    case "event":
      return <EventPart reading={reading} index={item.index} />;
    case "actor":
      return <ActorPart reading={reading} index={item.index} />;
    case "date": {
      const time = reading.times[item.index]!;
      return (
        <section>
          <h3><span class="layer l-date">date</span> {time.value}{time.end_value && `–${time.end_value}`}</h3>
          <p class="faint">{[dateNote(time.value), time.type.toLowerCase(), time.mod?.toLowerCase()].filter(Boolean).join(" · ")}</p>
        </section>
      );
    }
    case "place": {
      const { location } = reading.places[item.index]!;
      return (
        <section>
          <h3><span class="layer l-place">place</span> {location.resolved_place || location.extracted_place} <Code of={{ code: location.country_code }} /></h3>
          <p class="faint num">
            {[location.resolution, location.lat != null && location.lon != null && `${location.lat.toFixed(2)}, ${location.lon.toFixed(2)}`].filter(Boolean).join(" · ") || "position unknown"}
          </p>
        </section>
      );
    }
    case "quote": {
      const quote = reading.quotes[item.index]!;
      return (
        <section>
          <h3><span class="layer l-quote">quote</span> {quote.speaker ? quote.speaker.identifier_text || quote.speaker.entity_text : "speaker unknown"} {quote.speaker && <Code of={quote.speaker} />}</h3>
          <p class="faint">{[`${quote.kind} speech`, quote.cue && `cue “${quote.cue}”`].filter(Boolean).join(" · ")}</p>
        </section>
      );
    }
  }
}

function EventPart({ reading, index }: { reading: Reading; index: number }) {
  const event = reading.events[index]!;
  const lexicon = event.why?.filter((w) => w.kind === "lexicon") ?? [];
  return (
    <section>
      <h3><Glyph quad={event.quad_code} /> <b class="type">{typeOf(event)}</b></h3>
      <p><Actors list={event.actor} tab={-1} />{event.recipient.length > 0 && <> → <Actors list={event.recipient} tab={-1} /></>}</p>
      <p class="facts"><When date={event.date} end={event.enddate} /> <Status event={event} /> <Confidence value={event.confidence} /></p>
      <p class="faint">CAMEO {event.cameo} · rule <code>{event.rule}</code>{lexicon[0] && <> · {lexicon[0].text} <code>{lexicon[0].source}</code></>}</p>
    </section>
  );
}

function ActorPart({ reading, index }: { reading: Reading; index: number }) {
  const entity = reading.entities[index]!;
  const actors = entity.actors ?? [];
  if (actors.length === 0) {
    return <section><h3><span class="layer l-actor">actor</span> {entity.text} <Code of={{ code: entity.code }} /></h3></section>;
  }
  return (
    <section>
      {actors.map((actor) => (
        <div key={actor.id}>
          <h3><span class="layer l-actor">actor</span> {actor.name} <Code of={{ code: actor.code, sector: actor.sectors?.[0] }} /></h3>
          <p class="faint">
            {[actor.office, entity.level === "pronoun" && "from what the pronoun stands for", actor.members?.length && `members ${actor.members.join(" ")}`].filter(Boolean).join(" · ")}
            {actor.source && <> <code>{actor.source}</code></>}
          </p>
        </div>
      ))}
    </section>
  );
}
