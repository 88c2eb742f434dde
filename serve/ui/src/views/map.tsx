// The map: where events happened, and who travelled where.
import { useEffect, useRef } from "preact/hooks";
import { address, ApiError } from "../lib/api";
import { number, plural } from "../lib/format";
import { useFetch, useTitle } from "../lib/hooks";
import type { Camera } from "../lib/mapdraw";
import { put } from "../lib/query";
import { actorHref, change, eventHref, href, type Place } from "../lib/router";
import type { Event, Leg, MapAnswer, Point } from "../lib/types";
import { ActorInput } from "../parts/actorinput";
import { Filters } from "../parts/filters";
import { Legend } from "../parts/glyph";
import { Empty, Shown } from "../parts/states";
import { QuadBar, When } from "../parts/words";
import { WorldMap } from "../parts/worldmap";
import { EventList } from "./overview";

export function MapView({ place }: { place: Place }) {
  const query = place.params.get("q") ?? "";
  const travellers = place.params.getAll("itinerary");
  const chosen = place.params.get("place") ?? undefined;
  const url = address("/map", { q: query, limit: 2000 }) + travellers.map((t) => `&itinerary=${encodeURIComponent(t)}`).join("");
  const got = useFetch<MapAnswer>(url);
  const keep = useCamera();
  useTitle("Map");
  const bad = got.error instanceof ApiError && got.error.status === 400 ? got.error.advice : undefined;
  const setTravellers = (list: string[]) => change({ itinerary: list[0] });
  return (
    <div class="view map-view">
      <h1 class="hidden">Map</h1>
      <Filters query={query} problem={bad} />
      <div class="columns">
        <section class="middle" aria-label="Map">
          <Shown of={got} what="places">
            {(m) => (
              <>
                <WorldMap points={m.points} itineraries={m.itineraries} chosen={chosen} camera={cameraOf(place)} onCamera={keep} onPick={(p) => change({ place: p?.place })} />
                <div class="bar faint under">
                  <Legend /> <span>A disc grows with its events: cooperation above, conflict below.</span> <span class="num">{plural(m.points.length, "place")}, {number(m.unplaced)} events without a known place</span>
                </div>
              </>
            )}
          </Shown>
        </section>
        <aside class="side wide" aria-label="Places and travels">
          <ActorInput label="Show the travels of" placeholder="a person" showLabel value={travellers[0] ?? ""} onPick={(name) => setTravellers([name])} />
          {travellers.length > 0 && <button type="button" class="quiet" onClick={() => setTravellers([])}>Hide the travels</button>}
          {got.data?.itineraries.map((i) => <Itinerary key={i.name} name={i.name} legs={i.legs} link />)}
          {chosen && <AtPlace place={chosen} query={query} />}
          {got.data && <Places points={got.data.points} chosen={chosen} />}
        </aside>
      </div>
    </div>
  );
}

function cameraOf(place: Place): Camera | undefined {
  const at = place.params.get("at")?.split(",").map(Number);
  return at?.length === 3 && at.every(Number.isFinite) ? { lon: at[0]!, lat: at[1]!, zoom: at[2]! } : undefined;
}

/** Writes the camera into the address once it rests. */
function useCamera(): (camera: Camera) => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (c) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const at = `${c.lon.toFixed(2)},${c.lat.toFixed(2)},${c.zoom.toFixed(2)}`;
      const url = new URL(window.location.href);
      url.searchParams.set("at", at);
      window.history.replaceState(null, "", url);
    }, 250);
  };
}

export function Itinerary({ name, legs, link }: { name: string; legs: Leg[]; link?: boolean }) {
  return (
    <section class="itinerary">
      <h2>{link ? <a href={actorHref(name)}>{name}</a> : name}</h2>
      {legs.length === 0 ? <p class="faint">The record tells of no travels.</p> : (
        <ol>
          {legs.map((leg, i) => (
            <li key={i} class={`${leg.status === "done" ? "" : "planned"} ${leg.lat == null ? "unplaced" : ""}`}>
              <When date={leg.date} /> <a href={eventHref(leg.event)} title={leg.text}>{leg.place || leg.type.toLowerCase()}</a>{" "}
              {leg.status !== "done" && <span class="status planned">planned</span>}{" "}
              {leg.with?.length ? <span class="faint">with {leg.with.join(", ")}</span> : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function AtPlace({ place, query }: { place: string; query: string }) {
  const q = put(query, "place", place);
  const got = useFetch<{ events: Event[] }>(address("/events", { q, limit: 12 }));
  return (
    <section aria-live="polite">
      <h2>{place}</h2>
      <Shown of={got} what="events">
        {({ events }) => events.length ? (
          <>
            <EventList events={events} />
            <p><a href={href("/events", { q })}>All events in {place}</a></p>
          </>
        ) : <Empty title="No event here matches">Take away a filter above.</Empty>}
      </Shown>
    </section>
  );
}

function Places({ points, chosen }: { points: Point[]; chosen?: string }) {
  if (points.length === 0) return <Empty title="No event with a known place">Widen the filters above.</Empty>;
  const list = [...points].sort((a, b) => b.n - a.n).slice(0, 40);
  return (
    <section>
      <h2>Places</h2>
      <table class="places">
        <thead class="hidden"><tr><th scope="col">Place</th><th scope="col">Classes</th><th scope="col">Events</th></tr></thead>
        <tbody>
          {list.map((p) => (
            <tr key={`${p.place} ${p.lat}`} aria-current={p.place === chosen ? "true" : undefined}>
              <td><button type="button" class="quiet" onClick={() => change({ place: p.place })}>{p.place}</button> <span class="code">{p.country_code}</span></td>
              <td><QuadBar quad={p.quad} n={p.n} /></td>
              <td class="num">{number(p.n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
