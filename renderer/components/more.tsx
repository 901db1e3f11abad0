import { ChevronDown, ChevronUp } from 'lucide-react';
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { common } from '../text/common';
import { Button } from './button';
import { useLook } from './look';

type Fold = { readonly isOpen: boolean; readonly join: () => () => void };

const FoldContext = createContext<Fold>({ isOpen: true, join: () => () => undefined });

/**
 * What a page can do without. In plain mode all such parts of a page stand behind its one “Show more”; otherwise they stand
 * where they are written.
 */
export function More({ children }: { readonly children: ReactNode }) {
  const { isOpen, join } = useContext(FoldContext);
  const isPlain = useLook((state) => state.look.plainMode);
  useLayoutEffect(() => (isPlain ? join() : undefined), [isPlain, join]);
  return isPlain && !isOpen ? null : children;
}

/** Folds the `More` parts inside it, and offers them with one button where `button` is put. `page` tells when to fold again. */
export function useFold(page: string): {
  readonly wrap: (children: ReactNode) => ReactNode;
  readonly button: ReactNode;
} {
  const [openOn, setOpenOn] = useState<string>();
  const [parts, setParts] = useState(0);
  const isOpen = openOn === page;
  const fold = useMemo<Fold>(
    () => ({
      isOpen,
      join: () => {
        setParts((now) => now + 1);
        return () => setParts((now) => now - 1);
      },
    }),
    [isOpen],
  );
  return {
    wrap: (children) => <FoldContext value={fold}>{children}</FoldContext>,
    button:
      parts === 0 ? null : (
        <div className="section">
          <Button
            icon={isOpen ? ChevronUp : ChevronDown}
            expanded={isOpen}
            onPress={() => setOpenOn(isOpen ? undefined : page)}
          >
            {isOpen ? common.showLess : common.showMore}
          </Button>
        </div>
      ),
  };
}
