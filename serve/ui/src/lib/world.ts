// The map of the world: built into the program, loaded once when a view draws it.
import { geoArea, geoCentroid } from "d3-geo";
import type { Feature, Geometry, MultiLineString, Polygon } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

declare const WORLD_URL: string;

export interface World {
  land: Feature<Geometry>;
  borders: MultiLineString;
  countries: Country[];
}

/** Where the name of a country goes: the middle of its largest part, and how large that is. */
export interface Country {
  name: string;
  at: [lon: number, lat: number];
  size: number; // square root of the part of the sphere, in radians
}

let loading: Promise<World> | undefined;

export function world(): Promise<World> {
  loading ??= load().catch((err: unknown) => {
    loading = undefined; // so that the next view tries again
    throw err;
  });
  return loading;
}

async function load(): Promise<World> {
  const response = await fetch(WORLD_URL);
  if (!response.ok) throw new Error(`the map was not found (${response.status})`);
  const topology = (await response.json()) as Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
  const { countries, land } = topology.objects;
  return {
    land: feature(topology, land) as unknown as Feature<Geometry>,
    borders: mesh(topology, countries, (a, b) => a !== b),
    countries: feature(topology, countries).features.flatMap(placed),
  };
}

function placed({ properties, geometry }: Feature<Geometry, unknown>): Country[] {
  const parts: Polygon[] =
    geometry.type === "Polygon" ? [geometry] : geometry.type === "MultiPolygon" ? geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates })) : [];
  const largest = parts.map((part) => ({ part, area: geoArea(part) })).sort((a, b) => b.area - a.area)[0];
  const name = (properties as { name?: string } | null)?.name;
  return largest && name ? [{ name, at: geoCentroid(largest.part), size: Math.sqrt(largest.area) }] : [];
}
