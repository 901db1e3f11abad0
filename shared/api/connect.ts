/** What the window says, with one port of a MessageChannel, to be joined to the program. The preload passes it on. */
export const CONNECT_MESSAGE = 'mainstay.connect';

/** The path under which the browser door answers calls. */
export const API_PATH = '/api';
