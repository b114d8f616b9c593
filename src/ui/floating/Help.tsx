import { inTime } from '../../charts/data/moment.ts';
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { KEYS } from '../keys/keys.ts';
import { IconButton } from '../parts/IconButton.tsx';
import type { PopupProps } from '../parts/floating-props.ts';

const PAPERS = [
  {
    cite: 'Kou, Chen and Gu (2023)',
    title:
      'Implicit Bias of Gradient Descent for Two-layer ReLU and Leaky ReLU Networks on Nearly-orthogonal Data',
    href: 'https://arxiv.org/abs/2310.18935',
  },
  {
    cite: 'Frei, Vardi, Bartlett, Srebro and Hu (2023)',
    title: 'Implicit Bias in Leaky ReLU Networks Trained on High-Dimensional Data',
    href: 'https://arxiv.org/abs/2210.07082',
  },
  {
    cite: 'Meng, Cao and Zou (2023)',
    title: 'Per-Example Gradient Regularization Improves Learning Signals from Noisy Data',
    href: 'https://arxiv.org/abs/2303.17940',
  },
] as const;

/** What this is, its keys and its papers. */
export function Help({ open, anchor, onOpenChange }: PopupProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog help" finalFocus={anchor}>
          <div className="help-head">
            <Dialog.Title className="dialog-title">Watch gradient descent choose</Dialog.Title>
            <Dialog.Close render={<IconButton icon={X} label="Close" />} />
          </div>
          <Dialog.Description className="prose">
            A two-layer network is trained here, in your browser. Many weights fit the training points equally
            well; gradient descent ends at particular ones. These charts show which: of low rank, with equal
            margins.
          </Dialog.Description>
          <p className="prose">
            A run is a recording, and the page is its player. Drag a slider and the whole run is computed
            anew, from the same random draw. A link holds the whole experiment and the fingerprint of its
            numbers, so whoever opens it sees the same, to the last bit, and is told whether that is so.
          </p>
          <h3>Keys</h3>
          <dl className="help-keys">
            {KEYS.map(({ shown, what }) => (
              <div key={what}>
                <dt>
                  {shown.map((part) => (
                    <kbd key={part}>{part}</kbd>
                  ))}
                </dt>
                <dd>{inTime(what)}</dd>
              </div>
            ))}
          </dl>
          <h3>Papers</h3>
          <ul className="prose help-papers">
            {PAPERS.map(({ cite, title, href }) => (
              <li key={href}>
                {cite}:{' '}
                <a href={href} target="_blank" rel="noreferrer">
                  {title}
                </a>
              </li>
            ))}
          </ul>
          <p className="prose">
            This page is made with the work of others, under their licences:{' '}
            <a href="./licences.md" target="_blank" rel="noreferrer">
              programs
            </a>
            ,{' '}
            <a href="./licences-of-fonts.md" target="_blank" rel="noreferrer">
              fonts
            </a>
            .
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
