import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES, RELATION_TYPES } from '../src/ontology';

const root = path.join(__dirname, '..');

function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !file.includes('node_modules'))
    .sort();
}

/** Source without comments, so that an example in one is no import. */
function sourceOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const statements = sourceOf(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^'";]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g,
  );
  return [...statements].map((found) => ({
    file,
    target: found[2] ?? found[3] ?? found[4] ?? '',
    typeOnly: found[1] !== undefined,
  }));
}

const sources = filesBelow('src', /\.ts$/).filter((file) => !file.endsWith('.as.ts'));

/** "src/extract/facts.ts" -> the file of './time' as "src/extract/time.ts"; packages give null. */
function resolveImport({ file, target }: Import): string | null {
  if (!target.startsWith('.')) return null;
  const base = path.posix.join(path.posix.dirname(file), target);
  return [`${base}.ts`, `${base}/index.ts`, base].find((name) => sources.includes(name)) ?? null;
}

const LAYERS: readonly (readonly string[])[] = [
  ['document', 'ontology', 'errors'],
  ['config', 'learn'],
  [
    'ingest',
    'annotate/tokenise',
    'annotate/encode',
    'annotate/tag',
    'annotate/parse',
    'annotate/names',
    'annotate/coref',
    'extract',
    'resolve',
    'graph',
  ],
  ['pipeline', 'store', 'export'],
  ['serve', 'evaluate'],
  ['cli', 'index'],
];

/** "src/annotate/parse/index.ts" -> "annotate/parse"; "src/config.ts" -> "config". */
function roomOf(file: string): string {
  const [first = '', second = ''] = file
    .replace(/^src\//, '')
    .replace(/\.ts$/, '')
    .split('/');
  return first === 'annotate' ? `annotate/${second}` : first;
}

const layerOf = (file: string): number => LAYERS.findIndex((rooms) => rooms.includes(roomOf(file)));

const inner = sources.flatMap((file) =>
  importsOf(file).flatMap((found) => {
    const target = resolveImport(found);
    return target === null ? [] : [{ from: file, to: target, typeOnly: found.typeOnly }];
  }),
);

describe('the house', () => {
  it('has a layer for every room', () => {
    expect(sources.filter((file) => layerOf(file) < 0)).toEqual([]);
  });

  it('imports down only, never up and never from a room beside', () => {
    // the types of the document name those of the ontology, which is its bedrock
    const allowed = ({ from, to }: { from: string; to: string }) =>
      from === 'src/document.ts' && to === 'src/ontology.ts';
    const wrong = inner.filter(
      (edge) => roomOf(edge.from) !== roomOf(edge.to) && layerOf(edge.to) >= layerOf(edge.from) && !allowed(edge),
    );
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('has no import cycle', () => {
    const targets = new Map<string, string[]>();
    for (const { from, to } of inner) targets.set(from, [...(targets.get(from) ?? []), to]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, trail: readonly string[]) => {
      if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      if (done.has(file) || trail.includes(file)) return;
      for (const next of targets.get(file) ?? []) walk(next, [...trail, file]);
      done.add(file);
    };
    for (const file of sources) walk(file, []);
    expect(cycles).toEqual([]);
  });

  it('resolves every relative import of src inside src', () => {
    const lost = sources
      .flatMap(importsOf)
      .filter((found) => found.target.startsWith('.') && resolveImport(found) === null);
    expect(lost.map(({ file, target }) => `${file}: ${target}`)).toEqual([]);
  });

  it('never loads what teaches a room in order to use it', () => {
    const wrong = inner.filter(
      ({ from, to, typeOnly }) =>
        !typeOnly &&
        from.startsWith('src/annotate/') &&
        !/\/train[^/]*\.ts$/.test(from) &&
        /\/train[^/]*\.ts$/.test(to),
    );
    expect(wrong).toEqual([]);
  });

  it('lets the page import nothing but types from src', () => {
    const wrong = filesBelow('viewer', /\.tsx?$/)
      .flatMap(importsOf)
      .filter(({ target, typeOnly }) => /(?:^|\/)src\//.test(target) && target.startsWith('../') && !typeOnly)
      .filter(({ file, target }) => path.posix.join(path.posix.dirname(file), target).startsWith('src/'));
    expect(wrong).toEqual([]);
  });

  it('loads each command only when it runs', () => {
    const light = new Set(['src/config.ts', 'src/errors.ts', 'src/cli/output.ts']);
    const eager = inner.filter(({ from }) => from === 'src/cli/main.ts').filter(({ to }) => !light.has(to));
    const text = sourceOf('src/cli/main.ts');
    const stem = (file: string) => path.basename(file, '.ts');
    expect(eager.filter(({ to }) => !text.includes(`await import('./${stem(to)}')`))).toEqual([]);
  });
});

describe('a stage', () => {
  const stages = sources.filter((file) => layerOf(file) === 2);

  it('reads no file, no network, no other process', () => {
    const doors = /^(?:node:)?(?:fs|fs\/promises|net|http|https|child_process|os|worker_threads|dgram|dns)$/;
    const wrong = stages.flatMap(importsOf).filter(({ target }) => doors.test(target));
    expect(wrong.map(({ file, target }) => `${file}: ${target}`)).toEqual([]);
  });

  it('knows no clock, no chance, no locale, no environment', () => {
    const impure =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\blocaleCompare\(|\btoLocale\w+\(|\bIntl\.|\bprocess\.(?:env|cwd|argv)|\bperformance\.now\(/;
    expect(stages.filter((file) => impure.test(sourceOf(file)))).toEqual([]);
  });
});

describe('a source file', () => {
  it('reads the environment in config.ts alone', () => {
    expect(sources.filter((file) => /\bprocess\.env\b/.test(sourceOf(file)) && file !== 'src/config.ts')).toEqual([]);
  });

  it('has no default export and no `any`', () => {
    expect(sources.filter((file) => /\bexport\s+default\b|:\s*any\b|\bas\s+any\b|<any>/.test(sourceOf(file)))).toEqual(
      [],
    );
  });

  it('has a kebab-case name that says what it holds', () => {
    const names = sources.flatMap((file) =>
      file
        .replace(/^src\//, '')
        .replace(/\.ts$/, '')
        .split('/'),
    );
    expect(
      names.filter(
        (name) =>
          !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) || /^(?:utils?|helpers?|common|misc|manager)$/.test(name),
      ),
    ).toEqual([]);
  });

  it('stays under 400 lines', () => {
    // the closed list of types: a table
    const tables = new Set(['src/ontology.ts']);
    const long = sources.filter(
      (file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 400 && !tables.has(file),
    );
    expect(long).toEqual([]);
  });
});

describe('the Cypher', () => {
  it('names only labels and types of the graph', () => {
    const layers = 'Article Sentence Mention Claim Event Entity Actor Dateline'.split(' ');
    const joins = 'HAS_SENTENCE IN REFERS_TO EVIDENCE REPORTS ATTRIBUTED_TO SOURCE TARGET THEME PLACE INSTRUMENT'.split(
      ' ',
    );
    // stands for a relation type where the loader puts one
    const known = new Set<string>([...layers, ...joins, ...ENTITY_TYPES, ...RELATION_TYPES, 'RELATION']);
    const strange = filesBelow('cypher', /\.cypher$/).flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8')
        .replace(/\/\/.*$/gm, '')
        .replace(/'[^']*'/g, "''");
      return [...text.matchAll(/[:|]([A-Z]\w*)/g)].flatMap(([, name]) =>
        known.has(name!) ? [] : [`${file}: ${name}`],
      );
    });
    expect(strange).toEqual([]);
  });
});

describe('the lock file', () => {
  it('names the embedded engine for all six platforms, or npm ci refuses it', () => {
    const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string; optional?: boolean }>;
    };
    const platforms = [
      'darwin-arm64',
      'darwin-x64',
      'linux-arm64-gnu',
      'linux-arm64-musl',
      'linux-x64-gnu',
      'win32-x64-msvc',
    ];
    const { version } = lock.packages['node_modules/@grafeo-db/js']!;
    const entries = platforms.map((platform) => lock.packages[`node_modules/@grafeo-db/js-${platform}`]);
    expect(entries).toEqual(platforms.map(() => expect.objectContaining({ version, optional: true })));
  });
});
