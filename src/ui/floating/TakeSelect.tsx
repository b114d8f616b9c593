import { Menu } from '@base-ui/react/menu';
import { Download } from 'lucide-react';
import { useLabStore } from '../../state/lab.ts';
import { IconButton } from '../parts/IconButton.tsx';
import type { TakeSelectProps } from '../parts/floating-props.ts';
import { notify } from '../parts/notices.ts';
import { taking } from '../take/load.ts';
import { SIZES, type PictureKind } from '../take/sizes.ts';

type Taking = NonNullable<(typeof taking)['state']['parts']>;

const PICTURES: readonly { readonly kind: PictureKind; readonly title: string }[] = [
  { kind: 'svg', title: 'SVG, for papers' },
  { kind: 'png', title: 'PNG' },
];

/** The menu of a card's files and its button. */
export function TakeSelect({ id, defaultOpen, panel, disabled }: TakeSelectProps) {
  const store = useLabStore();
  const take = async (make: (files: Taking) => Promise<void>): Promise<void> => {
    try {
      const files = await taking.load();
      if (files === null) throw new Error(taking.state.failure ?? 'it could not be loaded');
      await make(files);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      notify({ title: 'The file could not be made', description: reason });
    }
  };
  return (
    <Menu.Root modal={false} defaultOpen={defaultOpen}>
      <Menu.Trigger
        id={id}
        disabled={disabled}
        render={<IconButton icon={Download} label={`Take away ${panel.title}`} />}
      />
      <Menu.Portal>
        <Menu.Positioner className="popup-layer" sideOffset={6} align="end">
          <Menu.Popup className="popup menu">
            {PICTURES.map(({ kind, title }) => (
              <Menu.Group key={kind}>
                <Menu.GroupLabel className="menu-title">{title}</Menu.GroupLabel>
                {SIZES.map(({ name, label }) => (
                  <Menu.Item
                    key={name}
                    className="menu-item"
                    onClick={() =>
                      void take(({ takePicture }) => takePicture(panel, store.getSnapshot(), kind, name))
                    }
                  >
                    {label}
                  </Menu.Item>
                ))}
              </Menu.Group>
            ))}
            <Menu.Group>
              <Menu.GroupLabel className="menu-title">Numbers</Menu.GroupLabel>
              <Menu.Item
                className="menu-item"
                onClick={() => void take(({ takeTable }) => takeTable(panel, store.getSnapshot()))}
              >
                CSV, in full precision
              </Menu.Item>
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
