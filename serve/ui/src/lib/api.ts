// Calls of the API. Errors carry what to do about them.

export type Params = Record<string, string | number | undefined>;

/** A failed call: what went wrong, and what to do about it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly advice: string,
  ) {
    super(`${title}: ${advice}`);
  }
}

/** The address of a call; parameters without a value are left out. */
export function address(path: string, params: Params = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  const tail = search.toString();
  return `/api/v1${path}${tail ? `?${tail}` : ""}`;
}

export async function get<T>(url: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(await send(url, { headers: { Accept: "application/json" }, signal }));
}

/** Sends an object as JSON, or text of another type as it is. */
export async function post<T>(url: string, body: object | string, type = "application/json"): Promise<T> {
  const headers = { Accept: "application/json", "Content-Type": type };
  return answer<T>(await send(url, { method: "POST", headers, body: typeof body === "string" ? body : JSON.stringify(body) }));
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (err) {
    if (err instanceof DOMException && err.name === "AbortError") throw err;
    throw new ApiError(0, "The server does not answer", "See that demarche serve is still running, then try again.");
  }
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  throw await problem(response);
}

async function problem(response: Response): Promise<ApiError> {
  if (response.status === 401) {
    return new ApiError(401, "A token is needed", "Open the address with ?token= that the server printed when it started.");
  }
  let title = response.statusText || `Error ${response.status}`;
  let detail = "Try again; if it stays, see what the server printed.";
  try {
    const body = (await response.json()) as { title?: string; detail?: string };
    title = body.title ?? title;
    detail = (body.detail ?? detail).replace(/^q: (query, )?/, ""); // the field says what it is
  } catch {
    // No problem document: the status has to do.
  }
  return new ApiError(response.status, title, detail);
}
