// One event: every statement of it, from whom, how its figures and status changed, where, and why.
import { address } from "../lib/api";
import { dateNote, decimal, number, oneLine, plural, signed, sizeText, statusNames, timeOf } from "../lib/format";
import { useFetch, useTitle, useWidth } from "../lib/hooks";
import { href, readHref, type Place } from "../lib/router";
import { timeTicks } from "../lib/scale";
import type { Event, Location, Mention, Quad, Quads, Range, Reading, Size } from "../lib/types";
import { Glyph } from "../parts/glyph";
import { Sentence } from "../parts/sentence";
import { Shown } from "../parts/states";
import { Why } from "../parts/why";
import { Actors, Confidence, Status, Type, When } from "../parts/words";
import { WorldMap } from "../parts/worldmap";

interface Answer {
  event: Event;
  mentions: Mention[];
}

export function EventView({ id }: { place: Place; id: string }) {
  const got = useFetch<Answer>(address(`/events/${encodeURIComponent(id)}`));
  useTitle(got.data ? oneLine(got.data.event) : "Event");
  return <div class="view event-view"><Shown of={got} what="the event">{(a) => <EventPage {...a} />}</Shown></div>;
}

function EventPage({ event, mentions }: Answer) {
  const best = mentions.find((m) => m.text === event.text) ?? mentions[0];
  return (
    <>
      <header class="title">
        <h1>
          <Glyph quad={event.quad_code} /> <Type event={event} />
        </h1>
        <p class="lead"><Actors list={event.actor} />{event.recipient.length > 0 && <> <span class="arrow" aria-label="to">→</span> <Actors list={event.recipient} /></>}</p>
        <Facts event={event} />
      </header>
      <div class="pillars uneven">
        <div class="pillar">
          <section class="panel">
            <h2>In words</h2>
            <blockquote class="lead"><Sentence event={event} /></blockquote>
            {event.said_by && <p>On the word of <Actors list={[event.said_by]} /></p>}
            <p class="actions">
              {best && <a class="button" href={readHref(best.doc, best.id)}>Read the article</a>}{" "}
              {event.actor[0] && event.recipient[0] && <a class="button" href={href("/dyad", { a: event.actor[0].code ?? "", b: event.recipient[0].code ?? "" })}>The two over time</a>}
            </p>
          </section>
          <section class="panel">
            <h2>Statements <span class="num faint">{number(mentions.length)}</span></h2>
            <ol class="mentions">{mentions.map((m) => <MentionItem key={m.id} mention={m} />)}</ol>
          </section>
        </div>
        <div class="pillar">
          <Sizes size={event.size} mentions={mentions} />
          <History event={event} mentions={mentions} />
          {event.event_loc && <Where location={event.event_loc} quad={event.quad_code} id={event.id} />}
          {best && <Evidence event={best} />}
        </div>
      </div>
    </>
  );
}

function Facts({ event }: { event: Event }) {
  return (
    <p class="facts">
      <When date={event.date} end={event.enddate} /> <Status event={event} /> <Confidence value={event.confidence} />{" "}
      <span class="num">{plural(event.mentions ?? 1, "statement")} in {plural(event.articles ?? 1, "article")} from {plural(event.sources ?? 1, "source")}</span>{" "}
      <span class="faint">CAMEO {event.cameo} · scale {signed(event.event_scale)} · Goldstein {signed(event.goldstein)}{event.context.length > 0 && ` · ${event.context.join(", ")}`}</span>
    </p>
  );
}

function Where({ location: loc, quad, id }: { location: Location; quad: Quad; id: string }) {
  const place = loc.resolved_place || loc.extracted_place;
  const quads = [0, 1, 2, 3, 4].map((q) => Number(q === quad)) as Quads;
  if (loc.lat == null || loc.lon == null) return null;
  return (
    <section class="panel">
      <h2><a href={href("/map", { place, at: `${loc.lon},${loc.lat},4` })}>{place}</a></h2>
      <WorldMap points={[{ place, lat: loc.lat, lon: loc.lon, n: 1, quad: quads, event: id }]} itineraries={[]} small camera={{ lon: loc.lon, lat: loc.lat, zoom: 3 }} />
      <p class="faint num">{loc.lat.toFixed(2)}, {loc.lon.toFixed(2)} · {loc.resolution}</p>
    </section>
  );
}

const sizeNames = ["dead", "injured", "arrested", "participants"];

function Sizes({ size, mentions }: { size: Size; mentions: Mention[] }) {
  const known = sizeNames.filter((name) => size[name] !== undefined);
  if (known.length === 0) return null;
  return (
    <section class="panel">
      <h2>How many</h2>
      <dl class="sizes">{known.map((name) => <div key={name}><dt>{name}</dt><dd class="num">{sizeText(size[name]!)}</dd></div>)}</dl>
      {known.map((name) => <Toll key={name} name={name} mentions={mentions} />)}
    </section>
  );
}

const bounds = (v: number | Range): [number, number] => (typeof v === "number" ? [v, v] : [v.min, v.max]);

/** The figure as each article gave it, and the range of all until then. */
function Toll({ name, mentions }: { name: string; mentions: Mention[] }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const points = mentions
    .filter((m) => m.size[name] !== undefined && m.published)
    .map((m) => ({ at: timeOf(m.published), value: bounds(m.size[name]!), mention: m }))
    .sort((a, b) => a.at - b.at);
  if (points.length < 2) return null;
  const height = 120;
  const [from, to] = [points[0]!.at - 432e5, points[points.length - 1]!.at + 432e5];
  const most = Math.max(...points.map((p) => p.value[1]), 1);
  const x = (ms: number) => 34 + ((ms - from) / (to - from || 1)) * (width - 42);
  const y = (n: number) => 8 + (1 - n / most) * (height - 32);
  let [low, high] = [Infinity, -Infinity];
  const steps = points.map((p) => {
    [low, high] = [Math.min(low, p.value[0]), Math.max(high, p.value[1])];
    return { at: p.at, low, high };
  });
  const top = steps.map((s, i) => `${i ? `H${x(s.at)}V${y(s.high)}` : `M${x(s.at)} ${y(s.high)}`}`).join("");
  const bottom = [...steps].reverse().map((s, i, all) => `V${y(s.low)}${all[i + 1] ? `H${x(s.at)}` : ""}`).join("");
  return (
    <div ref={box} class="toll">
      <p class="faint">{name}, as reported</p>
      {width > 60 && (
        <svg width={width} height={height} role="img" aria-label={`${name} as reported: ${points.map((p) => `${p.mention.published} ${sizeText(p.mention.size[name]!)}`).join(", ")}`}>
          {timeTicks(from, to, Math.max(2, Math.floor(width / 80))).map((t) => <g key={t.at} class="tick"><path d={`M${x(t.at)} 4V${height - 22}`} /><text x={x(t.at)} y={height - 6} text-anchor="middle">{t.label}</text></g>)}
          {[0, most].map((n) => <text key={n} class="side" x={28} y={y(n) + 4} text-anchor="end">{n}</text>)}
          <path class="band" d={`${top}H${x(to)}V${y(low)}H${x(points[points.length - 1]!.at)}${bottom}Z`} />
          {points.map((p) => <circle key={p.mention.id} class="full" cx={x(p.at)} cy={y(p.value[1])} r={4}><title>{`${p.mention.published}: ${sizeText(p.mention.size[name]!)} ${name}, ${p.mention.document?.publication ?? ""}`}</title></circle>)}
        </svg>
      )}
    </div>
  );
}

function History({ event, mentions }: Answer) {
  const history = event.history ?? [];
  if (history.length < 2) return null;
  return (
    <section class="panel">
      <h2>How its status changed</h2>
      <ol class="history">
        {history.map((h, i) => {
          const doc = mentions.find((m) => m.id === h.mention)?.document;
          return <li key={i}><When date={h.date} /> <span class={`status ${statusNames[h.status] ?? h.status}`}>{statusNames[h.status] ?? h.status}</span> {doc && <a href={readHref(doc.id, h.mention)}>{doc.title || doc.id}</a>}</li>;
        })}
      </ol>
    </section>
  );
}

function MentionItem({ mention: m }: { mention: Mention }) {
  return (
    <li>
      <p>
        <time class="num" dateTime={m.published} title={dateNote(m.published)}>{m.published}</time> <span class="faint">{m.document?.publication ?? m.cite_info.publication}</span>{" "}
        <a href={readHref(m.doc, m.id)}>{m.document?.title || m.cite_info.title || m.doc}</a> <Status event={m} /> <Confidence value={m.confidence} />
      </p>
      <blockquote><Sentence event={m} /></blockquote>
      <p class="faint">
        <code>{m.rule}</code>{m.said_by && <> · says {m.said_by.identifier_text || m.said_by.entity_text}</>}
      </p>
      {m.reasons && m.reasons.length > 0 && (
        <details class="reasons">
          <summary>Why it is taken for the same event</summary>
          <ul>
            {m.reasons.map((r, i) => (
              <li key={i}><span class="num">{r.score > 0 ? "+" : ""}{decimal(r.score)}</span> {r.what} <span class="faint">{r.detail}</span></li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** The tree, rule and rows of the best statement, from reading its article again. */
function Evidence({ event }: { event: Mention }) {
  const got = useFetch<Reading>(address(`/documents/${encodeURIComponent(event.doc)}`, { layers: 1 }));
  return (
    <section class="panel">
      <h2>Why it was coded so</h2>
      <Shown of={got} what="the evidence">
        {(reading) => {
          const same = reading.events?.find((e) => e.id === event.id);
          return <Why event={same ?? event} frames={reading.frames} />;
        }}
      </Shown>
    </section>
  );
}
