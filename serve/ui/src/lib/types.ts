// What the API answers, as serve/API.md describes it.

export type Quad = 0 | 1 | 2 | 3 | 4;
/** Events by quad class; the first is what has none. */
export type Quads = [number, number, number, number, number];

export interface Entity {
  code: string | null;
  sector: string | null;
  sectors?: string[];
  entity_text: string;
  start: number;
  end: number;
  identifier_id?: string;
  identifier_text?: string;
  office?: string;
  members?: string[];
}

export interface Location {
  extracted_place: string;
  resolved_place?: string;
  lat: number | null;
  lon: number | null;
  country_code?: string;
  resolution?: string;
  feature_code?: string;
}

export interface Evidence {
  kind: string;
  text: string;
  source?: string;
}

export interface Range {
  min: number;
  max: number;
}

export type Size = Record<string, number | Range | undefined>;

export interface Event {
  id: string;
  doc: string;
  date: string | null;
  enddate: string | null;
  actor: Entity[];
  recipient: Entity[];
  event: string[];
  mode: string[];
  context: string[];
  auxiliary: string[];
  base_event: string;
  cameo: string;
  quad_code: Quad;
  event_scale: number;
  goldstein: number;
  event_loc: Location | null;
  size: Size;
  said_by: Entity | null;
  event_text: string[];
  text: string;
  text_info: { sequence: number; start: number; end: number; event_start: number; event_end: number };
  rule: string;
  confidence: number;
  cite_info: { title?: string; url?: string; publication?: string; coder: string; codebook: string };
  why?: Evidence[];
  mentions?: number;
  sources?: number;
  articles?: number;
  first_seen?: string;
  last_seen?: string;
  history?: { date: string; status: string; mention: string }[];
  frame?: number | null;
  event_id?: string;
}

export interface Reason {
  what: string;
  score: number;
  detail?: string;
}

export interface Mention extends Event {
  story: string;
  published: string;
  reasons?: Reason[];
  document?: Doc;
}

export interface Doc {
  id: string;
  title?: string;
  date?: string;
  url?: string;
  publication?: string;
  language?: string;
  text?: string;
  story?: string;
  original?: boolean;
  words?: number;
  events?: number;
  coder?: string;
  ingested?: string;
}

interface Span {
  start: number;
  end: number;
}

interface Named extends Span {
  text: string;
}

export interface EntitySpan extends Named {
  type: string;
  level: string;
  id: string | null;
  code: string | null;
  cluster: number | null;
  antecedent?: Evidence;
  actors?: {
    id: string;
    name: string;
    code?: string;
    sectors?: string[];
    office?: string;
    wikidata?: string;
    members?: string[];
    source?: string;
  }[];
}

export interface QuoteSpan extends Named {
  kind: string;
  speaker: Entity | null;
  cue: string | null;
}

export interface TimeSpan extends Named {
  type: string;
  value: string;
  end_value?: string;
  mod?: string;
}

export interface PlaceSpan extends Named {
  location: Location;
}

export interface Arg extends Named {
  role: string;
  prep: string;
  frame: number | null;
  path: string;
}

export interface Frame extends Named {
  predicate: string;
  noun: string;
  sentence: number;
  status: string[];
  parent: number | null;
  cues: (Named & { sets: string })[];
  args: Arg[];
}

export interface Reading {
  document: Doc;
  events: Event[];
  sentences: Span[];
  entities: EntitySpan[];
  quotes: QuoteSpan[];
  times: TimeSpan[];
  places: PlaceSpan[];
  frames: Frame[];
}

export interface Count {
  value: string;
  n: number;
}

export interface Facets {
  total: number;
  facets: Record<string, Count[]>;
}

export interface Direction {
  n: number;
  quad: Quads;
  score: number;
}

export interface Period extends Direction {
  start: string;
  types: Record<string, number>;
  forward: Direction;
  backward: Direction;
}

export interface Dyad {
  a: string;
  b: string;
  by: string;
  periods: Period[];
  events: Event[];
}

export interface Leg {
  date?: string;
  place?: string;
  country_code?: string;
  lat?: number | null;
  lon?: number | null;
  type: string;
  status: string;
  with?: string[];
  event: string;
  text: string;
}

export interface Profile {
  name: string;
  code?: string;
  wikidata?: string;
  aliases: string[];
  offices: { title: string; code: string; first?: string; last?: string; n: number }[];
  events: number;
  partners: Count[];
  legs: Leg[];
  quotes: { date?: string; kind: string; text: string; doc: string }[];
}

export interface Suggestion {
  name: string;
  code?: string;
  sector?: string;
  office?: string;
  n: number;
  term: string; // for filters and addresses
}

/** What passed between two, either way, and which part a did to b where that is known. */
export interface Edge {
  a: string;
  b: string;
  n: number;
  quad: Quads;
  forward?: Quads;
  backward?: Quads;
}

export interface Network {
  nodes: { id: string; label: string; n: number }[];
  edges: Edge[];
}

export interface Point {
  place: string;
  country_code?: string;
  lat: number;
  lon: number;
  n: number;
  quad: Quads;
  event: string;
}

export interface MapAnswer {
  points: Point[];
  itineraries: { name: string; legs: Leg[] }[];
  unplaced: number;
}

export interface Stats {
  documents: number;
  stories: number;
  words: number;
  mentions: number;
  events: number;
  quotes: number;
  first?: string;
  last?: string;
  program: string;
  sample: boolean;
  version: string;
}

export interface Vocabulary {
  types: { name: string; quad: Quad; modes: string[]; about: string }[];
  quads: { code: Quad; name: string }[];
  contexts: string[];
  statuses: string[];
  sectors: { code: string; name: string }[];
  countries: { code: string; name: string }[];
  sorts: string[];
}
