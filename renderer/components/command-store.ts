import { useEffect } from 'react';
import { create } from 'zustand';

/** One line of “What do you want to do?”. */
export type Command = {
  readonly id: string;
  /** As it is said: “Pay Maya”, “Add a shift”. Unique. */
  readonly name: string;
  readonly note?: string | undefined;
  readonly group: 'households' | 'places' | 'actions' | 'people' | 'documents' | 'help';
  /** More words that find it. */
  readonly words?: string | undefined;
  readonly run: () => void;
};

type CommandState = {
  readonly byOwner: Readonly<Record<string, readonly Command[]>>;
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
};

/** All commands, by who offers them, and whether the box is open. */
export const useCommandStore = create<CommandState>((set) => ({
  byOwner: {},
  isOpen: false,
  setOpen: (isOpen) => set({ isOpen }),
}));

/** Offers commands while the calling component stands. Keep `commands` stable with useMemo. */
export function useCommands(owner: string, commands: readonly Command[]): void {
  useEffect(() => {
    useCommandStore.setState((state) => ({ byOwner: { ...state.byOwner, [owner]: commands } }));
    return () =>
      useCommandStore.setState((state) => {
        const { [owner]: _gone, ...rest } = state.byOwner;
        return { byOwner: rest };
      });
  }, [owner, commands]);
}

/** The commands that have every typed word in their name, note or words; those that begin with it first. */
export function findCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return commands;
  const found = commands.filter((command) => {
    const text = plain(`${command.name} ${command.note ?? ''} ${command.words ?? ''}`);
    return wanted.every((word) => text.includes(word));
  });
  const first = wanted[0] ?? '';
  const rank = (command: Command) => (plain(command.name).startsWith(first) ? 0 : 1);
  return [...found].sort((a, b) => rank(a) - rank(b));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '');
}
