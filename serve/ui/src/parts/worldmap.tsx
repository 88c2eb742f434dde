// The map with events and travels: drag, wheel, pinch, buttons or keys move it.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { number, quadNames } from "../lib/format";
import { useThemeRound, useWidth } from "../lib/hooks";
import { draw, projectionOf, radiusOf, wholeWorld, type Camera, type Palette } from "../lib/mapdraw";
import { colours } from "../lib/theme";
import type { Leg, Point, Quad } from "../lib/types";
import { world, type World } from "../lib/world";
import { Failed, Loading } from "./states";

interface Props {
  points: Point[];
  itineraries: { name: string; legs: Leg[] }[];
  chosen?: string;
  onPick?: (point: Point | undefined) => void;
  camera?: Camera;
  onCamera?: (camera: Camera) => void;
  small?: boolean; // a picture that fits what it shows, without controls
  height?: number;
}

const nearest = 40;

export function WorldMap({ points, itineraries, chosen, onPick, camera, onCamera, small, height: wanted }: Props) {
  const [box, width] = useWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [ground, setGround] = useState<World>();
  const [error, setError] = useState<unknown>();
  const [cam, setCam] = useState<Camera>(camera ?? wholeWorld);
  const [tip, setTip] = useState<{ point: Point; x: number; y: number }>();
  const theme = useThemeRound();
  const height = wanted ?? Math.round(small ? Math.min(560, Math.max(150, width * 0.5)) : Math.max(190, width * 0.52));

  useEffect(() => {
    world().then(setGround, setError);
  }, []);
  const fitted = useMemo(() => (camera ? undefined : fit(points, itineraries, width, height)), [points, itineraries, width, height]);
  useEffect(() => {
    if (fitted) setCam(fitted);
  }, [fitted]);

  const palette = useMemo(paletteNow, [theme]);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || !ground || width < 40) return;
    const ratio = window.devicePixelRatio || 1;
    canvas.current!.width = width * ratio;
    canvas.current!.height = height * ratio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw(context, { world: ground, points, itineraries, chosen, labels: width > 480 || cam.zoom > 1.5 }, cam, width, height, palette);
    canvas.current!.dataset.drawn = String(points.length);
  }, [ground, points, itineraries, chosen, cam, width, height, palette]);

  const moved = (next: Camera) => {
    const sane = { lon: wrap(next.lon), lat: Math.min(84, Math.max(-70, next.lat)), zoom: Math.min(nearest, Math.max(0.8, next.zoom)) };
    setCam(sane);
    onCamera?.(sane);
  };
  const hit = (x: number, y: number): Point | undefined => {
    const projection = projectionOf(cam, width, height);
    const most = Math.max(1, ...points.map((p) => p.n));
    let best: Point | undefined;
    let least = Infinity;
    for (const p of points) {
      const at = projection([p.lon, p.lat]);
      if (!at) continue;
      const d = Math.hypot(at[0] - x, at[1] - y);
      if (d < Math.max(10, radiusOf(p.n, most, width) + 2) && d < least) [best, least] = [p, d];
    }
    return best;
  };
  useGestures(canvas, Boolean(small), cam, moved, width, height, (x, y) => onPick?.(hit(x, y)), (x, y) => {
    const point = x < 0 ? undefined : hit(x, y);
    setTip(point && { point, x, y });
  });

  const summary = `Map with ${number(points.length)} places${itineraries.length ? ` and the travels of ${itineraries.map((i) => i.name).join(", ")}` : ""}. The same as a list stands beside it.`;
  const onKey = (e: KeyboardEvent) => {
    const step = 20 / cam.zoom;
    const to: Record<string, Camera> = {
      ArrowLeft: { ...cam, lon: cam.lon - step }, ArrowRight: { ...cam, lon: cam.lon + step },
      ArrowUp: { ...cam, lat: cam.lat + step }, ArrowDown: { ...cam, lat: cam.lat - step },
      "+": { ...cam, zoom: cam.zoom * 1.5 }, "=": { ...cam, zoom: cam.zoom * 1.5 }, "-": { ...cam, zoom: cam.zoom / 1.5 }, "0": fitted ?? wholeWorld,
    };
    const next = to[e.key];
    if (!next || e.ctrlKey || e.metaKey) return;
    e.preventDefault();
    moved(next);
  };
  return (
    <div class={`map ${small ? "small" : ""}`} ref={box}>
      {error !== undefined ? <Failed error={error} /> : !ground && <Loading what="the map" />}
      <canvas
        ref={canvas}
        style={{ width: "100%", height: `${height}px` }}
        role="img"
        aria-label={summary}
        tabIndex={small ? undefined : 0}
        onKeyDown={small ? undefined : onKey}
      />
      {!small && (
        <div class="map-tools" role="group" aria-label="Move the map">
          <button type="button" aria-label="Nearer" onClick={() => moved({ ...cam, zoom: cam.zoom * 1.6 })}>+</button>
          <button type="button" aria-label="Farther" onClick={() => moved({ ...cam, zoom: cam.zoom / 1.6 })}>−</button>
          <button type="button" aria-label="Show everything" onClick={() => moved(fit(points, itineraries, width, height))}>⤢</button>
          <button type="button" aria-label="Whole world" onClick={() => moved(wholeWorld)}>◯</button>
        </div>
      )}
      {tip && (
        <div class="tip" style={{ left: `${Math.min(tip.x + 12, width - 190)}px`, top: `${tip.y + 12}px` }}>
          <b>{tip.point.place}</b> <span class="num">{number(tip.point.n)}</span>
          {tip.point.quad.map((n, i) => n > 0 && <div key={i} class="faint">{n} {quadNames[i as Quad]}</div>)}
        </div>
      )}
    </div>
  );
}

const wrap = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

function paletteNow(): Palette {
  const [sea = "", land = "", border = "", ink = "", faint = "", paper = "", accent = "", ...quads] = colours(
    "sea", "land", "border", "ink", "ink-2", "surface", "accent", "q1", "q2", "q3", "q4",
  );
  return { sea, land, border, ink, faint, paper, accent, quads };
}

/** A view that holds all that is shown with some air around it, or the world where that is wide. */
export function fit(points: Point[], itineraries: { legs: Leg[] }[], width: number, height: number): Camera {
  const all: [number, number][] = [...points.map((p): [number, number] => [p.lon, p.lat])];
  for (const { legs } of itineraries) for (const l of legs) if (l.lat != null && l.lon != null) all.push([l.lon, l.lat]);
  if (all.length === 0 || width < 40) return wholeWorld;
  const lons = all.map((a) => a[0]);
  const lats = all.map((a) => a[1]);
  const [w, e, s, n] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const base = projectionOf(wholeWorld, width, height);
  const a = base([w, n]);
  const b = base([e, s]);
  if (!a || !b) return wholeWorld;
  const zoom = Math.min((width * 0.78) / Math.max(1, Math.abs(b[0] - a[0])), (height * 0.74) / Math.max(1, Math.abs(b[1] - a[1])), 7);
  return zoom <= 1 ? wholeWorld : { lon: (w + e) / 2, lat: (s + n) / 2, zoom };
}

/** Drag, wheel, pinch, click and hover on a canvas. */
function useGestures(
  canvas: { current: HTMLCanvasElement | null },
  still: boolean,
  cam: Camera,
  moved: (camera: Camera) => void,
  width: number,
  height: number,
  click: (x: number, y: number) => void,
  hover: (x: number, y: number) => void,
): void {
  const latest = useRef({ cam, moved, width, height, click, hover });
  latest.current = { cam, moved, width, height, click, hover };
  useEffect(() => {
    const element = canvas.current!;
    const held = new Map<number, [number, number]>();
    let dragged = 0;
    const at = (e: PointerEvent | WheelEvent): [number, number] => {
      const box = element.getBoundingClientRect();
      return [e.clientX - box.left, e.clientY - box.top];
    };
    /** Moves the map so that what was under `from` comes under `to`, `factor` times nearer. */
    const shift = (from: [number, number], to: [number, number], factor: number) => {
      const { cam: c, width: w, height: h, moved: set } = latest.current;
      const before = projectionOf(c, w, h).invert?.(from);
      const zoom = Math.min(nearest, Math.max(0.8, c.zoom * factor));
      if (!before) return;
      const next = projectionOf({ ...c, zoom }, w, h);
      const now = next(before as [number, number]);
      if (!now) return;
      const middle = next.invert?.([w / 2 + now[0] - to[0], h / 2 + now[1] - to[1]]);
      if (middle && middle.every(Number.isFinite)) set({ lon: middle[0], lat: middle[1], zoom });
    };
    const down = (e: PointerEvent) => {
      element.setPointerCapture(e.pointerId);
      held.set(e.pointerId, at(e));
      dragged = 0;
    };
    const move = (e: PointerEvent) => {
      const to = at(e);
      const from = held.get(e.pointerId);
      if (!from || still) return latest.current.hover(...to);
      dragged += Math.hypot(to[0] - from[0], to[1] - from[1]);
      const other = [...held].find(([id]) => id !== e.pointerId)?.[1];
      const factor = other ? Math.hypot(to[0] - other[0], to[1] - other[1]) / (Math.hypot(from[0] - other[0], from[1] - other[1]) || 1) : 1;
      if (dragged > 3) shift(from, to, factor);
      held.set(e.pointerId, to);
    };
    const up = (e: PointerEvent) => {
      if (held.delete(e.pointerId) && dragged <= 3 && e.type === "pointerup") latest.current.click(...at(e));
    };
    const leave = () => latest.current.hover(-1, -1);
    const wheel = (e: WheelEvent) => {
      if (still) return;
      e.preventDefault();
      shift(at(e), at(e), Math.exp(-e.deltaY * (e.deltaMode ? 0.05 : 0.0016)));
    };
    element.addEventListener("pointerdown", down);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", up);
    element.addEventListener("pointercancel", up);
    element.addEventListener("pointerleave", leave);
    element.addEventListener("wheel", wheel, { passive: false });
    return () => {
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerup", up);
      element.removeEventListener("pointercancel", up);
      element.removeEventListener("pointerleave", leave);
      element.removeEventListener("wheel", wheel);
    };
  }, []);
}
