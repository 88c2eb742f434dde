// The query language of `demarche search`, as far as menus and facets edit it.
// The query text is the one place where a view's filters are kept.

export interface Term {
  field: string; // "" for bare words
  values: string[];
  not: boolean;
}

/** Divides a query into its terms; never fails: what it cannot read stays a bare word. */
export function parse(query: string): Term[] {
  const terms: Term[] = [];
  for (const [raw] of query.matchAll(/-?(?:\w+:)?(?:"[^"]*"?|[^\s"])+/g)) {
    const m = /^(-?)(\w+):(.+)$/s.exec(raw);
    if (!m) terms.push({ field: "", values: [raw], not: false });
    else terms.push({ field: m[2]!, values: split(m[3]!), not: m[1] === "-" });
  }
  return terms;
}

function split(values: string): string[] {
  return [...values.matchAll(/(?:"[^"]*"?|[^,"])+/g)].map(([v]) => unquote(v)).filter(Boolean);
}

function unquote(value: string): string {
  return value.replace(/^"|"$/g, "");
}

function quote(value: string): string {
  return /^[\p{L}\p{N}_.\-*]+$/u.test(value) ? value : `"${value.replaceAll('"', "")}"`;
}

export function format(terms: Term[]): string {
  return terms
    .filter((t) => t.values.length > 0)
    .map((t) => (t.field ? `${t.not ? "-" : ""}${t.field}:${t.values.map(quote).join(",")}` : t.values.join(" ")))
    .join(" ");
}

export function has(query: string, field: string, value: string): boolean {
  return parse(query).some((t) => t.field === field && !t.not && t.values.includes(value));
}

export function valuesOf(query: string, field: string): string[] {
  return parse(query).flatMap((t) => (t.field === field && !t.not ? t.values : []));
}

/** Adds the value to the field, or takes it away where it is there. */
export function toggle(query: string, field: string, value: string): string {
  const terms = parse(query);
  const at = terms.find((t) => t.field === field && !t.not);
  if (!at) terms.push({ field, values: [value], not: false });
  else if (at.values.includes(value)) at.values = at.values.filter((v) => v !== value);
  else at.values.push(value);
  return format(terms);
}

/** Gives the field one value; "" takes the field away. */
export function put(query: string, field: string, value: string): string {
  const terms = parse(query).filter((t) => t.field !== field || t.not);
  if (value) terms.push({ field, values: [value], not: false });
  return format(terms);
}

export function without(query: string, index: number): string {
  return format(parse(query).filter((_, i) => i !== index));
}
