// Makes the fonts in assets/fonts/ from the npm packages: Latin-1 in one file (preloaded), Latin
// Extended-A with the rest of Welsh and Romanian in a second that browsers fetch when a name needs
// it. Run by hand when a font package changes: `npm run fonts`. The results are committed.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import subset from "subset-font";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const packages = join(root, "node_modules", "@fontsource-variable");
const out = join(root, "assets", "fonts");

const letters = (...ranges) => ranges
  .flatMap(([from, to = from]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
  .map((code) => String.fromCodePoint(code)).join("");

// Keep in step with unicode-range in assets/css/10-tokens.css.
const latin = letters([0x20, 0x7e], [0xa0, 0xff], [0x131], [0x152, 0x153], [0x2c6], [0x2da],
  [0x2dc], [0x2010, 0x2015], [0x2018, 0x201e], [0x2020, 0x2022], [0x2026], [0x202f], [0x2030],
  [0x2032, 0x2033], [0x2039, 0x203a], [0x2044], [0x20ac], [0x2122], [0x2190, 0x2193], [0x2212]);
const extended = letters([0x100, 0x130], [0x132, 0x151], [0x154, 0x17f], [0x218, 0x21b],
  [0x1e80, 0x1e85], [0x1e9e], [0x1ef2, 0x1ef3]);

const sans = { wght: { min: 400, max: 700 } };
const italic = { wght: 400 };
const serif = { wght: 520, opsz: 28 };
const made = [
  ["public-sans.woff2", "public-sans", "public-sans-latin-wght-normal", latin, sans],
  ["public-sans-ext.woff2", "public-sans", "public-sans-latin-ext-wght-normal", extended, sans],
  ["public-sans-italic.woff2", "public-sans", "public-sans-latin-wght-italic", latin, italic],
  ["public-sans-italic-ext.woff2", "public-sans", "public-sans-latin-ext-wght-italic", extended,
    italic],
  ["newsreader.woff2", "newsreader", "newsreader-latin-opsz-normal", latin, serif],
  ["newsreader-ext.woff2", "newsreader", "newsreader-latin-ext-opsz-normal", extended, serif],
];

await mkdir(out, { recursive: true });
for (const [name, family, file, text, variationAxes] of made) {
  const source = await readFile(join(packages, family, "files", `${file}.woff2`));
  const font = await subset(source, text, { targetFormat: "woff2", variationAxes });
  await writeFile(join(out, name), font);
  console.log(`${name} ${font.length}`);
}
for (const family of ["public-sans", "newsreader"]) {
  await copyFile(join(packages, family, "LICENSE"), join(out, `${family}-OFL.txt`));
}
