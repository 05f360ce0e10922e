import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { reasonOf, viewerMissing } from '../errors';

/**
 * The folder of the built page, absolute. In a checkout it is built first where it is missing or older than its
 * sources; the published package carries it built.
 */
export async function ensureViewerBuilt(log: (line: string) => void = () => {}): Promise<string> {
  const root = packageRoot();
  const built = join(root, 'dist', 'viewer');
  const sources = join(root, 'viewer');
  const page = join(built, 'index.html');
  if (!existsSync(join(sources, 'index.html'))) {
    if (existsSync(page)) return built;
    throw viewerMissing(`there is no ${page}`);
  }
  if (existsSync(page) && statSync(page).mtimeMs >= newestChange(sources)) return built;
  log('Building the page ...');
  // Beside it and then in its place: another process may be serving it, or building it too.
  const fresh = `${built}.${process.pid}`;
  try {
    const { build } = await import('vite');
    await build({
      configFile: join(sources, 'vite.config.mts'),
      root: sources,
      logLevel: 'error',
      build: { outDir: fresh },
    });
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw viewerMissing(reasonOf(error));
  }
  try {
    rmSync(built, { recursive: true, force: true });
    renameSync(fresh, built);
  } catch (error) {
    // Another process has put its own there in between: as good as ours.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(page)) throw viewerMissing(reasonOf(error));
  }
  return built;
}

/** This file lies in src/serve of a checkout and in dist/src/serve of the package. */
function packageRoot(): string {
  const above = dirname(dirname(__dirname));
  return basename(above) === 'dist' ? dirname(above) : above;
}

/** Milliseconds of the latest change under a path. */
function newestChange(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
