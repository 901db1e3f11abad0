import { X } from 'lucide-react';
import { create } from 'zustand';
import { common } from '../text/common';
import { Button } from './button';
import { announce } from './live-region';

type ToastState = { readonly messages: readonly { readonly id: number; readonly text: string }[] };

const useToasts = create<ToastState>(() => ({ messages: [] }));
let nextId = 1;

/** Says that something happened elsewhere (long work ended). It stays until it is dismissed. */
export function showToast(text: string): void {
  const id = nextId;
  nextId += 1;
  useToasts.setState((state) => ({ messages: [...state.messages.slice(-2), { id, text }] }));
  announce(text);
}

/** Where toasts stand. Once in the window. */
export function Toasts() {
  const { messages } = useToasts();
  if (messages.length === 0) return null;
  const dismiss = (id: number) =>
    useToasts.setState((state) => ({ messages: state.messages.filter((message) => message.id !== id) }));
  return (
    <section className="toasts" aria-label={common.messages}>
      {messages.map((message) => (
        <div className="toast" key={message.id}>
          <span>{message.text}</span>
          <Button
            kind="quiet"
            iconOnly
            icon={X}
            name={`${common.dismiss}: ${message.text}`}
            onPress={() => dismiss(message.id)}
          >
            {common.dismiss}
          </Button>
        </div>
      ))}
    </section>
  );
}
