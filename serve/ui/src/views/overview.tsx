// The overview: what the record holds, what happened last, who deals with whom.
import { useEffect } from "preact/hooks";
import { address } from "../lib/api";
import { countryName, isoDay, number, plural } from "../lib/format";
import { useFetch, useTitle, useWidth, useWorld } from "../lib/hooks";
import { go, href, type Place } from "../lib/router";
import type { Count, Doc, Event, Facets, MapAnswer, Network } from "../lib/types";
import { Legend } from "../parts/glyph";
import { binsOf, Lane } from "../parts/lane";
import { Empty, Shown } from "../parts/states";
import { EventLine, QuadBar, Status, When } from "../parts/words";
import { WorldMap } from "../parts/worldmap";
import { DocumentList } from "./reader";

export function OverviewView(_: { place: Place }) {
  const { stats, vocabulary } = useWorld();
  const latest = useFetch<{ events: Event[] }>(address("/events", { sort: "-date", limit: 24 }));
  const map = useFetch<MapAnswer>(address("/map", { limit: 300 }));
  const network = useFetch<Network>(address("/network", { limit: 60 }));
  const documents = useFetch<{ documents: Doc[] }>(address("/documents", { limit: 8 }));
  useTitle("");
  useEffect(() => {
    // Left open all day: looks again each minute; an unchanged record answers at once.
    const timer = setInterval(() => document.visibilityState === "visible" && latest.again(), 60_000);
    return () => clearInterval(timer);
  });
  return (
    <div class="view overview">
      <h1 class="hidden">Overview</h1>
      {stats && (
        <dl class="stats">
          <Stat name="events" n={stats.events} to="/events" />
          <Stat name="statements" n={stats.mentions} />
          <Stat name="articles" n={stats.documents} to="/read" />
          <Stat name="stories" n={stats.stories} />
          <Stat name="quotes" n={stats.quotes} />
          <div><dt>from–to</dt><dd class="num">{stats.first || "–"}–{stats.last || "–"}</dd></div>
        </dl>
      )}
      <Timeline />
      <section class="latest panel" aria-labelledby="h-latest">
        <h2 id="h-latest"><a href="/events">Latest events</a></h2>
        <Shown of={latest} what="events">
          {({ events }) => (events.length ? <EventList events={events} /> : <Empty title="The record is empty">Fill it with <code>demarche ingest --db FILE articles/</code>, or <a href="/read">paste an article</a>.</Empty>)}
        </Shown>
      </section>
      <section class="panel where" aria-labelledby="h-where">
        <h2 id="h-where"><a href="/map">Where</a></h2>
        <Shown of={map} what="places">{(m) => <WorldMap points={m.points} itineraries={[]} small onPick={(p) => p && go(href("/map", { place: p.place }))} />}</Shown>
      </section>
      <section class="panel pairs" aria-labelledby="h-pairs">
        <h2 id="h-pairs"><a href="/network">Who deals with whom</a></h2>
        <Shown of={network} what="pairs">
          {(net) => (
            <table class="pairs">
              <thead class="hidden"><tr><th scope="col">Pair</th><th scope="col">Classes</th><th scope="col">Events</th></tr></thead>
              <tbody>
                {net.edges.slice(0, 10).map((e) => (
                  <tr key={`${e.a} ${e.b}`}>
                    <td><a href={href("/dyad", { a: e.a, b: e.b })}>{countryName(vocabulary, e.a)} and {countryName(vocabulary, e.b)}</a></td>
                    <td><QuadBar quad={e.quad} n={e.n} /></td>
                    <td class="num">{number(e.n)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Shown>
      </section>
      <section class="panel articles" aria-labelledby="h-articles">
        <h2 id="h-articles"><a href="/read">Articles</a></h2>
        <Shown of={documents} what="articles">{({ documents: list }) => <DocumentList list={list} />}</Shown>
      </section>
    </div>
  );
}

function Stat({ name, n, to }: { name: string; n: number; to?: string }) {
  return <div><dt>{name}</dt><dd class="num">{to ? <a href={to}>{number(n)}</a> : number(n)}</dd></div>;
}

export function EventList({ events }: { events: Event[] }) {
  return (
    <ul class="event-list">
      {events.map((e) => (
        <li key={e.id}>
          <When date={e.date} />
          <span><EventLine event={e} /> {e.auxiliary.length > 0 && <Status event={e} />}</span>
        </li>
      ))}
    </ul>
  );
}

const shownMonths = 24;

/** The months that are of interest now, from the counts of each class. */
function Timeline() {
  const [box, width] = useWidth<HTMLDivElement>();
  const facets = [1, 2, 3, 4].map((quad) => useFetch<Facets>(address("/facets", { fields: "month", quad, limit: 200 })));
  const all = facets.every((f) => f.data) ? merge(facets.map((f) => f.data!.facets.month ?? [])) : [];
  const periods = recent(all);
  const before = sum(all.slice(0, periods[0] ? all.indexOf(periods[0]) : 0));
  const bins = binsOf(periods, "month", (since, until) => href("/events", { q: `since:${since} until:${until}` }));
  const to = bins[bins.length - 1]?.end;
  const from = bins[0] && to && Math.min(bins[0].start, to - 365 * 864e5); // a year at least
  return (
    <section class="panel timeline" aria-labelledby="h-time">
      <div class="panel-head"><h2 id="h-time">Events by month</h2><Legend /></div>
      {before > 0 && (
        <p class="hint">Before these months: <a href={href("/events", { q: `until:${dayBefore(periods[0]!.start)}` })}>{plural(before, "event")}</a></p>
      )}
      <div ref={box}><Lane bins={bins} width={width} height={150} from={from} to={to} label="Events by month, cooperation above the line, conflict below" /></div>
    </section>
  );
}

interface Month {
  start: string;
  quad: number[];
}

const sum = (months: Month[]): number => months.flatMap((m) => m.quad).reduce((a, b) => a + b, 0);

/** Two years up to the last month with more than a few events: what is planned for a far day does not count. */
function recent(months: Month[]): Month[] {
  const few = sum(months) * 0.004;
  let last = months.length;
  for (let beyond = 0; last > 0; last--) {
    beyond += sum([months[last - 1]!]);
    if (beyond > few) break;
  }
  const end = months[last - 1]?.start;
  if (!end) return [];
  const from = isoDay(Date.UTC(Number(end.slice(0, 4)), Number(end.slice(5, 7)) - shownMonths, 1));
  return months.slice(0, last).filter((m) => m.start >= from);
}

/** The day before. */
const dayBefore = (day: string): string => isoDay(Date.parse(`${day}T00:00:00Z`) - 864e5);

function merge(quads: Count[][]): Month[] {
  const all = new Map<string, number[]>();
  quads.forEach((counts, i) => {
    for (const { value, n } of counts) {
      if (!/^\d{4}-\d\d$/.test(value)) continue;
      const quad = all.get(value) ?? [0, 0, 0, 0, 0];
      quad[i + 1] = n;
      all.set(value, quad);
    }
  });
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, quad]) => ({ start: `${value}-01`, quad }));
}
