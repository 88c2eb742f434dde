// Tests of the web interface in a real browser:
//   node run.mjs BINARY                  runs them
//   node run.mjs BINARY --only WORDS     runs those whose name holds the words
//   node run.mjs BINARY --shots FOLDER   makes the screenshots of docs instead
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { browserPath, open, startBrowser, startServer } from "./harness.mjs";
import { pages } from "./pages.mjs";
import { small } from "./png.mjs";
import { tests } from "./tests.mjs";

const [binary, flag, folder] = process.argv.slice(2);
if (!binary) {
  console.error("usage: node run.mjs BINARY [--only WORDS | --shots FOLDER]");
  process.exit(2);
}
if (!browserPath()) {
  console.log("skipped: there is no Chromium here; install it, or name one in $CHROMIUM");
  process.exit(0);
}

const server = await startServer(path.resolve(binary));
const browser = await startBrowser();
try {
  const all = await pages(server);
  if (flag === "--shots") await shots(all, folder);
  else await runTests(all);
} finally {
  await browser.close();
  server.stop();
}

async function runTests(all) {
  let failed = 0;
  for (const [name, test] of tests(all)) {
    if (flag === "--only" && !name.includes(folder)) continue;
    const start = Date.now();
    try {
      await test({ browser, server, base: server.base, pages: all });
      console.log(`ok   ${name} (${Date.now() - start} ms)`);
    } catch (err) {
      failed++;
      console.log(`FAIL ${name}\n     ${String(err.message ?? err).replaceAll("\n", "\n     ")}`);
    }
  }
  if (failed > 0) process.exitCode = 1;
  console.log(failed ? `${failed} failed` : "all passed");
}

async function shots(all, to) {
  await mkdir(to, { recursive: true });
  const desk = await browser.newPage();
  const take = async (page, name) => writeFile(path.join(to, name), await small(desk, await page.screenshot()));
  for (const { name, path: address } of all) {
    for (const scheme of ["light", "dark"]) {
      const { page, close } = await open(browser, server.base, address, { scheme, width: 1280, height: 800 });
      await take(page, `${name}-${scheme}.png`);
      await close();
    }
  }
  const { page, close } = await open(browser, server.base, "/events", { width: 360, height: 720 });
  await take(page, "events-phone.png");
  await close();
}
