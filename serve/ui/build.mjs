// Bundles src/ into static/, which is committed and embedded, so that building demarche
// needs Go alone. `node build.mjs --check` says whether static/ is what src/ gives.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(root, "static");

const bundled = ["preact", "uplot", "d3-geo", "d3-array", "internmap", "d3-force", "d3-dispatch", "d3-quadtree", "d3-timer", "topojson-client", "world-atlas"];

const hash = (content) => createHash("sha256").update(content).digest("hex").slice(0, 10);

/** Every file of static/ by its path. */
async function files() {
  const world = await readFile(path.join(root, "node_modules/world-atlas/countries-110m.json"));
  const result = await build({
    entryPoints: [path.join(root, "src/app.tsx")],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: "esm",
    target: ["es2022", "chrome123", "firefox120", "safari17.5"],
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { WORLD_URL: JSON.stringify(`/assets/world.json?v=${hash(world)}`) },
    legalComments: "none", // assets/NOTICE.txt has the licences
    charset: "utf8",
    outdir: out,
    write: false,
  });
  const of = (ending) => Buffer.from(result.outputFiles.find((f) => f.path.endsWith(ending)).contents);
  const [js, css] = [of(".js"), of(".css")];
  const icon = await readFile(path.join(root, "src/icon.svg"));
  const page = (await readFile(path.join(root, "src/index.html"), "utf8"))
    .replace("app.css", `app.css?v=${hash(css)}`)
    .replace("app.js", `app.js?v=${hash(js)}`)
    .replace("icon.svg", `icon.svg?v=${hash(icon)}`);
  return new Map([
    ["index.html", Buffer.from(page)],
    ["assets/app.js", js],
    ["assets/app.css", css],
    ["assets/world.json", world],
    ["assets/icon.svg", icon],
    ["assets/NOTICE.txt", Buffer.from(await notice())],
  ]);
}

/** The licences of what is bundled. */
async function notice() {
  const parts = ["The web interface of demarche contains the following software and data.\n"];
  for (const name of bundled) {
    const folder = path.join(root, "node_modules", name);
    const { version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((f) => /^licen[cs]e/i.test(f));
    const text = file ? (await readFile(path.join(folder, file), "utf8")).trim() : license;
    parts.push(`${"=".repeat(72)}\n${name} ${version} (${license})\n\n${text}\n`);
  }
  parts.push(`${"=".repeat(72)}\nThe outlines of the world are Natural Earth data, in the public domain.\n`);
  return parts.join("\n");
}

async function present(folder = out) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((e) => e.isFile()).map((e) => path.relative(out, path.join(e.parentPath, e.name)));
}

async function check(built) {
  const stale = (await present()).filter((name) => !built.has(name));
  for (const [name, content] of built) {
    const now = await readFile(path.join(out, name)).catch(() => undefined);
    if (!now?.equals(content)) stale.push(name);
  }
  if (stale.length === 0) return;
  console.error(`static/ is not what src/ gives: ${stale.join(", ")}. Run: npm run build`);
  process.exitCode = 1;
}

const built = await files();
if (process.argv.includes("--check")) {
  await check(built);
} else {
  await rm(out, { recursive: true, force: true });
  for (const [name, content] of built) {
    await mkdir(path.dirname(path.join(out, name)), { recursive: true });
    await writeFile(path.join(out, name), content);
  }
  for (const [name, content] of built) console.log(`${String(content.length).padStart(8)} ${name}`);
}
