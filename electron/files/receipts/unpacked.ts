/**
 * The same path beside the packed archive. Threads and native code can't be started from inside it, so what they need is
 * unpacked (electron-builder.yml).
 */
export function besideArchive(path: string): string {
  return path.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2');
}
