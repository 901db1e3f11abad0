import { ChevronLeft, ChevronRight, RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { common } from '../text/common';
import { Button } from './button';

const ZOOMS = [50, 75, 100, 150, 200, 300, 400] as const;
const WHOLE = 2;
/** From here on a sharper picture is worth fetching. */
const CLOSE = 200;

/**
 * Shows one page of a document as a picture that the program drew itself: never the file as it came, which could hold
 * anything. Larger, smaller, turned and page by page, with buttons or keys.
 */
export function DocumentViewer(props: {
  /** The picture of this page; `undefined` while there is none, and `missing` is said. */
  readonly picture: Blob | undefined;
  readonly name: string;
  readonly describe?: string;
  readonly missing?: ReactNode;
  readonly page?: number;
  readonly pages?: number;
  readonly onPage?: (page: number) => void;
  readonly onTurn?: () => void;
  /** Called when a sharper picture is wanted, or no longer. */
  readonly onClose?: (close: boolean) => void;
  /** Further buttons beside these. */
  readonly tools?: ReactNode;
}) {
  const { picture, name, page = 1, pages = 1, onPage, onTurn } = props;
  const [address, setAddress] = useState<string | undefined>();
  const [zoom, setZoom] = useState(WHOLE);
  useEffect(() => {
    if (picture === undefined) {
      setAddress(undefined);
      return;
    }
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  const percent = ZOOMS[zoom] ?? 100;
  const zoomTo = (next: number): void => {
    const at = Math.min(ZOOMS.length - 1, Math.max(0, next));
    setZoom(at);
    props.onClose?.((ZOOMS[at] ?? 100) >= CLOSE);
  };
  const turnTo = (next: number): void => {
    if (next >= 1 && next <= pages) onPage?.(next);
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const does: Readonly<Record<string, () => void>> = {
      '+': () => zoomTo(zoom + 1),
      '=': () => zoomTo(zoom + 1),
      '-': () => zoomTo(zoom - 1),
      '0': () => zoomTo(WHOLE),
      ...(onTurn === undefined ? {} : { r: onTurn, R: onTurn }),
      ...(pages > 1 ? { PageDown: () => turnTo(page + 1), PageUp: () => turnTo(page - 1) } : {}),
    };
    const found = does[event.key];
    if (found === undefined) return;
    event.preventDefault();
    found();
  };
  return (
    <section className="viewer" aria-label={common.documentNamed(name)}>
      <div className="viewer-tools">
        <span className="viewer-name">{name}</span>
        {picture === undefined ? null : (
          <>
            <Button kind="quiet" icon={ZoomOut} onPress={() => zoomTo(zoom - 1)}>
              {common.zoomOut}
            </Button>
            <Button kind="quiet" icon={ZoomIn} onPress={() => zoomTo(zoom + 1)}>
              {common.zoomIn}
            </Button>
            <span className="quiet figure" role="status">
              {common.zoomed(percent)}
            </span>
            {onTurn === undefined ? null : (
              <Button kind="quiet" icon={RotateCw} onPress={onTurn}>
                {common.turnIt}
              </Button>
            )}
          </>
        )}
        {pages > 1 ? (
          <>
            <Button kind="quiet" icon={ChevronLeft} onPress={() => turnTo(page - 1)}>
              {common.pageBefore}
            </Button>
            <span className="figure" role="status">
              {common.pageOf(page, pages)}
            </span>
            <Button kind="quiet" iconAfter={ChevronRight} onPress={() => turnTo(page + 1)}>
              {common.pageAfter}
            </Button>
          </>
        ) : null}
        {props.tools}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div
        className="viewer-body"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard
        tabIndex={0}
        role="group"
        aria-label={common.pictureKeys}
        onKeyDown={keys}
      >
        {address === undefined ? (
          props.missing
        ) : (
          <img
            src={address}
            alt={[props.describe ?? name, pages > 1 ? common.pageOf(page, pages) : '']
              .filter(Boolean)
              .join(', ')}
            style={{ width: `${percent}%`, maxWidth: 'none' }}
          />
        )}
      </div>
    </section>
  );
}
