/**
 * `npm run evaluate`: all figures, with the change since the last release.
 * `-- --record` writes them down for this release and raises the floors.
 */
import fs from 'node:fs';
import path from 'node:path';
import { formatTable } from '../../src/cli/output';
import { bench, corpora } from '../support/machine';
import { benchFigures, corporaFigures, type Figure, goldFigures, markedFigures } from './figures';

const RECORDED = path.join(__dirname, 'recorded.json');
const FLOORS = path.join(__dirname, 'floors.json');
/** A floor lies so far below the recorded figure: one change trades a little of one for more of another. Points of per cent, or pieces. */
const SLACK = 1.5;

interface Recorded {
  readonly release: string;
  readonly figures: Readonly<Record<string, number>>;
}

const read = <T>(file: string): T => JSON.parse(fs.readFileSync(file, 'utf8')) as T;
const write = (file: string, value: unknown): void => fs.writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

function raisedFloor({ value, lowerIsBetter, slack = SLACK }: Figure, floor: number | undefined): number {
  const wanted = Math.round(10 * (lowerIsBetter ? value + slack : value - slack)) / 10;
  if (floor === undefined) return wanted;
  return lowerIsBetter ? Math.min(floor, wanted) : Math.max(floor, wanted);
}

async function measure(): Promise<Figure[]> {
  const [events, languages] = [bench(), corpora()];
  for (const part of [events, languages].filter(({ value }) => value === null))
    console.error(`Left out: ${part.what} (${part.remedy}).`);
  return [
    ...(await goldFigures()),
    ...(events.value === null ? [] : await benchFigures(events.value)),
    ...(events.value === null ? [] : await markedFigures(events.value)),
    ...(languages.value === null ? [] : await corporaFigures(languages.value)),
  ];
}

function changeOf(value: number, before: number | undefined): string {
  if (before === undefined) return 'new';
  const change = Math.round(10 * (value - before)) / 10;
  return change > 0 ? `+${change}` : String(change);
}

async function main(): Promise<void> {
  const recorded = read<Recorded>(RECORDED);
  const floors = read<Record<string, number>>(FLOORS);
  const figures = await measure();
  const rows = figures.map(({ name, value }) => [
    name,
    String(value),
    String(recorded.figures[name] ?? ''),
    changeOf(value, recorded.figures[name]),
    String(floors[name] ?? ''),
  ]);
  process.stdout.write(formatTable(['figure', 'now', `at ${recorded.release}`, 'change', 'floor'], rows));
  if (!process.argv.includes('--record')) return;
  const { version } = read<{ version: string }>(path.join(__dirname, '../../package.json'));
  write(RECORDED, {
    release: version,
    figures: { ...recorded.figures, ...Object.fromEntries(figures.map(({ name, value }) => [name, value])) },
  });
  write(FLOORS, {
    ...floors,
    ...Object.fromEntries(figures.map((figure) => [figure.name, raisedFloor(figure, floors[figure.name])])),
  });
}

void main();
