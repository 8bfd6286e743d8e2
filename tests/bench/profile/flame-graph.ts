/** A function on the stack, with the time of itself and of all that it called. */
export interface Frame {
  readonly name: string;
  readonly time: number;
  readonly children: readonly Frame[];
}

const WIDTH = 1_200;
const ROW = 17;
/** Narrower boxes say nothing. */
const NARROWEST = 1.5;
const LETTER = 6.4;

/** An SVG in which a box is as wide as its share of the time, callers below what they call. */
export function flameGraph(root: Frame, title: string): string {
  const boxes = boxesOf(root, { x: 0, depth: 0, scale: WIDTH / root.time, all: root.time });
  const height = (Math.max(...boxes.map(({ depth }) => depth)) + 1) * ROW + 30;
  const shapes = boxes.map((box) => shapeOf(box, height));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}"`,
    ` font-family="monospace" font-size="11">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="6" y="15" font-size="13">${escaped(title)}</text>`,
    ...shapes.map((shape) => `\n${shape}`),
    '\n</svg>\n',
  ].join('');
}

interface Box {
  readonly name: string;
  readonly x: number;
  readonly width: number;
  readonly depth: number;
  readonly share: number;
}

interface Place {
  readonly x: number;
  readonly depth: number;
  readonly scale: number;
  readonly all: number;
}

function boxesOf(frame: Frame, { x, depth, scale, all }: Place): Box[] {
  const width = frame.time * scale;
  if (width < NARROWEST) return [];
  const boxes: Box[] = [{ name: frame.name, x, width, depth, share: frame.time / all }];
  let at = x;
  for (const child of [...frame.children].sort((a, b) => b.time - a.time)) {
    boxes.push(...boxesOf(child, { x: at, depth: depth + 1, scale, all }));
    at += child.time * scale;
  }
  return boxes;
}

function shapeOf({ name, x, width, depth, share }: Box, height: number): string {
  const y = height - (depth + 1) * ROW;
  const label = `${name} ${(share * 100).toFixed(1)} %`;
  const shown = label.slice(0, Math.floor(width / LETTER));
  const text =
    shown.length < 3 ? '' : `<text x="${round(x + 2)}" y="${y + 12}">${escaped(shown)}</text>`;
  return (
    `<g><title>${escaped(label)}</title><rect x="${round(x)}" y="${y}" width="${round(width)}" ` +
    `height="${ROW - 1}" fill="${colourOf(name)}"/>${text}</g>`
  );
}

/** One colour a folder, so that what belongs together is seen together. */
function colourOf(name: string): string {
  const place = name.split(' ').at(-1)?.split('/')[0] ?? '';
  let hash = 0;
  for (const letter of place) hash = (hash * 31 + letter.charCodeAt(0)) % 360;
  return `hsl(${hash},60%,80%)`;
}

const round = (value: number) => Math.round(value * 10) / 10;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
