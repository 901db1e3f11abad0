import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const RENDERER = resolve('renderer');

const read = (file: string): string => {
  for (const end of ['.tsx', '.ts']) {
    try {
      return readFileSync(`${file}${end}`, 'utf8');
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'ENOENT') throw failure;
    }
  }
  throw new Error(`${file} can't be read`);
};

/** The paths of a routes file, and of those that it takes in, as they are written. */
function pathsOf(file: string): string[] {
  const text = read(file);
  const own = [...text.matchAll(/\{\s*(?:index: true|path: '([^']+)')/g)].map((found) => found[1] ?? '');
  const elements = [...text.matchAll(/element:/g)].length;
  if (own.length !== elements)
    throw new Error(`${file} has ${elements} pages, of which ${own.length} could be read`);
  const taken = [...text.matchAll(/\.\.\.(\w+)/g)].flatMap(([, name = '']) => {
    const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '(\\.[^']+)'`).exec(text)?.[1];
    if (from === undefined) throw new Error(`${file} takes in ${name} from nowhere`);
    return pathsOf(join(dirname(file), from));
  });
  return [...own, ...taken];
}

/** Every address of the window, as its routes say it: `/rota/cover/:key`. Read from the code, so that none is forgotten. */
export function windowRoutes(): string[] {
  const text = read(join(RENDERER, 'app', 'routes'));
  const areas = [...text.matchAll(/^ {2}'?([\w-]+)'?: area\(\(\) => import\('([^']+)'\)\)/gm)];
  if (areas.length !== [...text.matchAll(/: area\(/g)].length) throw new Error('An area could not be read');
  return areas
    .flatMap(([, area = '', from = '']) =>
      pathsOf(join(RENDERER, 'app', from)).map((path) => `/${area}${path === '' ? '' : `/${path}`}`),
    )
    .sort();
}

/** Which of the routes an address belongs to; one that is written out goes before one that is filled in. */
export function routeOf(address: string, routes: readonly string[]): string | undefined {
  const parts = (address.split('?')[0] ?? '').split('/');
  const fits = routes.filter((route) => {
    const wanted = route.split('/');
    return (
      wanted.length === parts.length &&
      wanted.every((part, at) => (part.startsWith(':') ? parts[at] !== '' : part === parts[at]))
    );
  });
  const filledIn = (route: string): string =>
    route
      .split('/')
      .map((part) => (part.startsWith(':') ? '1' : '0'))
      .join('');
  return fits.sort((a, b) => filledIn(a).localeCompare(filledIn(b)))[0];
}
