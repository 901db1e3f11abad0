import type { FileOut, LargeFileOut } from '@shared/api/common';

/** The bytes of a file that came over the contract. */
export function bytesOf(file: FileOut): Uint8Array<ArrayBuffer> {
  const text = atob(file.base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** Offers a file to be saved, by the browser or by Electron. */
export function saveFile(file: FileOut | LargeFileOut): void {
  const blob = 'blob' in file ? (file.blob as Blob) : new Blob([bytesOf(file)], { type: file.mediaType });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Reads a file the person chose into the shape the contract takes. */
export async function fileToSend(file: File): Promise<{ name: string; base64: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let start = 0; start < bytes.length; start += 32_768)
    text += String.fromCharCode(...bytes.subarray(start, start + 32_768));
  return { name: file.name, base64: btoa(text) };
}
