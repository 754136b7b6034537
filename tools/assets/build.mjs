// Puts assets/ together for serving: node tools/assets/build.mjs OUT. Writes app.css and app.js
// (joined in the order of the files called `order`, then made small), the SVG files and the fonts.
// build.sh writes the same names without node, only not made small. No hashes here: asset_pack
// names and embeds.
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transform as transformScript } from "esbuild";
import { transform as transformStyle } from "lightningcss";

const assets = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "assets");
const out = process.argv[2];
if (!out) {
  console.error("use: node tools/assets/build.mjs OUT");
  process.exit(2);
}

// What a browser must be able to do; lightningcss counts versions as major << 16 | minor << 8.
const targets = { chrome: 111 << 16, safari: (16 << 16) | (4 << 8), firefox: 115 << 16 };
const script = { target: ["chrome111", "safari16.4", "firefox115"], charset: "utf8" };

async function joined(folder) {
  const order = (await readFile(join(assets, folder, "order"), "utf8")).split("\n").filter(Boolean);
  const read = (name) => readFile(join(assets, folder, name), "utf8");
  return (await Promise.all(order.map(read))).join("");
}

async function style() {
  const code = Buffer.from(await joined("css"));
  const made = transformStyle({ filename: "app.css", code, minify: true, targets });
  for (const warning of made.warnings) console.error(`app.css: ${warning.message}`);
  await writeFile(join(out, "app.css"), made.code);
}

async function scripts() {
  const made = await transformScript(await joined("js"), { ...script, minify: true });
  await writeFile(join(out, "app.js"), made.code);
}

async function pictures() {
  for (const name of ["icons.svg", "pictures.svg", "icon.svg"]) {
    const text = await readFile(join(assets, name), "utf8");
    await writeFile(join(out, name), text.replace(/<!--[^]*?-->\n?/g, "").replace(/>\n</g, "><"));
  }
}

await mkdir(join(out, "fonts"), { recursive: true });
await Promise.all([style(), scripts(), pictures(),
  cp(join(assets, "fonts"), join(out, "fonts"),
    { recursive: true, filter: (path) => !path.endsWith(".txt") })]);
