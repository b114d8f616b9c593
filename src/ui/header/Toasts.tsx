import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';

/** Where toasts appear; they go by themselves. */
export function Toasts() {
  const { toasts } = Toast.useToastManager();
  return (
    <Toast.Portal>
      <Toast.Viewport className="toasts">
        {toasts.map((toast) => (
          <Toast.Root key={toast.id} toast={toast} className="toast">
            <Toast.Content className="toast-content">
              <div>
                <Toast.Title className="toast-title" />
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
