import { Download, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useState } from 'react';
import { common } from '../text/common';
import { Button } from './button';

const ZOOMS = [50, 75, 100, 150, 200, 300] as const;

/**
 * Shows a picture of a receipt or a document from memory. Anything else is only offered as a copy to keep: the
 * window's policy allows no frames, and HTML or SVG could carry scripts.
 */
export function DocumentViewer(props: {
  readonly blob: Blob;
  readonly name: string;
  readonly describe?: string;
}) {
  const { blob, name } = props;
  const [address, setAddress] = useState<string | undefined>();
  const [zoom, setZoom] = useState(2);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  const isPicture = /^image\/(png|jpe?g|webp|gif|bmp)$/.test(blob.type);
  return (
    <section className="viewer" aria-label={common.documentNamed(name)}>
      <div className="viewer-tools">
        <span className="viewer-name">{name}</span>
        {isPicture ? (
          <>
            <Button kind="quiet" icon={ZoomOut} onPress={() => setZoom(Math.max(0, zoom - 1))}>
              {common.zoomOut}
            </Button>
            <Button kind="quiet" icon={ZoomIn} onPress={() => setZoom(Math.min(ZOOMS.length - 1, zoom + 1))}>
              {common.zoomIn}
            </Button>
          </>
        ) : null}
        {address === undefined ? null : (
          <a className="button quiet" href={address} download={name}>
            <Download aria-hidden="true" />
            {common.download}
          </a>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard */}
      <div className="viewer-body" tabIndex={0}>
        {address === undefined ? null : isPicture ? (
          <img
            src={address}
            alt={props.describe ?? name}
            style={{ width: `${ZOOMS[zoom] ?? 100}%`, maxWidth: 'none' }}
          />
        ) : (
          <p>{common.cannotShow}</p>
        )}
      </div>
    </section>
  );
}
