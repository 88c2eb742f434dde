// Events over time, cooperation above a line and conflict below it. What is done stands
// next to the line, what is said beyond it. Few events are drawn one by one, many as bars.
import { quadNames } from "../lib/format";
import { periodEnd, timeTicks } from "../lib/scale";
import type { Quad } from "../lib/types";
import { GlyphShape } from "./glyph";

export interface Bin {
  start: number; // milliseconds
  end: number;
  label: string;
  quad: readonly number[];
  href?: string;
}

export interface Dot {
  id: string;
  at: number;
  quad: Quad;
  title: string;
  href: string;
}

export function binsOf(periods: { start: string; quad: readonly number[] }[], by: string, hrefOf?: (from: string, to: string) => string): Bin[] {
  return periods.map((p) => {
    const start = Date.parse(`${p.start.slice(0, 10)}T00:00:00Z`);
    const end = periodEnd(start, by);
    const last = new Date(end - 1).toISOString().slice(0, 10);
    return { start, end, label: by === "day" ? p.start : `${p.start} to ${last}`, quad: p.quad, href: hrefOf?.(p.start.slice(0, 10), last) };
  });
}

interface Props {
  bins: Bin[];
  width: number;
  height?: number;
  label: string;
  dots?: Dot[]; // the events themselves, if they are few enough
  from?: number;
  to?: number;
}

const widest = 64;
const left = 34;
const right = 8;

/** Room for as many single events as stand above each other, within bounds. */
export function laneHeight(bins: Bin[]): number {
  const up = Math.max(0, ...bins.map((b) => (b.quad[1] ?? 0) + (b.quad[2] ?? 0)));
  const down = Math.max(0, ...bins.map((b) => (b.quad[3] ?? 0) + (b.quad[4] ?? 0)));
  return Math.min(240, Math.max(110, (up + down) * 16 + 50));
}

export function Lane({ bins, width, height = 170, label, dots, from, to }: Props) {
  if (width < 60 || bins.length === 0) return null;
  const start = from ?? bins[0]!.start;
  const end = to ?? bins[bins.length - 1]!.end;
  const x = (ms: number) => left + ((ms - start) / (end - start || 1)) * (width - left - right);
  const axis = height - 18;
  const up = Math.max(1, ...bins.map((b) => (b.quad[1] ?? 0) + (b.quad[2] ?? 0)));
  const down = Math.max(1, ...bins.map((b) => (b.quad[3] ?? 0) + (b.quad[4] ?? 0)));
  const share = Math.min(Math.max(up / (up + down), 0.25), 0.75);
  const zero = Math.round(6 + (axis - 12) * share);
  const unit = Math.min((zero - 8) / up, (axis - 4 - zero) / down);
  const single = dots && dots.length > 0 && unit >= 7 ? dots : undefined;
  return (
    <svg class="lane" width={width} height={height} role="figure" aria-label={label}>
      {timeTicks(start, end, Math.max(2, Math.floor((width - left) / 70))).filter((t) => x(t.at) < width - 24).map((t) => (
        <g key={t.at} class="tick">
          <path d={`M${x(t.at)} 4V${axis}`} />
          <text x={x(t.at)} y={height - 4} text-anchor="middle">{t.label}</text>
        </g>
      ))}
      <text class="side" x={left - 6} y={zero - 6} text-anchor="end">coop.</text>
      <text class="side" x={left - 6} y={zero + 14} text-anchor="end">confl.</text>
      {single ? <Dots dots={single} bins={bins} x={x} zero={zero} unit={Math.min(unit, 15)} /> : bins.map((b) => <Bar key={b.start} bin={b} x={x} zero={zero} unit={unit} />)}
      <path class="zero" d={`M${left} ${zero}H${width - right}`} />
    </svg>
  );
}

function Bar({ bin, x, zero, unit }: { bin: Bin; x: (ms: number) => number; zero: number; unit: number }) {
  const [, vc = 0, mc = 0, vx = 0, mx = 0] = bin.quad;
  const gap = x(bin.end) - x(bin.start) > 4 ? 1 : 0;
  const width = Math.min(widest, Math.max(1, x(bin.end) - x(bin.start) - gap));
  const at = (x(bin.start) + x(bin.end) - width) / 2;
  const title = `${bin.label}: ${[vc, mc, vx, mx].map((n, i) => n && `${n} ${quadNames[(i + 1) as Quad]}`).filter(Boolean).join(", ") || "none"}`;
  const body = (
    <>
      <title>{title}</title>
      <rect class="q2 fill" x={at} width={width} y={zero - mc * unit} height={mc * unit} />
      <rect class="q1 fill hollow" x={at} width={width} y={zero - (mc + vc) * unit} height={vc * unit} />
      <rect class="q4 fill" x={at} width={width} y={zero} height={mx * unit} />
      <rect class="q3 fill hollow" x={at} width={width} y={zero + mx * unit} height={vx * unit} />
    </>
  );
  return bin.href ? <a href={bin.href} tabIndex={-1}>{body}</a> : <g>{body}</g>;
}

function Dots({ dots, bins, x, zero, unit }: { dots: Dot[]; bins: Bin[]; x: (ms: number) => number; zero: number; unit: number }) {
  return (
    <>
      {bins.map((bin) => {
        const inside = dots.filter((d) => d.at >= bin.start && d.at < bin.end);
        const middle = (x(bin.start) + x(bin.end)) / 2;
        const r = Math.max(2.5, Math.min(unit / 2 - 0.8, (x(bin.end) - x(bin.start)) / 2, 6));
        const side = (list: Dot[], sign: number) =>
          list.map((d, i) => (
            <a key={d.id} href={d.href} tabIndex={-1} class={`q${d.quad}`}>
              <title>{d.title}</title>
              <GlyphShape quad={d.quad} x={middle} y={zero + sign * (i + 0.5) * unit + sign * 2} r={r} />
            </a>
          ));
        // What is done is nearest to the line.
        return (
          <g key={bin.start}>
            {side(inside.filter((d) => d.quad <= 2).sort((a, b) => b.quad - a.quad), -1)}
            {side(inside.filter((d) => d.quad >= 3).sort((a, b) => b.quad - a.quad), 1)}
          </g>
        );
      })}
    </>
  );
}
