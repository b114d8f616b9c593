import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useNotices } from '../parts/notices.ts';
import { Symbols } from '../parts/Symbols.tsx';

/** Where notices appear, as toasts; they go by themselves. */
export function Toasts() {
  return (
    <Toast.Provider timeout={7_000}>
      <Shown />
    </Toast.Provider>
  );
}

function Shown() {
  const { toasts, add } = Toast.useToastManager();
  const notices = useNotices((state) => state.notices);
  useEffect(() => {
    for (const notice of notices) add(notice);
    if (notices.length > 0) useNotices.setState({ notices: [] });
  }, [notices, add]);
  return (
    <Toast.Portal>
      <Toast.Viewport className="toasts">
        {toasts.map((toast) => (
          <Toast.Root key={toast.id} toast={toast} className="toast">
            <Toast.Content className="toast-content">
              <div>
                <Toast.Title className="toast-title">
                  {typeof toast.title === 'string' ? <Symbols text={toast.title} /> : toast.title}
                </Toast.Title>
                <Toast.Description className="toast-text" />
              </div>
              <Toast.Close className="icon-button" aria-label="Dismiss">
                <X aria-hidden size="1rem" />
              </Toast.Close>
            </Toast.Content>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}
