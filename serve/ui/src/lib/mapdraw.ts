// Drawing of the map on a canvas.
import { geoGraticule10, geoNaturalEarth1, geoPath, type GeoProjection } from "d3-geo";
import type { Leg, Point } from "./types";
import type { World } from "./world";

/** Where the map looks: the place in its middle, and how near. */
export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
}

export const wholeWorld: Camera = { lon: 0, lat: 12, zoom: 1 };

export interface Palette {
  sea: string;
  land: string;
  border: string;
  ink: string;
  faint: string;
  paper: string;
  accent: string;
  quads: string[]; // verbal and material cooperation, verbal and material conflict
}

export interface Scene {
  world: World;
  points: Point[];
  itineraries: { name: string; legs: Leg[] }[];
  chosen?: string;
  labels: boolean;
}

export function projectionOf(camera: Camera, width: number, height: number): GeoProjection {
  const p = geoNaturalEarth1().fitWidth(width, { type: "Sphere" });
  p.scale(p.scale() * camera.zoom * Math.max(1, height / (width * 0.52)));
  p.translate([0, 0]);
  const [x = 0, y = 0] = p([camera.lon, camera.lat]) ?? [];
  return p.translate([width / 2 - x, height / 2 - y]).clipExtent([[-20, -20], [width + 20, height + 20]]);
}

/** The area of a disc grows with the number of events. */
export function radiusOf(n: number, most: number, width: number): number {
  const largest = Math.min(26, Math.max(10, width / 36));
  return Math.max(3, Math.sqrt(n / Math.max(most, 1)) * largest);
}

export function draw(canvas: CanvasRenderingContext2D, scene: Scene, camera: Camera, width: number, height: number, colour: Palette): void {
  const projection = projectionOf(camera, width, height);
  ground(canvas, scene.world, projection, width, height, colour);
  const most = Math.max(1, ...scene.points.map((p) => p.n));
  const placed = scene.points
    .map((point) => ({ point, at: projection([point.lon, point.lat]), r: radiusOf(point.n, most, width) }))
    .filter((p): p is typeof p & { at: [number, number] } => p.at !== null && p.at[0] > -30 && p.at[0] < width + 30 && p.at[1] > -30 && p.at[1] < height + 30)
    .sort((a, b) => b.r - a.r);
  // Under a travel the places are only its ground.
  const strength = scene.itineraries.some((i) => i.legs.length > 0) ? 0.35 : 0.88;
  for (const { point, at, r } of placed) disc(canvas, at, r, point, point.place === scene.chosen, strength, colour);
  if (scene.labels) {
    const taken = labels(canvas, placed, scene.chosen, width, colour);
    countries(canvas, scene.world, projection, taken, width, height, colour);
  }
  for (const { legs } of scene.itineraries) travel(canvas, legs, projection, colour);
}

function ground(canvas: CanvasRenderingContext2D, world: World, projection: GeoProjection, width: number, height: number, colour: Palette): void {
  const path = geoPath(projection, canvas);
  canvas.clearRect(0, 0, width, height);
  const fill = (style: string, shape: Parameters<typeof path>[0]) => {
    canvas.beginPath();
    path(shape);
    canvas.fillStyle = style;
    canvas.fill();
  };
  const stroke = (style: string, lineWidth: number, shape: Parameters<typeof path>[0]) => {
    canvas.beginPath();
    path(shape);
    canvas.strokeStyle = style;
    canvas.lineWidth = lineWidth;
    canvas.stroke();
  };
  fill(colour.sea, { type: "Sphere" });
  fill(colour.land, world.land);
  canvas.globalAlpha = 0.35;
  stroke(colour.border, 0.5, geoGraticule10());
  canvas.globalAlpha = 1;
  stroke(colour.border, 0.6, world.borders);
  stroke(colour.border, 0.9, world.land);
}

type Box = [left: number, top: number, right: number, bottom: number];

const free = (box: Box, taken: Box[]): boolean => !taken.some(([a, b, c, d]) => box[0] < c && box[2] > a && box[1] < d && box[3] > b);

/** Names of the countries that are large enough for them as the map stands, where nothing else is written. */
function countries(canvas: CanvasRenderingContext2D, world: World, projection: GeoProjection, taken: Box[], width: number, height: number, colour: Palette): void {
  canvas.font = "10px system-ui, sans-serif";
  canvas.textAlign = "center";
  canvas.textBaseline = "middle";
  canvas.fillStyle = colour.faint;
  canvas.globalAlpha = 0.55;
  for (const { name, at, size } of world.countries) {
    const label = name.toUpperCase();
    const w = canvas.measureText(label).width;
    if (size * projection.scale() < w * 1.15) continue;
    const [x = -1, y = -1] = projection(at) ?? [];
    const inside = x > 0 && x < width && y > 0 && y < height;
    if (inside && free([x - w / 2, y - 6, x + w / 2, y + 6], taken)) canvas.fillText(label, x, y);
  }
  canvas.globalAlpha = 1;
}

/** Cooperation is the upper part of a disc, conflict the lower; what is done is darker. */
function disc(canvas: CanvasRenderingContext2D, [x, y]: [number, number], r: number, point: Point, chosen: boolean, strength: number, colour: Palette): void {
  const [, vc = 0, mc = 0, vx = 0, mx = 0] = point.quad;
  const total = vc + mc + vx + mx || 1;
  canvas.globalAlpha = strength;
  // From the top clockwise and counter-clockwise, so that the border between both sinks as conflict shrinks.
  const half = (Math.PI * (vc + mc)) / total;
  const up = -Math.PI / 2;
  wedge(canvas, x, y, r, up - half, up - half + (2 * half * vc) / (vc + mc || 1), colour.quads[0]!);
  wedge(canvas, x, y, r, up - half + (2 * half * vc) / (vc + mc || 1), up + half, colour.quads[1]!);
  const rest = Math.PI - half;
  const down = Math.PI / 2;
  wedge(canvas, x, y, r, down - rest, down - rest + (2 * rest * mx) / (vx + mx || 1), colour.quads[3]!);
  wedge(canvas, x, y, r, down - rest + (2 * rest * mx) / (vx + mx || 1), down + rest, colour.quads[2]!);
  canvas.globalAlpha = 1;
  canvas.beginPath();
  canvas.arc(x, y, r, 0, 2 * Math.PI);
  canvas.strokeStyle = chosen ? colour.ink : colour.paper;
  canvas.lineWidth = chosen ? 2.5 : 1;
  canvas.stroke();
}

function wedge(canvas: CanvasRenderingContext2D, x: number, y: number, r: number, from: number, to: number, style: string): void {
  if (to - from < 1e-6) return;
  canvas.beginPath();
  canvas.moveTo(x, y);
  canvas.arc(x, y, r, from, to);
  canvas.closePath();
  canvas.fillStyle = style;
  canvas.fill();
}

/** A person's way from stop to stop; the way to a stop that is only planned is dashed. */
function travel(canvas: CanvasRenderingContext2D, legs: Leg[], projection: GeoProjection, colour: Palette): void {
  const stops = legs.filter((l): l is Leg & { lat: number; lon: number } => l.lat != null && l.lon != null);
  const path = geoPath(projection, canvas);
  canvas.strokeStyle = colour.ink;
  canvas.lineWidth = 1.8;
  stops.slice(1).forEach((to, i) => {
    const from = stops[i]!;
    canvas.setLineDash(to.status === "done" ? [] : [5, 4]);
    canvas.beginPath();
    path({ type: "LineString", coordinates: [[from.lon, from.lat], [to.lon, to.lat]] });
    canvas.stroke();
  });
  canvas.setLineDash([]);
  canvas.font = "600 10px system-ui, sans-serif";
  canvas.textAlign = "center";
  canvas.textBaseline = "middle";
  const numbers = new Map<string, { at: [number, number]; list: number[]; planned: boolean }>();
  stops.forEach((stop, i) => {
    const at = projection([stop.lon, stop.lat]);
    if (!at) return;
    const key = at.map(Math.round).join();
    const here = numbers.get(key) ?? { at, list: [], planned: true };
    here.list.push(i + 1);
    here.planned &&= stop.status !== "done";
    numbers.set(key, here);
  });
  for (const { at: [x, y], list, planned } of numbers.values()) {
    const label = list.length > 3 ? `${list[0]}…${list[list.length - 1]}` : list.join(",");
    const w = Math.max(16, canvas.measureText(label).width + 8);
    canvas.beginPath();
    canvas.roundRect(x - w / 2, y - 8, w, 16, 8);
    canvas.fillStyle = planned ? colour.paper : colour.ink;
    canvas.fill();
    canvas.setLineDash(planned ? [3, 2] : []);
    canvas.strokeStyle = planned ? colour.ink : colour.paper;
    canvas.lineWidth = 1.2;
    canvas.stroke();
    canvas.setLineDash([]);
    canvas.fillStyle = planned ? colour.ink : colour.paper;
    canvas.fillText(label, x, y + 0.5);
  }
}

interface Placed {
  point: Point;
  at: [number, number];
  r: number;
}

/** Names of the largest places, as many as do not cover each other; the result is where something is. */
function labels(canvas: CanvasRenderingContext2D, placed: Placed[], chosen: string | undefined, width: number, colour: Palette): Box[] {
  canvas.font = "11px system-ui, sans-serif";
  canvas.textBaseline = "middle";
  canvas.lineJoin = "round";
  const taken: Box[] = placed.map(({ at: [x, y], r }) => [x - r * 0.7, y - r * 0.7, x + r * 0.7, y + r * 0.7]);
  const order = [...placed].sort((a, b) => Number(b.point.place === chosen) - Number(a.point.place === chosen) || b.point.n - a.point.n);
  for (const { point, at: [x, y], r } of order.slice(0, 60)) {
    const w = canvas.measureText(point.place).width;
    const right = x + r + 4 + w < width;
    const x0 = right ? x + r + 4 : x - r - 4 - w;
    const box: Box = [x0, y - 7, x0 + w, y + 7];
    if (point.place !== chosen && !free(box, taken)) continue;
    taken.push(box);
    canvas.textAlign = "left";
    canvas.strokeStyle = colour.land;
    canvas.lineWidth = 3;
    canvas.strokeText(point.place, x0, y);
    canvas.fillStyle = point.place === chosen ? colour.ink : colour.faint;
    canvas.fillText(point.place, x0, y);
  }
  return taken;
}
