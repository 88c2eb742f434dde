// Time on a line: where the ticks go and what they say.

export interface Tick {
  at: number; // milliseconds
  label: string;
}

const day = 864e5;

/** Ticks of whole years, months or days between two times, at most about `most` of them. */
export function timeTicks(from: number, to: number, most: number): Tick[] {
  const span = to - from;
  if (span <= 0 || most < 1) return [];
  const years = span / (365.25 * day);
  const months = years * 12;
  if (months > most * 6) return byYears(from, to, Math.ceil(years / most));
  if (months > 1.5) return byMonths(from, to, [1, 2, 3, 6, 12].find((n) => months / n <= most) ?? 12);
  return byDays(from, to, [1, 2, 7, 14].find((n) => span / day / n <= most) ?? 14);
}

function byYears(from: number, to: number, step: number): Tick[] {
  const ticks: Tick[] = [];
  const first = Math.ceil(new Date(from).getUTCFullYear() / step) * step;
  for (let year = first; Date.UTC(year, 0) <= to; year += step) ticks.push({ at: Date.UTC(year, 0), label: String(year) });
  return ticks.filter((t) => t.at >= from);
}

function byMonths(from: number, to: number, step: number): Tick[] {
  const ticks: Tick[] = [];
  const start = new Date(from);
  for (let n = start.getUTCFullYear() * 12 + start.getUTCMonth(); ; n++) {
    const at = Date.UTC(Math.floor(n / 12), n % 12);
    if (at > to) return ticks;
    if (at >= from && n % step === 0) ticks.push({ at, label: new Date(at).toISOString().slice(0, n % 12 === 0 ? 4 : 7) });
  }
}

function byDays(from: number, to: number, step: number): Tick[] {
  const ticks: Tick[] = [];
  for (let at = Math.ceil(from / day) * day; at <= to; at += day * step) ticks.push({ at, label: new Date(at).toISOString().slice(5, 10) });
  return ticks;
}

/** The end of the period that starts at `start`. */
export function periodEnd(start: number, by: string): number {
  const d = new Date(start);
  switch (by) {
    case "year":
      return Date.UTC(d.getUTCFullYear() + 1, 0);
    case "month":
      return Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + 1);
    case "week":
      return start + 7 * day;
    default:
      return start + day;
  }
}
