// Events: search, facets, the table, and an export of what is shown.
import { useEffect, useState } from "preact/hooks";
import { address, ApiError, get } from "../lib/api";
import { number, plural } from "../lib/format";
import { useFetch, useTitle, useWorld } from "../lib/hooks";
import { parse } from "../lib/query";
import { change, eventHref, readHref, type Place } from "../lib/router";
import type { Event, Facets } from "../lib/types";
import { FacetList, facetFields } from "../parts/facets";
import { Filters } from "../parts/filters";
import { Sentence } from "../parts/sentence";
import { Empty, Shown } from "../parts/states";
import { EventTable } from "../parts/table";
import { Confidence, EventLine, Status, When } from "../parts/words";

const sorts = [
  ["-date", "newest first"],
  ["date", "oldest first"],
  ["mentions", "most reported"],
  ["confidence", "most certain"],
] as const;

/** Only words can match better or worse. */
const asksForWords = (query: string): boolean => parse(query).some((t) => !t.not && (t.field === "" || t.field === "text"));

interface EventPage {
  events: Event[];
  next: string;
}

export function EventsView({ place }: { place: Place }) {
  const query = place.params.get("q") ?? "";
  const wanted = place.params.get("sort") ?? "-date";
  const sort = wanted === "relevance" && !asksForWords(query) ? "-date" : wanted;
  const at = place.params.get("at") ?? undefined;
  const url = address("/events", { q: query, sort, limit: 50 });
  const first = useFetch<EventPage>(url);
  const facets = useFetch<Facets>(address("/facets", { q: query, fields: facetFields.join(","), limit: 8 }));
  const more = useMore(url, first.data);
  const { announce } = useWorld();
  useTitle(query ? `Events: ${query}` : "Events");
  useEffect(() => {
    if (facets.data && !facets.loading) announce(plural(facets.data.total, "event"));
  }, [facets.data]);

  const bad = first.error instanceof ApiError && first.error.status === 400 ? first.error.advice : undefined;
  const shown = more.events.find((e) => e.id === at) ?? more.events[0];
  return (
    <div class="view events-view">
      <h1 class="hidden">Events</h1>
      <Filters query={query} problem={bad} />
      <div class="columns">
        <aside aria-label="Facets" class="side">
          <Narrow>{facets.data && <FacetList facets={facets.data} query={query} />}</Narrow>
        </aside>
        <section class="middle" aria-label="Events found">
          <div class="bar" hidden={bad !== undefined}>
            <p class="total num">{facets.data ? plural(facets.data.total, "event") : " "}</p>
            <label>
              Order{" "}
              <select value={sort} onChange={(e) => change({ sort: e.currentTarget.value })}>
                {sorts.map(([value, name]) => <option key={value} value={value}>{name}</option>)}
                {asksForWords(query) && <option value="relevance">best match</option>}
              </select>
            </label>
            <Export query={query} sort={sort} />
          </div>
          {!bad && (
            <Shown of={first} what="events">
              {() =>
                more.events.length === 0 ? (
                  <Empty title="No event matches">
                    Take away a filter above, or widen the dates. The query language is described in{" "}
                    <code>demarche search --help</code>.
                  </Empty>
                ) : (
                  <>
                    <EventTable events={more.events} caption="Events found" at={shown?.id} onMove={(id) => change({ at: id })} />
                    {more.next && (
                      <button type="button" class="more" onClick={more.load} disabled={more.busy}>
                        {more.busy ? "Reading…" : `Show more (${number(more.events.length)} of ${number(facets.data?.total ?? 0)})`}
                      </button>
                    )}
                  </>
                )
              }
            </Shown>
          )}
        </section>
        {shown && <Preview event={shown} />}
      </div>
    </div>
  );
}

/** The pages after the first, for as long as the address stays the same. */
function useMore(url: string, first: EventPage | undefined) {
  const [rest, set] = useState<EventPage>();
  const [busy, setBusy] = useState(false);
  useEffect(() => set(undefined), [url, first]);
  const events = [...(first?.events ?? []), ...(rest?.events ?? [])];
  const next = rest ? rest.next : (first?.next ?? "");
  const load = async () => {
    setBusy(true);
    try {
      const page = await get<EventPage>(`${url}&after=${encodeURIComponent(next)}`);
      set({ events: [...(rest?.events ?? []), ...page.events], next: page.next });
    } finally {
      setBusy(false);
    }
  };
  return { events, next, load, busy };
}

function Narrow({ children }: { children: preact.ComponentChildren }) {
  return (
    <details class="narrow" open={window.innerWidth >= 900}>
      <summary>Narrow down</summary>
      {children}
    </details>
  );
}

export function Export({ query, sort }: { query: string; sort?: string }) {
  const link = (format: string) => address("/events", { q: query, sort, format, limit: format === "json" ? 500 : 10000 });
  return (
    <p class="export">
      Save as <a href={link("csv")} download="events.csv" title="At most 10,000 events; demarche export writes all">CSV</a>{" "}
      <a href={link("json")} download="events.json" title="At most 500 events; demarche export writes all">JSON</a>{" "}
      <a href={link("geojson")} download="events.geojson" title="Events with a known place, at most 10,000; demarche export writes all">GeoJSON</a>
    </p>
  );
}

function Preview({ event }: { event: Event }) {
  return (
    <aside class="preview" aria-label="The event at hand">
      <h2><EventLine event={event} /></h2>
      <p class="facts">
        <When date={event.date} end={event.enddate} /> <Status event={event} /> <Confidence value={event.confidence} />
      </p>
      <blockquote><Sentence event={event} /></blockquote>
      {event.said_by && <p class="faint">On the word of {event.said_by.identifier_text || event.said_by.entity_text}</p>}
      <p class="source">{event.cite_info.publication} {event.cite_info.title && <cite>{event.cite_info.title}</cite>}</p>
      <p class="actions">
        <a class="button" href={eventHref(event.id)}>Open the event</a>{" "}
        {event.doc && <a class="button" href={readHref(event.doc, event.id)}>Read the article</a>}
      </p>
    </aside>
  );
}
