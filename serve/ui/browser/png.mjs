// Screenshots as small PNGs: of at most 256 colours, the commonest ones.
import { crc32, deflateSync } from "node:zlib";

/** The same picture with a palette; page is any page of a browser, which decodes it. */
export async function small(page, png) {
  const { width, height, palette, indices } = await page.evaluate(reduce, `data:image/png;base64,${png.toString("base64")}`);
  const rows = Buffer.from(indices, "base64");
  const lines = Buffer.alloc((width + 1) * height); // each line begins with its filter: none
  for (let y = 0; y < height; y++) rows.copy(lines, y * (width + 1) + 1, y * width, (y + 1) * width);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8); // eight bits, a palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head), chunk("PLTE", Buffer.from(palette)), chunk("IDAT", deflateSync(lines, { level: 9 })), chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Runs in the browser: the commonest colours, some way apart, and the nearest of them for each pixel. */
async function reduce(url) {
  const image = new Image();
  image.src = url;
  await image.decode();
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const counts = new Map();
  const at = (i) => (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
  for (let i = 0; i < data.length; i += 4) counts.set(at(i), (counts.get(at(i)) ?? 0) + 1);
  const apart = (a, b) => Math.max(Math.abs((a >> 16) - (b >> 16)), Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)), Math.abs((a & 255) - (b & 255)));
  const common = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  const palette = [];
  for (const colour of common) if (palette.length < 256 && !palette.some((p, i) => apart(p, colour) < (i < 32 ? 2 : 10))) palette.push(colour);
  const near = new Map();
  for (const colour of common) {
    let best = 0;
    for (let i = 1; i < palette.length; i++) if (apart(palette[i], colour) < apart(palette[best], colour)) best = i;
    near.set(colour, best);
  }
  let text = "";
  for (let i = 0; i < data.length; i += 4) text += String.fromCharCode(near.get(at(i)));
  return { width, height, palette: palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]), indices: btoa(text) };
}
