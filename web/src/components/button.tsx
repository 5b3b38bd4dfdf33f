import type { ButtonHTMLAttributes } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The one thing that the page is for; there is one of it at most. */
  readonly isMain?: boolean;
}

export function Button({ isMain = false, className = '', type = 'button', ...rest }: ButtonProps) {
  const look = isMain
    ? 'bg-accent text-on-accent'
    : 'border border-rule bg-sheet text-ink hover:border-accent';
  return (
    <button
      type={type}
      className={`min-h-10 rounded px-4 py-2 font-medium disabled:opacity-50 ${look} ${className}`}
      {...rest}
    />
  );
}
