export function canRunProgram(version: string): boolean;
export function canRunScripts(version: string): boolean;
export function checkNode(): void;
export function whyInstall(folder?: string): 'first' | 'changed' | undefined;
export function installPackages(): Promise<void>;
export function pinnedNode(): { readonly file: string; readonly version: string } | undefined;
export function handOver(script: string): Promise<number | undefined>;
