// The map of the world: built into the program, loaded once when a view draws it.
import type { Feature, MultiLineString, Geometry } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

declare const WORLD_URL: string;

export interface World {
  land: Feature<Geometry>;
  borders: MultiLineString;
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
  };
}
