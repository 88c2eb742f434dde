// One actor: offices, other names, travels, quotes, and whom it deals with most.
import { useState } from "preact/hooks";
import { address } from "../lib/api";
import { countryName, number, plural, timeOf } from "../lib/format";
import { useFetch, useTitle, useWidth, useWorld } from "../lib/hooks";
import { href, readHref, type Place } from "../lib/router";
import { timeTicks } from "../lib/scale";
import type { Event, Leg, Profile } from "../lib/types";
import { Empty, Shown } from "../parts/states";
import { Code, When } from "../parts/words";
import { WorldMap } from "../parts/worldmap";
import { Itinerary } from "./map";
import { EventList } from "./overview";

export function ActorView({ name }: { place: Place; name: string }) {
  const got = useFetch<Profile>(address(`/actors/${encodeURIComponent(name)}`));
  const { vocabulary } = useWorld();
  useTitle(countryName(vocabulary, got.data?.name ?? name));
  return <div class="view actor-view"><Shown of={got} what="the actor">{(p) => <ProfilePage profile={p} term={name} />}</Shown></div>;
}

function ProfilePage({ profile: p, term }: { profile: Profile; term: string }) {
  const { vocabulary } = useWorld();
  const title = p.name === p.code ? countryName(vocabulary, p.code) : p.name;
  const latest = useFetch<{ events: Event[] }>(address("/events", { either: term, limit: 12 }));
  const [all, showAll] = useState(false);
  const country = p.name === p.code || p.name === countryName(vocabulary, p.code ?? "");
  const travels = country ? [] : inTime(p.legs); // a country does not travel
  const shown = all ? travels : travels.slice(-fewLegs);
  const legs = shown.filter((l) => l.lat != null);
  return (
    <>
      <header class="title">
        <h1>{title} <Code of={{ code: p.code }} /></h1>
        <p class="faint">
          <span class="num">{plural(p.events, "event")}</span>
          {p.aliases.length > 0 && <> · also {p.aliases.join(", ")}</>}
          {p.wikidata && <> · <span class="code">{p.wikidata}</span></>}
        </p>
        <p class="actions">
          <a class="button" href={href("/events", { q: `either:${quoted(term)}` })}>All events</a>{" "}
          {legs.length > 0 && <a class="button" href={href("/map", { itinerary: term, q: `actor:${quoted(term)}` })}>Travels on the map</a>}
        </p>
      </header>
      {travels.length > 0 && (
        <section class="panel travels" aria-label="Travels and meetings">
          {legs.length > 0 && <WorldMap points={[]} itineraries={[{ name: title, legs }]} small />}
          <div>
            <Itinerary name="Travels and meetings" legs={shown} />
            {travels.length > shown.length && <button type="button" class="quiet" onClick={() => showAll(true)}>Show {travels.length - shown.length} earlier ones</button>}
          </div>
        </section>
      )}
      <div class="pillars">
        <div class="pillar">
          {p.offices.length > 0 && <Offices offices={p.offices} />}
          <section class="panel">
            <h2>Latest events</h2>
            <Shown of={latest} what="events">{({ events }) => events.length ? <EventList events={events} /> : <Empty title="No event yet" />}</Shown>
          </section>
        </div>
        <div class="pillar">
          <section class="panel">
            <h2>Closest partners</h2>
            {p.partners.length === 0 ? <p class="faint">None in the record.</p> : <Partners profile={p} term={term} />}
          </section>
          {p.quotes.length > 0 && <Quotes quotes={p.quotes} />}
        </div>
      </div>
    </>
  );
}

const fewLegs = 20;

/** Legs in the order of time, those without a date last. */
function inTime(legs: Leg[]): Leg[] {
  return [...legs.filter((l) => l.date), ...legs.filter((l) => !l.date)];
}

const quoted = (term: string): string => (/^[\w.]+$/.test(term) ? term : `"${term}"`);

function Quotes({ quotes }: { quotes: Profile["quotes"] }) {
  return (
    <section class="panel">
      <h2>Quotes</h2>
      <ul class="said">
        {quotes.slice(0, 20).map((q, i) => (
          <li key={i}>
            <When date={q.date} /> <span class="faint">{q.kind}</span>
            <blockquote><a class="plain" href={readHref(q.doc)}>{q.text}</a></blockquote>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Partners({ profile, term }: { profile: Profile; term: string }) {
  const { vocabulary } = useWorld();
  const most = Math.max(1, ...profile.partners.map((x) => x.n));
  return (
    <table class="pairs">
      <thead class="hidden"><tr><th scope="col">Partner</th><th scope="col">Share</th><th scope="col">Events</th></tr></thead>
      <tbody>
        {profile.partners.slice(0, 15).map(({ value, n }) => (
          <tr key={value}>
            <td><a href={href("/dyad", { a: term, b: value })}>{countryName(vocabulary, value)}</a></td>
            <td><svg class="quadbar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="amount" width={(n / most) * 100} height="8" /></svg></td>
            <td class="num">{number(n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Offices({ offices }: { offices: Profile["offices"] }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const dated = offices.filter((o) => o.first);
  const from = Math.min(...dated.map((o) => timeOf(o.first)));
  const until = (o: Profile["offices"][number]) => timeOf(o.last ?? o.first) + 864e5;
  const to = Math.max(...dated.map(until));
  const x = (ms: number) => ((ms - from) / (to - from || 1)) * (width - 2) + 1;
  return (
    <section class="panel">
      <h2 title="The first and last day on which a text ascribed them">Offices</h2>
      <ol class="offices">
        {offices.map((o, i) => (
          <li key={i}>
            <b>{o.title}</b> <Code of={o} /> <span class="faint">{o.first && <><When date={o.first} /> – <When date={o.last} />, </>}{plural(o.n, "mention")}</span>
          </li>
        ))}
      </ol>
      <div ref={box}>
        {dated.length > 0 && width > 60 && (
          <svg class="gantt" width={width} height={dated.length * 10 + 20} role="img" aria-label="Offices over time">
            {timeTicks(from, to, Math.max(2, Math.floor(width / 60))).map((t) => (
              <g key={t.at} class="tick"><path d={`M${x(t.at)} 0V${dated.length * 10 + 4}`} /><text x={x(t.at)} y={dated.length * 10 + 16} text-anchor="middle">{t.label}</text></g>
            ))}
            {dated.map((o, i) => (
              <rect key={i} x={x(timeOf(o.first))} y={i * 10 + 2} width={Math.max(3, x(until(o)) - x(timeOf(o.first)))} height={6} rx={2}><title>{o.title}</title></rect>
            ))}
          </svg>
        )}
      </div>
    </section>
  );
}
