// The score of a pair over time: the mean of each period and its running mean.
import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useThemeRound, useWidth } from "../lib/hooks";
import { timeTicks } from "../lib/scale";
import { decimal, signed } from "../lib/format";
import { colours } from "../lib/theme";

export interface Series {
  name: string;
  colour: string; // token
  dash?: number[];
  points?: boolean;
  hollow?: boolean;
  values: (number | null)[];
}

interface Props {
  times: number[]; // seconds
  series: Series[];
  label: string;
  height?: number;
  from?: number;
  to?: number;
}

export function Curve({ times, series, label, height = 150, from, to }: Props) {
  const [box, width] = useWidth<HTMLDivElement>();
  const plot = useRef<uPlot | undefined>(undefined);
  const theme = useThemeRound();
  useEffect(() => {
    if (!box.current || width < 60 || times.length === 0) return;
    const [start, end] = [from ?? times[0]!, to ?? times[times.length - 1]!];
    const [ink = "", line = "", paper = "", ...inks] = colours("ink-2", "line", "surface", ...series.map((s) => s.colour));
    const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { show: false }, font: "11px system-ui, sans-serif" };
    plot.current = new uPlot(
      {
        width,
        height,
        padding: [8, 8, 0, 0],
        cursor: { drag: { x: false, y: false }, y: false },
        legend: { live: true },
        tzDate: (s) => uPlot.tzDate(new Date(s * 1000), "UTC"),
        scales: { x: { range: [start, end] }, y: { range: (_, min, max) => [Math.min(-2, min ?? 0), Math.max(2, max ?? 0)] } },
        axes: [
          // The lane above has the dates; the lines go on.
          { ...axis, size: 8, gap: 0, splits: () => timeTicks(start * 1000, end * 1000, Math.max(2, Math.floor((width - 34) / 70))).map((t) => t.at / 1000), values: (_, splits) => splits.map(() => "") },
          { ...axis, size: 34, gap: 4, space: 24, values: (_, splits) => splits.map(signed) },
        ],
        series: [
          { label: "Period", value: (_, v) => (v == null ? "–" : new Date(v * 1000).toISOString().slice(0, 10)) },
          ...series.map((s, i) => ({
            label: s.name,
            stroke: inks[i],
            width: s.points ? 0 : 2,
            dash: s.dash,
            points: { show: Boolean(s.points), size: 7, width: 2, fill: s.hollow ? paper : inks[i], stroke: inks[i] },
            spanGaps: true,
            value: (_: uPlot, v: number | null) => (v == null ? "–" : decimal(v)),
          })),
        ],
      },
      [times, ...series.map((s) => s.values)] as uPlot.AlignedData,
      box.current,
    );
    return () => plot.current?.destroy();
  }, [width, times, series, theme, from, to]);
  return <div class="curve" ref={box} role="img" aria-label={label} />;
}
