// Starts demarche with a record of invented news and a browser to look at it.
import { chromium } from "playwright-core";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { news } from "./news.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The first browser that is there: $CHROMIUM, or where distributions put it. */
export function browserPath() {
  return [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((p) => p && existsSync(p));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** A server on a record of its own; stop() ends it and takes the record away. */
export async function startServer(binary) {
  const folder = mkdtempSync(path.join(tmpdir(), "demarche-ui-"));
  const [db, articles] = [path.join(folder, "news.db"), path.join(folder, "news.jsonl")];
  writeFileSync(articles, news().map((a) => JSON.stringify(a)).join("\n") + "\n");
  execFileSync(binary, ["ingest", "--db", db, articles], { stdio: ["ignore", "ignore", "inherit"] });
  execFileSync(binary, ["ingest", "--db", db, "--sample"], { stdio: ["ignore", "ignore", "inherit"] });
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const server = spawn(binary, ["serve", "--db", db, "--addr", `127.0.0.1:${port}`], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr.on("data", (d) => (said += d));
  for (let tries = 0; ; tries++) {
    const up = await fetch(`${base}/healthz`).then((r) => r.ok, () => false);
    if (up) break;
    if (tries > 100 || server.exitCode !== null) throw new Error(`demarche serve did not start: ${said}`);
    await new Promise((r) => setTimeout(r, 100));
  }
  return {
    base,
    get: async (address) => (await fetch(base + address)).json(),
    stop: () => {
      server.kill("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function startBrowser() {
  // The sandbox of the browser needs rights that a container's root has not; only our own pages are opened.
  return chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--force-color-profile=srgb", "--hide-scrollbars"] });
}

/**
 * Opens an address and notes everything that must not happen: errors on the console
 * (violations of the content security policy are such), and requests to other hosts.
 */
export async function open(browser, base, address, { width = 1440, height = 900, scheme = "light", context } = {}) {
  const own = context ?? (await browser.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: "reduce", locale: "en-GB", timezoneId: "UTC" }));
  const page = await own.newPage();
  const wrong = [];
  page.on("console", (m) => m.type() === "error" && wrong.push(`console: ${m.text()}`));
  page.on("pageerror", (e) => wrong.push(`error: ${e.message}`));
  page.on("request", (r) => {
    if (!r.url().startsWith(base) && !/^(data|blob):/.test(r.url())) wrong.push(`outside request: ${r.url()}`);
  });
  await page.goto(base + address);
  await settled(page);
  return { page, wrong, close: () => own.close() };
}

/** Waits until nothing is loading and every canvas is drawn. */
export async function settled(page) {
  await page.waitForSelector("#main");
  await page.waitForFunction(() => {
    const waiting = document.querySelector(".loading, .stale");
    const blank = [...document.querySelectorAll(".map canvas, .graph canvas")].some((c) => !c.dataset.drawn);
    return !waiting && !blank;
  });
  await page.waitForTimeout(60); // one more frame for what is drawn after its data came
}

/** What axe finds of serious or critical weight. */
export async function axeFindings(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations
      .filter((v) => v.impact === "serious" || v.impact === "critical")
      .map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => `${n.target.join(" ")} ${(n.any[0] ?? n.all[0])?.message ?? ""}`).join(" | ")}`);
  });
}
