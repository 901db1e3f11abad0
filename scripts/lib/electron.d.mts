type Environment = Readonly<Record<string, string | undefined>>;
export function electronBinary(folder?: string): string | undefined;
export function whyNoElectron(env?: Environment, platform?: string, uid?: number): string | undefined;
export function findOrFetchElectron(): Promise<string | undefined>;
