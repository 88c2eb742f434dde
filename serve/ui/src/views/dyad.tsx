// Two actors over time: a lane of events, the score, and who did and said what.
import { useMemo, useState } from "preact/hooks";
import { address, ApiError } from "../lib/api";
import { countryName, decimal, number, oneLine, plural, timeOf } from "../lib/format";
import { useFetch, useTitle, useWidth, useWorld } from "../lib/hooks";
import { put } from "../lib/query";
import { actorHref, change, eventHref, href, type Place } from "../lib/router";
import type { Dyad, Event, Period } from "../lib/types";
import { ActorInput } from "../parts/actorinput";
import { Curve } from "../parts/curve";
import { Filters } from "../parts/filters";
import { Legend } from "../parts/glyph";
import { binsOf, Lane, laneHeight, type Bin, type Dot } from "../parts/lane";
import { Empty, Shown } from "../parts/states";
import { EventList } from "./overview";

/** As many events of a pair as the server gives at once. */
const most = 500;

export function DyadView({ place }: { place: Place }) {
  const a = place.params.get("a") ?? "";
  const b = place.params.get("b") ?? "";
  const by = place.params.get("by") ?? "month";
  const query = place.params.get("q") ?? "";
  const got = useFetch<Dyad>(a && b ? address("/dyad", { a, b, by, q: query, limit: most }) : undefined);
  const { vocabulary } = useWorld();
  const [nameA, nameB] = [countryName(vocabulary, a), countryName(vocabulary, b)];
  useTitle(a && b ? `${nameA} and ${nameB}` : "Dyad");
  const bad = got.error instanceof ApiError && got.error.status === 400 ? got.error.advice : undefined;
  return (
    <div class="view dyad-view">
      <h1 class="hidden">Two actors over time</h1>
      <div class="pair">
        <ActorInput label="Between" placeholder="KEN or a name" showLabel value={a} onPick={(name) => change({ a: name }, false)} />
        <button type="button" class="swap" aria-label="Swap the two" onClick={() => change({ a: b, b: a })}>⇄</button>
        <ActorInput label="and" placeholder="ETH or a name" showLabel value={b} onPick={(name) => change({ b: name }, false)} />
        <label class="by">
          by{" "}
          <select value={by} onChange={(e) => change({ by: e.currentTarget.value })}>
            {["day", "week", "month", "year"].map((x) => <option key={x}>{x}</option>)}
          </select>
        </label>
      </div>
      {a && b ? (
        <>
          <Filters query={query} problem={bad} />
          <Shown of={got} what="the pair">
            {(dyad) => dyad.periods.length === 0 && dyad.events.length === 0 ? (
              <Empty title={`The record holds nothing between ${nameA} and ${nameB}`}>Widen the filters, or choose others in the <a href="/network">network</a>.</Empty>
            ) : (
              <Pair dyad={dyad} nameA={nameA} nameB={nameB} query={query} />
            )}
          </Shown>
        </>
      ) : (
        <Choices />
      )}
    </div>
  );
}

/** Pairs to begin with, where none is chosen. */
function Choices() {
  const { vocabulary } = useWorld();
  const got = useFetch<{ edges: { a: string; b: string; n: number }[] }>(address("/network", { limit: 12 }));
  return (
    <section>
      <h2>Pairs with the most events</h2>
      <Shown of={got} what="pairs">
        {({ edges }) => (
          <ul class="choices">
            {edges.map((e) => (
              <li key={`${e.a} ${e.b}`}>
                <a href={href("/dyad", { a: e.a, b: e.b })}>{countryName(vocabulary, e.a)} and {countryName(vocabulary, e.b)}</a> <span class="num faint">{number(e.n)}</span>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}

const finer: Record<string, string> = { year: "month", month: "day", week: "day" };

function Pair({ dyad, nameA, nameB, query }: { dyad: Dyad; nameA: string; nameB: string; query: string }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const { a, b, by, periods, events } = dyad;
  // A bar leads to its own period, divided more finely.
  const near = (since: string, until: string) => href("/dyad", { a, b, by: finer[by] ?? by, q: put(put(query, "since", since), "until", until) });
  const bins = useMemo(() => binsOf(periods, by, near), [periods, by, query]);
  const total = periods.reduce((n, p) => n + p.n, 0);
  const dots: Dot[] | undefined = events.length < most ? dotsOf(events) : undefined;
  const from = bins[0]?.start;
  const to = bins[bins.length - 1]?.end;
  const mean = total ? periods.reduce((s, p) => s + p.score * p.n, 0) / total : 0;
  return (
    <>
      <section class="panel" aria-label="Events over time">
        <p class="pair-head">
          <a href={actorHref(a)}>{nameA}</a> and <a href={actorHref(b)}>{nameB}</a>: <span class="num">{plural(total, "event")}</span>, mean score{" "}
          <span class="num" title="Mean PLOVER score, from −10 (war) to +10 (aid)">{decimal(mean)}</span>
        </p>
        <Legend />
        <div ref={box}>
          <Lane bins={bins} width={width} height={laneHeight(bins)} dots={dots} from={from} to={to} label={laneLabel(periods, by, nameA, nameB)} />
        </div>
        <Score periods={periods} bins={bins} nameA={nameA} nameB={nameB} from={from} to={to} />
        <PeriodTable periods={periods} by={by} nameA={nameA} nameB={nameB} />
      </section>
      <Lists events={events} />
    </>
  );
}

function dotsOf(events: Event[]): Dot[] {
  return events.map((e) => ({ id: e.id, at: timeOf(e.date), quad: e.quad_code, title: `${oneLine(e)}\n${e.text}`, href: eventHref(e.id) })).filter((d) => !Number.isNaN(d.at));
}

function laneLabel(periods: Period[], by: string, a: string, b: string): string {
  const coop = periods.reduce((n, p) => n + p.quad[1] + p.quad[2], 0);
  const all = periods.reduce((n, p) => n + p.n, 0);
  return `${a} and ${b} by ${by}: ${coop} cooperative events above the line, ${all - coop} conflictual below. The table below holds the counts.`;
}

function Score({ periods, bins, nameA, nameB, from, to }: { periods: Period[]; bins: Bin[]; nameA: string; nameB: string; from?: number; to?: number }) {
  const { times, series } = useMemo(() => {
    return {
      times: bins.map((bin) => (bin.start + bin.end) / 2000), // the middle of each period, in seconds
      series: [
        { name: "mean of three periods", colour: "accent", values: running(periods) },
        { name: `${nameA} to ${nameB}`, colour: "ink-2", points: true, values: periods.map((p) => (p.forward.n ? p.forward.score : null)) },
        { name: `${nameB} to ${nameA}`, colour: "m-actor", points: true, hollow: true, values: periods.map((p) => (p.backward.n ? p.backward.score : null)) },
      ],
    };
  }, [periods, bins, nameA, nameB]);
  if (periods.length < 2) return null;
  return <Curve times={times} series={series} label={`Score of ${nameA} and ${nameB} over time, from −10 to +10`} from={from && from / 1000} to={to && to / 1000} />;
}

/** The mean over a period and its neighbours, weighed by the number of events. */
function running(periods: Period[]): (number | null)[] {
  return periods.map((_, i) => {
    const near = periods.slice(Math.max(0, i - 1), i + 2);
    const n = near.reduce((sum, p) => sum + p.n, 0);
    return n ? near.reduce((sum, p) => sum + p.score * p.n, 0) / n : null;
  });
}

function PeriodTable({ periods, by, nameA, nameB }: { periods: Period[]; by: string; nameA: string; nameB: string }) {
  return (
    <details class="as-table">
      <summary>The same as a table</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label="Counts of each period">
        <table>
          <thead>
            <tr>
              <th scope="col">{by}</th><th scope="col" class="num">events</th>
              <th scope="col" class="num">verbal coop.</th><th scope="col" class="num">material coop.</th>
              <th scope="col" class="num">verbal conflict</th><th scope="col" class="num">material conflict</th>
              <th scope="col" class="num">score</th><th scope="col" class="num">{nameA} acts</th><th scope="col" class="num">{nameB} acts</th>
            </tr>
          </thead>
          <tbody>
            {periods.filter((p) => p.n > 0).map((p) => (
              <tr key={p.start}>
                <th scope="row" class="num">{p.start}</th><td class="num">{p.n}</td>
                {p.quad.slice(1, 5).map((n, i) => <td key={i} class="num">{n}</td>)}
                <td class="num">{decimal(p.score)}</td><td class="num">{p.forward.n}</td><td class="num">{p.backward.n}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const groups: [name: string, of: (e: Event) => boolean][] = [
  ["Contacts", (e) => e.event[0] === "CONSULT" || e.base_event === "CONSULT"],
  ["Statements", (e) => e.event[0] !== "CONSULT" && e.base_event !== "CONSULT" && (e.quad_code === 1 || e.quad_code === 3)],
  ["Aid and cooperation", (e) => e.quad_code === 2],
  ["Sanctions and force", (e) => e.quad_code === 4],
  ["Who said what", (e) => e.said_by !== null],
];

function Lists({ events }: { events: Event[] }) {
  return (
    <div class="groups">
      {groups.map(([name, of]) => {
        const list = events.filter(of);
        return <Group key={name} name={name} events={list} said={name === "Who said what"} />;
      })}
    </div>
  );
}

function Group({ name, events, said }: { name: string; events: Event[]; said: boolean }) {
  const [all, showAll] = useState(false);
  const shown = all ? events : events.slice(0, 8);
  return (
    <section class="panel">
      <h2>{name} <span class="num faint">{number(events.length)}</span></h2>
      {events.length === 0 && <p class="faint">None.</p>}
      {said ? <Said events={shown} /> : <EventList events={shown} />}
      {events.length > shown.length && <button type="button" class="quiet" onClick={() => showAll(true)}>Show all {number(events.length)}</button>}
    </section>
  );
}

function Said({ events }: { events: Event[] }) {
  return (
    <ul class="said">
      {events.map((e) => (
        <li key={e.id}>
          <b>{e.said_by!.identifier_text || e.said_by!.entity_text}</b> <span class="faint num">{e.date ?? ""}</span>
          <blockquote><a class="plain" href={eventHref(e.id)}>{e.text}</a></blockquote>
        </li>
      ))}
    </ul>
  );
}

