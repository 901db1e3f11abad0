type Environment = Readonly<Record<string, string | undefined>>;
export function openInBrowser(url: string, env?: Environment, platform?: string): boolean;
export function usualBrowserPlaces(env?: Environment, platform?: string): string[];
export function findBrowser(env?: Environment): Promise<string | undefined>;
export function findOrInstallBrowser(): Promise<string>;
