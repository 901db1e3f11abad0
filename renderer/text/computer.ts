import type { StartingPlace } from '@shared/api/computer';
import { common } from './common';
import type { RefusalSentences } from './refusals';

/** Words for choosing a folder, or a file of records, on this computer. */
export const computer = {
  look: 'Look through this computer',
  folderTitle: 'Choose a folder',
  recordsTitle: 'Choose a backup or a records file',
  places: 'Places to start from',
  place: (place: StartingPlace): string => {
    switch (place.kind) {
      case 'home':
        return 'Your own folder';
      case 'documents':
        return 'Documents';
      case 'desktop':
        return 'Desktop';
      case 'disk':
        return `Disk or stick: ${place.name}`;
      case 'records':
        return 'Where your records are now';
    }
  },
  lookingIn: (folder: string) => `Looking in ${folder}`,
  folders: 'Folders in here',
  up: 'Up one folder',
  noFolders: 'There are no folders in here.',
  more: (count: number) => `There are ${count} more. Type the folder’s name in the field to go there.`,
  records: 'Records and backups in here',
  noRecords: 'There are no records or backups in this folder.',
  recordsNote: (changed: string, bytes: number) => `Last changed ${changed}, ${common.fileSize(bytes)}`,
  free: (bytes: number) =>
    bytes < 1_000_000_000 ? `${common.fileSize(bytes)} free` : `${Math.round(bytes / 1_000_000_000)} GB free`,
  notWritable: 'Mainstay may not write in this folder. Choose another one.',
  use: 'Use this folder',
  looking: 'Looking…',
} as const;

export const computerRefusals: RefusalSentences = {
  'computer.not-there': 'There is no folder with this name on this computer. Check the spelling.',
  'computer.not-allowed': 'Mainstay may not look into this folder. Choose another one.',
  'computer.not-a-folder': 'This is a file, not a folder. Choose the folder it is in.',
};
