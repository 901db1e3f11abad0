import { type Look, TEXT_SIZES, useLook } from '../../components/look';
import { Page } from '../../components/page';
import { RadioGroup } from '../../components/radio-group';
import { Switch } from '../../components/switch';
import { look as words } from '../../text/settings';
import { backTo } from './record-page';

const THEMES: readonly Look['theme'][] = ['system', 'light', 'dark', 'cream', 'contrast'];
const FONTS: readonly Look['font'][] = ['hyperlegible', 'system', 'serif'];
const note = (text: string): string | undefined => (text === '' ? undefined : text);

/** How the window looks: shown at once, kept on this computer. */
export function LookPage() {
  const { look, change } = useLook();
  return (
    <Page title={words.title} sub={words.sub} {...backTo('/settings')}>
      <div className="fields">
        <RadioGroup<Look['theme']>
          label={words.theme}
          value={look.theme}
          onChange={(theme) => change({ theme })}
          choices={THEMES.map((value) => ({
            value,
            label: words.themes[value][0],
            note: note(words.themes[value][1]),
          }))}
        />
        <RadioGroup
          label={words.textSize}
          value={String(look.textSize)}
          onChange={(text) => {
            const textSize = TEXT_SIZES.find((size) => String(size) === text);
            if (textSize !== undefined) change({ textSize });
          }}
          choices={TEXT_SIZES.map((size) => ({ value: String(size), label: words.percent(size) }))}
        />
        <RadioGroup<Look['spacing']>
          label={words.spacing}
          value={look.spacing}
          onChange={(spacing) => change({ spacing })}
          choices={[
            { value: 'normal', label: words.spacings.normal },
            { value: 'wide', label: words.spacings.wide },
          ]}
        />
        <RadioGroup<Look['density']>
          label={words.density}
          value={look.density}
          onChange={(density) => change({ density })}
          choices={[
            { value: 'roomy', label: words.densities.roomy[0], note: words.densities.roomy[1] },
            { value: 'compact', label: words.densities.compact[0], note: words.densities.compact[1] },
          ]}
        />
        <RadioGroup<Look['font']>
          label={words.font}
          value={look.font}
          onChange={(font) => change({ font })}
          choices={FONTS.map((value) => ({
            value,
            label: words.fonts[value][0],
            note: note(words.fonts[value][1]),
          }))}
        />
        <div>
          <Switch
            label={words.plainMode}
            value={look.plainMode}
            onChange={(plainMode) => change({ plainMode })}
          />
          <p className="quiet">{words.plainNote}</p>
        </div>
      </div>
      <section className="section">
        <h2>{words.soundTitle}</h2>
        <p>{words.sound}</p>
      </section>
    </Page>
  );
}
